import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRequestGate } from '../../../../src/background/service/request-gate.ts';
import { countRepeats } from '../../../../src/background/service/send-policy.ts';
import { throughGate } from '../../../../src/background/service/send-request.ts';
import { requestGateItem } from '../../../../src/background/store/request-gate-item.ts';
import type { Pause } from '../../../../src/core/check/check-progress.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import { changeSettings } from '../../../../src/pages/options/use-settings.ts';
import { freshBrowser } from './sign-in.ts';

const HOUR = 3_600_000;
const START = 10_000_000;

beforeEach(freshBrowser);
beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());
afterEach(() => void vi.restoreAllMocks());

/** A gate as a background builds it, and one who waits there; another one is what a later background has. */
async function gate(budget: number, memory?: Awaited<ReturnType<typeof requestGateItem.get>>) {
  await changeSettings({ requestsPerHour: budget });
  if (memory) await requestGateItem.set(memory);
  const made = createRequestGate(Date.now);
  const paused: (Pause | undefined)[] = [];
  const sent: number[] = [];
  const stop = new AbortController();
  const options = { signal: stop.signal, onPaused: (pause: Pause | undefined) => void paused.push(pause) };
  const request = async () => void sent.push(Date.now() - START);
  const send = <T>(watch: typeof options, work: () => Promise<T>, repeats = countRepeats()) =>
    throughGate({ gate: made, clock: Date.now }, repeats, watch, work);
  return { ...made, send, options, request, paused, sent, stop };
}

/** The count of a request that has been sent again for faults as often as it may be. */
function exhausted() {
  const repeats = countRepeats();
  while (repeats.take('fault'));
  return repeats;
}

const limited = (retryAt: number) => new AppError({ code: 'rate-limited', retryAt });
const busy = (retryAt: number, status = 503) => new AppError({ code: 'service-failed', status, retryAt });

describe('the gate of requests', () => {
  it('lets through what the budget of an hour allows, and the rest when the hour is over', async () => {
    const { send, options, request, sent, paused } = await gate(2);
    const untilRoom = { until: START + HOUR, reason: 'limit' };
    const all = Promise.all([1, 2, 3].map(() => send(options, request)));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([0, 0]);
    expect(paused).toEqual([untilRoom]);
    await vi.advanceTimersByTimeAsync(HOUR);
    await all;
    expect(sent).toEqual([0, 0, HOUR]);
    expect(paused).toEqual([untilRoom, undefined]);
  });

  it('is closed for everyone by a 429, and the request is sent again when the service said', async () => {
    const { send, options, request, sent } = await gate(100);
    let isRefused = true;
    const first = send(options, async () => {
      if (isRefused) {
        isRefused = false;
        throw limited(START + 2_000);
      }
      await request();
    });
    await vi.advanceTimersByTimeAsync(0);
    const second = send(options, request);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await Promise.all([first, second]);
    expect(sent).toEqual([2_000, 2_000]);
  });

  it('gives up on a service that refuses for ever', async () => {
    const { send, options } = await gate(100);
    let count = 0;
    const end = send(options, async () => {
      count += 1;
      throw limited(Date.now() + 1_000);
    }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10 * 120_000);
    expect(await end).toMatchObject({ data: { code: 'rate-limited' } });
    expect(count).toBe(11);
  });

  it('is closed for everyone by a fault for which the service asks to wait, and says so', async () => {
    const { send, options, request, sent, paused } = await gate(100);
    let isBusy = true;
    const first = send(options, async () => {
      if (!isBusy) return request();
      isBusy = false;
      throw busy(START + 90_000);
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(paused).toEqual([{ until: START + 90_000, reason: 'busy' }]);
    const next = await gate(100); // Of a later background.
    const second = next.send(next.options, request);
    await vi.advanceTimersByTimeAsync(89_999);
    expect(next.paused).toEqual(paused);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await Promise.all([first, second]);
    expect(sent).toEqual([90_000, 90_000]);
  });

  it.each([
    ['is busy for ever: three times more', busy, 4, countRepeats],
    ['was asked as often as may be', busy, 1, exhausted],
    ['does not know what it is asked for', (at: number) => busy(at, 501), 1, countRepeats],
    ['has a fault and names no wait', () => new AppError({ code: 'service-failed', status: 503 }), 1, countRepeats],
  ])('gives up on a service that %s', async (_name, fault, times, repeats) => {
    const { send, options } = await gate(100);
    const request = vi.fn(async () => {
      throw fault(Date.now() + 20_000);
    });
    const end = send(options, request, repeats()).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(200_000);
    expect(await end).toMatchObject({ data: { code: 'service-failed' } });
    expect(request).toHaveBeenCalledTimes(times);
  });

  it('stays closed for the others when a request gives up', async () => {
    const { send, options, request, sent } = await gate(100);
    const giveUp = async () => {
      throw busy(START + 20_000);
    };
    await expect(send(options, giveUp, exhausted())).rejects.toThrow();
    const other = send(options, request);
    await vi.advanceTimersByTimeAsync(20_000);
    await other;
    expect(sent).toEqual([20_000]);
  });

  it('makes a pause of a second at least, twice as long each time', async () => {
    const { send, options } = await gate(100);
    const sent: number[] = [];
    const end = send(options, async () => {
      sent.push(Date.now() - START);
      if (sent.length < 11) throw limited(Date.now());
    });
    await vi.advanceTimersByTimeAsync(600_000);
    await end;
    const pauses = sent.slice(1).map((at, index) => (at - (sent[index] ?? 0)) / 1_000);
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120, 120]);
  });

  it('keeps back who has passed it and waited elsewhere since', async () => {
    const { send, options, request, sent, paused, whenOpen } = await gate(100);
    let isBusy = true;
    const first = send(options, async () => {
      if (isBusy) {
        isBusy = false;
        throw busy(START + 5_000);
      }
    });
    await vi.advanceTimersByTimeAsync(0);
    const other = whenOpen(options).then(request);
    await vi.advanceTimersByTimeAsync(5_000);
    await Promise.all([first, other]);
    expect(sent).toEqual([5_000]);
    expect(paused).toEqual([
      { until: START + 5_000, reason: 'busy' },
      { until: START + 5_000, reason: 'busy' },
      undefined,
      undefined,
    ]);
  });

  it('is left at once by who is cancelled', async () => {
    const { send, options, request, sent, stop } = await gate(100, { passedAt: [], closedUntil: START + 60_000 });
    const end = send(options, request).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(0);
    stop.abort();
    await end;
    expect(sent).toEqual([]);
  });

  it('is not closed for a day by a clock that was set back by a day', async () => {
    const { send, options, request, sent } = await gate(100, { passedAt: [], closedUntil: START + 24 * HOUR });
    await send(options, request);
    expect(sent).toEqual([0]);
  });

  it('remembers across backgrounds', async () => {
    const { send, options, request } = await gate(1);
    await send(options, request);
    expect((await requestGateItem.get()).passedAt).toEqual([START]);
    const next = await gate(1);
    void next.send(next.options, next.request);
    await vi.advanceTimersByTimeAsync(0);
    expect(next.paused).toEqual([{ until: START + HOUR, reason: 'limit' }]);
  });
});
