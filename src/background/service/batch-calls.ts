import type { MediaKind } from '../../core/check/media-reference.ts';
import { isAppError } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import type { BatchAnswer, BatchResult } from '../../core/service/batch-answer.ts';
import { permissionFor } from '../../core/service/permission.ts';
import { type BatchOutcome, type BatchSender, createBatchSender } from '../page-run/batch-sender.ts';
import type { AccountSession } from './account-session.ts';
import { BATCH_IMAGE_MAX_ITEMS, BATCH_LIMIT_BYTES, BATCH_VIDEO_MAX_ITEMS, type BitmindClient } from './client.ts';
import { mediaSender, sessionAt } from './media-sender.ts';
import type { RequestGate } from './request-gate.ts';

const MAX_ITEMS = { image: BATCH_IMAGE_MAX_ITEMS, video: BATCH_VIDEO_MAX_ITEMS };

/** What the form around each of the media takes at most, in bytes: the boundary, its headers. */
const FORM_BYTES = 1_000;

/** The type that an earlier background sent is not known any more; it is needed for the words of an error alone. */
const SENT_TYPE = { image: 'image/*', video: 'video/*' };

/** The way to the service for many media of one kind. Throws when the account may not have them checked. */
export async function batchSender(session: AccountSession, gate: RequestGate, kind: MediaKind): Promise<BatchSender> {
  const single = await mediaSender(session, gate, kind);
  const atHost = sessionAt(session, single.host);
  return createBatchSender({
    kind,
    isPermitted: await mayBatch(session),
    limits: { maxItems: MAX_ITEMS[kind], maxBytes: BATCH_LIMIT_BYTES - MAX_ITEMS[kind] * FORM_BYTES },
    newId: () => crypto.randomUUID(),
    calls: {
      host: single.host,
      single,
      async send(media, options) {
        const { signal, job } = options;
        const send = (client: BitmindClient) =>
          kind === 'image' ? client.batchImages(media(), options) : client.batchVideos(media(), options);
        return outcomesOf(
          await gate.send({ signal, onPaused: job.onPaused }, () => atHost.use('batch_processing', send)),
        );
      },
      async resume(count, options) {
        const sent = { count, sizeBytes: 0, type: SENT_TYPE[kind] };
        const answer = await atHost.use(permissionFor(kind), (client) => client.resumeBatch(kind, sent, options));
        return 'notJudged' in answer ? answer : outcomesOf(answer);
      },
    },
  });
}

async function mayBatch(session: AccountSession): Promise<boolean> {
  try {
    await session.client('batch_processing');
    return true;
  } catch (error) {
    if (isAppError(error) && error.data.code === 'not-enabled') return false;
    throw error;
  }
}

function outcomesOf({ results }: BatchAnswer): readonly BatchOutcome[] {
  return results.map((result) => ('failed' in result ? { error: errorOf(result) } : result));
}

function errorOf({ failed, detail }: Extract<BatchResult, { failed: unknown }>): ErrorData {
  if (failed !== 'refused') return { code: 'unreadable-answer' };
  return { code: 'input-refused', ...(detail !== undefined && { detail }) };
}
