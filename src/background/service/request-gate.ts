import type { Pause, PauseReason } from '../../core/check/check-progress.ts';
import { isAppError } from '../../core/errors/app-error.ts';
import { isPassing, REQUEST_POLICY } from './request-policy.ts';

const HOUR_MS = 3_600_000;

/** What a gate remembers, so that it survives the background. Epoch milliseconds. */
export interface GateMemory {
  /** When requests were let through in the last hour, the oldest first. */
  readonly passedAt: readonly number[];
  /** Nothing passes before this moment. */
  readonly closedUntil: number;
  /** Left out: for its limit. */
  readonly closedFor?: PauseReason;
}

/** What a gate needs from its surroundings. */
export interface GateParts {
  readonly memory: { get(): Promise<GateMemory>; set(memory: GateMemory): Promise<void> };
  /** Requests with media an hour. */
  readonly budget: () => Promise<number>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly onFault: (error: unknown) => void;
}

/** How one request waits at the gate. */
export interface GateOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told of the pause in which it waits; undefined: it goes on. */
  readonly onPaused?: ((pause: Pause | undefined) => void) | undefined;
}

/** What all requests with media pass: within the budget of an hour, and not while the service has asked for a pause. */
export interface RequestGate {
  /**
   * Sends once the gate is open. A 429, or a fault for which the service asks to wait, closes it for everyone until the moment
   * the service named, and the request is sent again then; after `rateLimitRepeats` or `repeats` of them the error is thrown.
   */
  send<T>(options: GateOptions, request: () => Promise<T>): Promise<T>;
  /** For a request that has passed and waited elsewhere since: waits out a pause that has begun meanwhile. */
  whenOpen(options: GateOptions): Promise<void>;
}

/** How often one request is sent again for each reason. */
const MAX_REPEATS: Readonly<Record<PauseReason, number>> = {
  limit: REQUEST_POLICY.rateLimitRepeats,
  busy: REQUEST_POLICY.repeats,
};

/** A gate over one memory. */
export function createRequestGate({ memory, budget, clock, onFault }: GateParts): RequestGate {
  let loading: Promise<void> | undefined;
  let passedAt: number[] = [];
  let closed: Pause = { until: 0, reason: 'limit' };

  function load(): Promise<void> {
    loading ??= memory.get().then((known) => {
      passedAt = [...known.passedAt];
      closed = { until: known.closedUntil, reason: known.closedFor ?? 'limit' };
    });
    return loading;
  }

  function remember(): void {
    memory.set({ passedAt, closedUntil: closed.until, closedFor: closed.reason }).catch(onFault);
  }

  function close(pause: Pause): void {
    if (pause.until <= closed.until) return;
    closed = pause;
    remember();
  }

  /** The pause that the service has asked for, as far as is known now. */
  function askedPause(now: number): Pause {
    // Further away than a service may ask for: the clock was set back meanwhile.
    if (closed.until - now > REQUEST_POLICY.maxRetryAfterMs) closed = { until: 0, reason: 'limit' };
    return closed;
  }

  /** The same, or the one until the budget has room, whichever is longer. */
  function wholePause(limit: number, now: number): Pause {
    passedAt = passedAt.filter((at) => at > now - HOUR_MS && at <= now);
    const oldestThatCounts = passedAt.at(-limit);
    const whenRoom = passedAt.length < limit || oldestThatCounts === undefined ? 0 : oldestThatCounts + HOUR_MS;
    const asked = askedPause(now);
    return whenRoom > asked.until ? { until: whenRoom, reason: 'limit' } : asked;
  }

  /** Waits until there is no pause; `enter` is called in the same turn of the event loop. */
  async function wait(
    { signal, onPaused }: GateOptions,
    pauseAt: (now: number) => Pause,
    enter: (now: number) => void = () => undefined,
  ): Promise<void> {
    for (let hasWaited = false; ; hasWaited = true) {
      signal?.throwIfAborted();
      const now = clock();
      const next = pauseAt(now);
      if (next.until <= now) {
        enter(now);
        if (hasWaited) onPaused?.(undefined);
        return;
      }
      onPaused?.(next);
      await sleep(next.until - now, signal);
    }
  }

  async function pass(options: GateOptions): Promise<void> {
    await load();
    const limit = await budget();
    await wait(
      options,
      (now) => wholePause(limit, now),
      (now) => {
        passedAt.push(now);
        remember();
      },
    );
  }

  return {
    async send(options, request) {
      const repeats = { limit: 0, busy: 0 };
      for (;;) {
        await pass(options);
        try {
          return await request();
        } catch (error) {
          const asked = pauseAskedBy(error);
          if (!asked) throw error;
          const { reason, until } = asked;
          if (asked.isLast || repeats[reason] === MAX_REPEATS[reason]) {
            close(asked);
            throw error;
          }
          const leastMs = Math.min(REQUEST_POLICY.leastPauseMs * 2 ** repeats[reason], REQUEST_POLICY.maxRetryAfterMs);
          close({ reason, until: Math.max(until, clock() + leastMs) });
          repeats[reason] += 1;
        }
      }
    },
    async whenOpen(options) {
      await load();
      await wait(options, askedPause);
    },
  };
}

/** The pause for which the service asks with an error; `isLast`: the request itself has been tried often enough. */
function pauseAskedBy(error: unknown): (Pause & { readonly isLast: boolean }) | undefined {
  if (!isAppError(error)) return undefined;
  const { data } = error;
  if (data.code === 'rate-limited') return { until: data.retryAt, reason: 'limit', isLast: false };
  if (data.code !== 'service-failed' || data.retryAt === undefined || !isPassing(data.status)) return undefined;
  return { until: data.retryAt, reason: 'busy', isLast: data.isExhausted ?? false };
}

/** Waits; ends at once when `signal` is aborted. Milliseconds. */
function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const timer = setTimeout(end, ms);
    function end(): void {
      clearTimeout(timer);
      waiting.abort();
      resolve();
    }
    signal?.addEventListener('abort', end, { once: true, signal: waiting.signal });
  });
}
