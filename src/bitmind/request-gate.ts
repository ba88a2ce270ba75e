import { isAppError } from '../errors/app-error.ts';
import { REQUEST_POLICY } from './request-policy.ts';

const HOUR_MS = 3_600_000;

/** What a gate remembers, so that it survives the background. Epoch milliseconds. */
export interface GateMemory {
  /** When requests were let through in the last hour, the oldest first. */
  readonly passedAt: readonly number[];
  /** Nothing passes before this moment. */
  readonly closedUntil: number;
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
  readonly signal: AbortSignal;
  /** Told until when it waits (epoch milliseconds); undefined: it goes on. */
  readonly onPaused: (until: number | undefined) => void;
}

/** What all requests with media pass: within the budget of an hour, and not while the service has asked for a pause. */
export interface RequestGate {
  /**
   * Sends once the gate is open. A 429 closes it for everyone until the moment the service named, and the request is
   * sent again then; after `rateLimitRepeats` in a row the error is thrown.
   */
  send<T>(options: GateOptions, request: () => Promise<T>): Promise<T>;
}

/** A gate over one memory. */
export function createRequestGate({ memory, budget, clock, onFault }: GateParts): RequestGate {
  let loading: Promise<void> | undefined;
  let passedAt: number[] = [];
  let closedUntil = 0;

  function load(): Promise<void> {
    loading ??= memory.get().then((known) => {
      passedAt = [...known.passedAt];
      closedUntil = known.closedUntil;
    });
    return loading;
  }

  function remember(): void {
    memory.set({ passedAt, closedUntil }).catch(onFault);
  }

  /** When the gate is open next, as far as is known now. */
  function openFrom(limit: number, now: number): number {
    passedAt = passedAt.filter((at) => at > now - HOUR_MS && at <= now);
    // Further away than a service may ask for: the clock was set back meanwhile.
    if (closedUntil - now > REQUEST_POLICY.maxRetryAfterMs) closedUntil = 0;
    const oldestThatCounts = passedAt.at(-limit);
    const whenRoom = passedAt.length < limit || oldestThatCounts === undefined ? 0 : oldestThatCounts + HOUR_MS;
    return Math.max(closedUntil, whenRoom);
  }

  async function pass({ signal, onPaused }: GateOptions): Promise<void> {
    await load();
    const limit = await budget();
    for (let hasWaited = false; ; hasWaited = true) {
      signal.throwIfAborted();
      const now = clock();
      const until = openFrom(limit, now);
      if (until <= now) {
        passedAt.push(now);
        remember();
        if (hasWaited) onPaused(undefined);
        return;
      }
      onPaused(until);
      await pause(until - now, signal);
    }
  }

  return {
    async send(options, request) {
      for (let repeats = 0; ; repeats += 1) {
        await pass(options);
        try {
          return await request();
        } catch (error) {
          const isLimit = isAppError(error) && error.data.code === 'rate-limited';
          if (!isLimit || repeats === REQUEST_POLICY.rateLimitRepeats) throw error;
          closedUntil = Math.max(closedUntil, error.data.retryAt);
          remember();
        }
      }
    },
  };
}

/** Waits; ends at once when `signal` is aborted. Milliseconds. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const timer = setTimeout(end, ms);
    function end(): void {
      clearTimeout(timer);
      waiting.abort();
      resolve();
    }
    signal.addEventListener('abort', end, { once: true, signal: waiting.signal });
  });
}
