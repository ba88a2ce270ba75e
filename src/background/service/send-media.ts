import type { MediaKind } from '../../core/check/media-reference.ts';
import { isAppError, isErrorWith } from '../../core/errors/app-error.ts';
import type { InTurn } from '../at-most.ts';
import { BATCH_LIMIT_BYTES, ENDPOINTS } from './endpoints.ts';
import type { Outcome } from './outcome.ts';
import type { SendOptions } from './send-options.ts';
import { sendRequest } from './send-request.ts';
import type { Service } from './service.ts';

/** A file to be judged, how its check is watched and stopped, and who is told what came of it. */
export interface MediaItem {
  readonly file: Blob;
  readonly options: SendOptions;
  readonly settle: (outcome: Outcome) => void;
}

/** By whom and where media is sent. */
export interface Line {
  readonly service: Service;
  readonly kind: MediaKind;
  /** The service that the user was told of. */
  readonly host: string;
  /** Whether the account may send several files in one request, as far as is known. */
  readonly mayBatch: () => Promise<boolean>;
  /** Told when the service has said no to that. */
  readonly onBatchRefused: () => void;
  /** The turns of the calls that stand in for such a request. */
  readonly standIns: InTurn;
}

/** What the form around each file takes at most, in bytes: the boundary, its headers. */
const FORM_BYTES = 1_000;

/** How much one request of several files of a kind may hold. */
export function batchLimits(kind: MediaKind): { readonly maxItems: number; readonly maxBytes: number } {
  const { maxItems } = ENDPOINTS[kind].together;
  return { maxItems, maxBytes: BATCH_LIMIT_BYTES - maxItems * FORM_BYTES };
}

/**
 * Sends media to be judged: the one way out. Each file is settled with what came of it, as soon as that is known.
 *
 * - `alone`: by a request of its own each.
 * - `together`: in one request, of no more than `batchLimits`. One by one where the account may not do that; in halves where the
 *   request is refused for what is in it, so that one bad file never costs the others.
 * - One check: its files, in one request or one by one. They are as good or as bad as each other, so there are no halves.
 */
export async function sendMedia(
  line: Line,
  items: readonly MediaItem[],
  how: 'alone' | 'together' | SendOptions,
): Promise<void> {
  const wanted = stillWanted(items);
  if (how === 'alone') {
    await Promise.all(wanted.map((item) => sendAlone(line, item)));
    return;
  }
  const [first, ...others] = wanted;
  if (!first) return;
  try {
    const mayBatch = await line.mayBatch();
    if (mayBatch && others.length === 0 && first.file.size > batchLimits(line.kind).maxBytes)
      await sendAlone(line, first);
    else if (mayBatch) await sendTogether(line, wanted, how);
    else await sendOneByOne(line, wanted);
  } catch (thrown) {
    const left = stillWanted(wanted);
    if (isBatchRefused(thrown)) {
      line.onBatchRefused();
      takeBack(left);
      await sendOneByOne(line, left);
    } else if (how === 'together' && left.length > 1 && isForWhatIsInIt(thrown)) {
      takeBack(left);
      const middle = Math.ceil(left.length / 2);
      await sendMedia(line, left.slice(0, middle), how);
      await sendMedia(line, left.slice(middle), how);
    } else {
      for (const { settle } of left) settle({ thrown });
    }
  }
}

async function sendTogether(
  { service, kind, host }: Line,
  items: readonly MediaItem[],
  how: 'together' | SendOptions,
): Promise<void> {
  const isOfOne = how !== 'together';
  const signal = isOfOne ? how.signal : abortedAll(items.map(({ options }) => options.signal));
  const { id, ...told } = isOfOne
    ? how.job
    : { id: crypto.randomUUID(), ...toldToAll(items.map(({ options }) => options)) };
  let sent = items;
  const files = () => {
    signal.throwIfAborted();
    sent = stillWanted(items);
    for (const [position, { options }] of sent.entries()) {
      options.job.onBatched({ jobId: id, position, size: sent.length });
    }
    return sent.map(({ file }) => file);
  };
  const results = await sendRequest(service, { kind, isTogether: true, host, files }, { id, signal, ...told });
  for (const [position, { settle }] of sent.entries()) settle(results[position] ?? { failed: 'no-answer' });
}

/** In place of one request: a few at a time. */
async function sendOneByOne(line: Line, items: readonly MediaItem[]): Promise<void> {
  const send = (item: MediaItem) =>
    line
      .standIns(() => sendAlone(line, item), { signal: item.options.signal })
      .catch((thrown: unknown) => item.settle({ thrown }));
  await Promise.all(items.map(send));
}

async function sendAlone({ service, kind, host }: Line, { file, options, settle }: MediaItem): Promise<void> {
  try {
    const request = { kind, isTogether: false, host, files: () => [file] };
    const [result] = await sendRequest(service, request, { ...options.job, signal: options.signal });
    settle(result ?? { failed: 'no-answer' });
  } catch (thrown) {
    settle({ thrown });
  }
}

/** Those whose check was not cancelled; the others are told that they were. */
function stillWanted(items: readonly MediaItem[]): readonly MediaItem[] {
  for (const { options, settle } of items) if (options.signal.aborted) settle({ thrown: options.signal.reason });
  return items.filter(({ options }) => !options.signal.aborted);
}

/** The request they were in is over, and they are to be sent by another. */
function takeBack(items: readonly MediaItem[]): void {
  for (const { options } of items) options.job.onBatched(undefined);
}

function isBatchRefused(error: unknown): boolean {
  return isAppError(error) && error.data.code === 'not-enabled' && error.data.permission === 'batch_processing';
}

/** Whether the service refused a request for what is in it: one of its files may be the reason, and the others may be sent again. */
function isForWhatIsInIt(error: unknown): boolean {
  return isErrorWith(error, 'about-the-file') && isErrorWith(error, 'not-judged');
}

/** Tells the checks of a request how far it is; not those that were cancelled, which may have begun anew meanwhile. */
export function toldToAll(checks: readonly SendOptions[]): Pick<SendOptions['job'], 'onProgress' | 'onPaused'> {
  const wanted = () => checks.filter(({ signal }) => !signal.aborted);
  return {
    onProgress(fraction) {
      for (const { job } of wanted()) job.onProgress(fraction);
    },
    onPaused(pause) {
      for (const { job } of wanted()) job.onPaused(pause);
    },
  };
}

/** Aborted when all of `signals` are. */
function abortedAll(signals: readonly AbortSignal[]): AbortSignal {
  const all = new AbortController();
  let left = signals.length;
  for (const signal of signals) {
    signal.addEventListener(
      'abort',
      () => {
        left -= 1;
        if (left === 0) all.abort(signal.reason);
      },
      { once: true },
    );
  }
  return all.signal;
}
