import type { Pause } from '../../core/check/check-progress.ts';
import { isAppError } from '../../core/errors/app-error.ts';
import type { BatchResult } from '../../core/service/batch-answer.ts';
import { permissionFor } from '../../core/service/permission.ts';
import type { AccountSession } from './account-session.ts';
import { checkOneByOne, resumeOneByOne } from './check-one-by-one.ts';
import type { BatchSentBefore, CallKind } from './client.ts';
import type { NotJudged } from './not-judged.ts';
import type { RequestGate } from './request-gate.ts';

/** What sends, with the account in use. */
export interface SeveralParts {
  readonly session: Pick<AccountSession, 'client' | 'use'>;
  readonly gate: RequestGate;
  readonly kind: CallKind;
}

/** How several files are watched and stopped, and found again by a later background. */
export interface SeveralOptions {
  readonly signal: AbortSignal;
  readonly job: {
    readonly id: string;
    readonly onProgress: (fraction: number) => void;
    readonly onPaused: (pause: Pause | undefined) => void;
  };
}

/**
 * Has several files judged: in one request, or by calls of their own where the account may not do that. Gives what came of each,
 * in their order. Throws where the account, the service or the network is at fault.
 */
export async function checkSeveral(
  parts: SeveralParts,
  media: readonly Blob[],
  options: SeveralOptions,
): Promise<readonly BatchResult[]> {
  const { session, gate, kind } = parts;
  const { signal, job } = options;
  try {
    await session.client('batch_processing'); // What is known not to be allowed is no request, and passes no gate.
    const answer = await gate.send({ signal, onPaused: job.onPaused }, () =>
      session.use('batch_processing', (client) =>
        kind === 'video' ? client.batchVideos(media, options) : client.batchImages(media, options),
      ),
    );
    return answer.results;
  } catch (error) {
    const isBatchRefused =
      isAppError(error) && error.data.code === 'not-enabled' && error.data.permission === 'batch_processing';
    if (!isBatchRefused) throw error;
    return checkOneByOne(parts, media, options);
  }
}

/** Goes on waiting for what an earlier background has sent in either way. Throws `interrupted` where that cannot be found again. */
export async function resumeSeveral(
  parts: Pick<SeveralParts, 'session' | 'kind'>,
  sent: BatchSentBefore,
  options: SeveralOptions,
): Promise<readonly BatchResult[] | NotJudged> {
  const { session, kind } = parts;
  try {
    const answer = await session.use(permissionFor(kind), (client) => client.resumeBatch(kind, sent, options));
    return 'notJudged' in answer ? answer : answer.results;
  } catch (error) {
    if (!isAppError(error) || error.data.code !== 'interrupted') throw error;
    return resumeOneByOne(parts, sent, options);
  }
}
