import { isAppError } from '../errors/app-error.ts';
import type { ErrorCode } from '../errors/error-data.ts';
import type { AccountSession } from './account-session.ts';
import type { BatchResult } from './batch-answer.ts';
import type { BitmindClient, CallKind, MediaOptions } from './client.ts';

/** Single calls on their way at once, where an account may not send several in one. */
const CALLS_AT_ONCE = 4;

/** Errors that are about the one file: the others are sent all the same. */
const ABOUT_ONE_FILE: readonly ErrorCode[] = [
  'input-refused',
  'format-refused',
  'size-refused',
  'too-large',
  'unreadable-answer',
];

/** What sends. The client is that of the session's account. */
export interface SeveralParts {
  readonly session: Pick<AccountSession, 'client'>;
  readonly client: BitmindClient;
  readonly kind: CallKind;
}

/**
 * Has several files judged: in one request, or by calls of their own where the account may not do that. Gives what came of each,
 * in their order. Throws where the account, the service or the network is at fault.
 */
export async function checkSeveral(
  { session, client, kind }: SeveralParts,
  media: readonly Blob[],
  options: MediaOptions = {},
): Promise<readonly BatchResult[]> {
  try {
    const batches = await session.client('batch_processing');
    const answer = await (kind === 'video' ? batches.batchVideos(media, options) : batches.batchImages(media, options));
    return answer.results;
  } catch (error) {
    const isBatchRefused =
      isAppError(error) && error.data.code === 'not-enabled' && error.data.permission === 'batch_processing';
    if (!isBatchRefused) throw error;
    return oneByOne(client, kind, media, options);
  }
}

async function oneByOne(
  client: BitmindClient,
  kind: CallKind,
  media: readonly Blob[],
  { signal, job }: MediaOptions,
): Promise<readonly BatchResult[]> {
  const failing = new AbortController();
  const sent = media.map(() => 0);
  const total = media.reduce((sum, { size }) => sum + size, 0);
  const results: BatchResult[] = [];
  const waiting = media.entries();

  async function check(index: number, file: Blob): Promise<BatchResult> {
    const one: MediaOptions = {
      signal: AbortSignal.any([failing.signal, ...(signal ? [signal] : [])]),
      ...(job && {
        job: {
          id: `${job.id}.${index}`,
          onProgress: (fraction) => {
            sent[index] = fraction * file.size;
            job.onProgress?.(sent.reduce((sum, bytes) => sum + bytes, 0) / total);
          },
        },
      }),
    };
    try {
      return await (kind === 'video' ? client.checkVideo(file, one) : client.checkImage(file, one));
    } catch (error) {
      if (!isAppError(error) || !ABOUT_ONE_FILE.includes(error.data.code)) throw error;
      return { failed: 'refused', ...('detail' in error.data && error.data.detail && { detail: error.data.detail }) };
    }
  }

  async function work(): Promise<void> {
    for (const [index, file] of waiting) results[index] = await check(index, file);
  }

  try {
    await Promise.all(Array.from({ length: CALLS_AT_ONCE }, work));
  } catch (error) {
    failing.abort(); // What is at fault for one is for all.
    throw error;
  }
  return results;
}
