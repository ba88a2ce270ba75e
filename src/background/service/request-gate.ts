import type { Pause } from '../../core/check/check-progress.ts';
import { logFault } from '../../core/log.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { readPolicy } from '../store/policy.ts';
import { requestGateItem } from '../store/request-gate-item.ts';
import { SEND_POLICY, sleep } from './send-policy.ts';

const HOUR_MS = 3_600_000;

/** How one request waits at the gate. */
export interface GateOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told of the pause in which it waits; undefined: it goes on. */
  readonly onPaused?: ((pause: Pause | undefined) => void) | undefined;
}

/** What all requests with media pass. */
export type RequestGate = ReturnType<typeof createRequestGate>;

/**
 * The gate that all requests with media pass, within the budget of an hour (the administrator's goes before the user's), and not
 * while the service has asked for a pause. What it knows outlives the background. `clock` gives epoch milliseconds.
 */
export function createRequestGate(clock: () => number) {
  let loading: Promise<void> | undefined;
  let passedAt: number[] = [];
  let closed: Pause = { until: 0, reason: 'limit' };

  function load(): Promise<void> {
    loading ??= requestGateItem.get().then((known) => {
      passedAt = [...known.passedAt];
      closed = { until: known.closedUntil, reason: known.closedFor ?? 'limit' };
    });
    return loading;
  }

  function remember(): void {
    requestGateItem.set({ passedAt, closedUntil: closed.until, closedFor: closed.reason }).catch(logFault);
  }

  async function budget(): Promise<number> {
    return (await readPolicy()).requestsPerHour ?? (await settingsItem.get()).requestsPerHour;
  }

  /** The pause that the service has asked for, as far as is known now. */
  function askedPause(now: number): Pause {
    // Further away than a service may ask for: the clock was set back meanwhile.
    if (closed.until - now > SEND_POLICY.maxRetryAfterMs) closed = { until: 0, reason: 'limit' };
    return closed;
  }

  /** That pause, or the one until the budget has room, whichever is longer. */
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

  return {
    /** Lets one request through, once there is room for it and no pause. */
    async pass(options: GateOptions): Promise<void> {
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
    },
    /** For a request that has passed and waited elsewhere since: waits out a pause that has begun meanwhile. */
    async whenOpen(options: GateOptions): Promise<void> {
      await load();
      await wait(options, askedPause);
    },
    /** Closes it for everyone for as long as the service asks, which is never shorter than any pause before. */
    close(pause: Pause): void {
      if (pause.until <= closed.until) return;
      closed = pause;
      remember();
    },
  };
}
