import type { MediaKind } from '../../core/check/media-reference.ts';
import { AppError, isAppError } from '../../core/errors/app-error.ts';
import { type ErrorData, hasTrait } from '../../core/errors/error-data.ts';
import type { Verdict } from '../../core/service/verdict.ts';
import type { NotJudged } from '../service/not-judged.ts';
import type { MediaSender, SendOptions } from '../service/send-options.ts';
import { type BatchLimits, takeBatch } from './batch-plan.ts';
import { createResumedBatches } from './resumed-batches.ts';
import { toldToAll } from './told-to-all.ts';

/** What became of one media of a request: its verdict, or why there is none. */
export type BatchOutcome = Verdict | { readonly error: ErrorData };

/** How a request of several media is watched and stopped, and found again by a later background. */
export interface BatchOptions {
  readonly signal: AbortSignal;
  readonly job: Omit<SendOptions['job'], 'onBatched'>;
}

/** The calls of the service that a batch sender makes. */
export interface BatchCalls {
  readonly host: string;
  /**
   * Gives an outcome for each of the media, in their order. `media` says what they are, and is asked at the moment of sending, each
   * time anew: a request may have to wait, and what is not wanted any more then is not sent.
   */
  send(media: () => readonly Blob[], options: BatchOptions): Promise<readonly BatchOutcome[]>;
  /** Goes on waiting for the outcomes of what an earlier background has sent under this id. */
  resume(size: number, options: BatchOptions): Promise<readonly BatchOutcome[] | NotJudged>;
  /** One by one: where the account may not send batches, and for what fills one alone. */
  readonly single: MediaSender;
}

/** What a batch sender needs from its surroundings. */
export interface BatchSenderParts {
  readonly kind: MediaKind;
  readonly calls: BatchCalls;
  readonly limits: BatchLimits;
  /** False: the account may not send batches. */
  readonly isPermitted: boolean;
  readonly newId: () => string;
}

/** Sends the media of many checks together. */
export interface BatchSender extends MediaSender {
  readonly kind: MediaKind;
  /** Announces a check whose media is to be read: what waits is not sent while that may still come. */
  expect(checkId: string): void;
  /** The check's media has been read, or never will be. */
  arrived(checkId: string): void;
}

/** Requests of several media that are on their way at the same time. */
const MAX_IN_FLIGHT = 2;

/** The same for requests of one. */
const MAX_SINGLES = 4;

/** When no media has been read for this long, those that are there are sent. Milliseconds. */
const LULL_MS = 3_000;

interface Entry {
  readonly media: Blob;
  readonly options: SendOptions;
  readonly settle: (outcome: BatchOutcome | { readonly thrown: unknown }) => void;
}

/**
 * Collects what is to be sent and sends it together: when a request is full, when nothing more is being read, or when reading
 * takes its time. A request that is refused as a whole is split until the culprit stands alone, so one bad media never costs
 * the others.
 */
export function createBatchSender({ kind, calls, limits, isPermitted, newId }: BatchSenderParts): BatchSender {
  const waiting: Entry[] = [];
  const expected = new Set<string>();
  const resumed = createResumedBatches(calls.resume, () => expected.size > 0);
  let areBatchesPermitted = isPermitted;
  let inFlight = 0;
  let singles = 0;
  let lull: ReturnType<typeof setTimeout> | undefined;

  function sendWhatIsDue(isLull = false): void {
    for (let at = waiting.length - 1; at >= 0; at -= 1) if (waiting[at]?.options.signal.aborted) waiting.splice(at, 1);
    if (!areBatchesPermitted) {
      sendSingles();
      return;
    }
    const isAllThere = expected.size === 0 || isLull;
    while (inFlight < MAX_IN_FLIGHT) {
      const batch = takeBatch(waiting, limits, isAllThere);
      if (!batch) return;
      inFlight += 1;
      void sendTogether(batch).finally(() => {
        inFlight -= 1;
        sendWhatIsDue();
      });
    }
  }

  function sendSingles(): void {
    while (singles < MAX_SINGLES) {
      const entry = waiting.shift();
      if (!entry) return;
      singles += 1;
      void sendAlone(entry).finally(() => {
        singles -= 1;
        sendWhatIsDue();
      });
    }
  }

  async function sendAlone({ media, options, settle }: Entry): Promise<void> {
    try {
      settle(await calls.single.check(media, options));
    } catch (thrown) {
      settle({ thrown });
    }
  }

  async function sendTogether(all: readonly Entry[]): Promise<void> {
    const entries = stillWanted(all);
    const [first] = entries;
    if (!first) return;
    if (first.media.size > limits.maxBytes) return sendAlone(first);
    const jobId = newId();
    const signal = abortedAll(entries.map(({ options }) => options.signal));
    let sent = entries;
    const media = () => {
      signal.throwIfAborted();
      sent = stillWanted(entries);
      sent.forEach(({ options }, position) => {
        options.job.onBatched({ jobId, position, size: sent.length });
      });
      return sent.map((entry) => entry.media);
    };
    try {
      const outcomes = await calls.send(media, {
        signal,
        job: { id: jobId, ...toldToAll(entries.map(({ options }) => options)) },
      });
      sent.forEach(({ settle }, position) => {
        settle(outcomes[position] ?? { error: { code: 'unreadable-answer' } });
      });
    } catch (thrown) {
      await afterRefusal(stillWanted(entries), thrown);
    }
  }

  /** A request that came to nothing: split where one of its media may be at fault, one by one where batches are not allowed. */
  async function afterRefusal(entries: readonly Entry[], thrown: unknown): Promise<void> {
    if (isAppError(thrown) && thrown.data.code === 'not-enabled' && thrown.data.permission === 'batch_processing') {
      areBatchesPermitted = false;
      takeBack(entries);
      waiting.unshift(...entries);
      sendWhatIsDue();
      return;
    }
    if (!isAppError(thrown) || !isForWhatIsInIt(thrown.data) || entries.length === 1) {
      for (const { settle } of entries) settle({ thrown });
      return;
    }
    takeBack(entries);
    const middle = Math.ceil(entries.length / 2);
    await sendTogether(entries.slice(0, middle));
    await sendTogether(entries.slice(middle));
  }

  function sendSoon(): void {
    // Later in this turn of the event loop: whoever arrives may have media to be sent along.
    queueMicrotask(() => sendWhatIsDue());
    clearTimeout(lull);
    lull = setTimeout(() => sendWhatIsDue(true), LULL_MS);
  }

  return {
    kind,
    host: calls.host,
    expect: (checkId) => {
      expected.add(checkId);
    },
    arrived(checkId) {
      expected.delete(checkId);
      resumed.stopUnwanted();
      sendSoon();
    },
    check(media, options) {
      return new Promise((resolve, reject) => {
        const settle: Entry['settle'] = (outcome) => {
          if ('thrown' in outcome) reject(outcome.thrown);
          else if ('error' in outcome) reject(new AppError(outcome.error));
          else resolve(outcome);
        };
        options.signal.addEventListener('abort', () => reject(options.signal.reason), { once: true });
        waiting.push({ media, options, settle });
        sendSoon();
      });
    },
    async resume(sent, options) {
      if (!sent.batch) return calls.single.resume(sent, options);
      const outcomes = await resumed.outcomesOf(sent.batch, options);
      if ('notJudged' in outcomes) return outcomes;
      const outcome = outcomes[sent.batch.position];
      if (!outcome) throw new AppError({ code: 'unreadable-answer' });
      if ('error' in outcome) throw new AppError(outcome.error);
      return outcome;
    },
  };
}

/** Whether the service refused a request for what is in it: one of its media may be the reason, and the others may be sent again. */
function isForWhatIsInIt(error: ErrorData): boolean {
  return hasTrait(error, 'about-the-file') && hasTrait(error, 'not-judged');
}

/** The request they were in is over, and they are to be sent by another. */
function takeBack(entries: readonly Entry[]): void {
  for (const { options } of entries) options.job.onBatched(undefined);
}

/** Those whose check was not cancelled. */
function stillWanted(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ options }) => !options.signal.aborted);
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
