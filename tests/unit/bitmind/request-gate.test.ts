import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRequestGate, type GateMemory } from '../../../src/bitmind/request-gate.ts';
import { AppError } from '../../../src/errors/app-error.ts';

const HOUR = 3_600_000;
const START = 10_000_000;

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

function gate(budget: number, memory: GateMemory = { passedAt: [], closedUntil: 0 }) {
  let kept = memory;
  const faults: unknown[] = [];
  const made = createRequestGate({
    memory: {
      get: async () => kept,
      set: async (next) => {
        kept = next;
      },
    },
    budget: async () => budget,
    clock: Date.now,
    onFault: (error) => faults.push(error),
  });
  const paused: (number | undefined)[] = [];
  const sent: number[] = [];
  const stop = new AbortController();
  const options = { signal: stop.signal, onPaused: (until: number | undefined) => void paused.push(until) };
  const request = async () => void sent.push(Date.now() - START);
  return { ...made, options, request, paused, sent, stop, memory: () => kept, faults };
}

const limited = (retryAt: number) => new AppError({ code: 'rate-limited', retryAt });

describe('the gate of requests', () => {
  it('lets through what the budget of an hour allows, and the rest when the hour is over', async () => {
    const { send, options, request, sent, paused } = gate(2);
    const all = Promise.all([1, 2, 3].map(() => send(options, request)));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([0, 0]);
    expect(paused).toEqual([START + HOUR]);
    await vi.advanceTimersByTimeAsync(HOUR);
    await all;
    expect(sent).toEqual([0, 0, HOUR]);
    expect(paused).toEqual([START + HOUR, undefined]);
  });

  it('is closed for everyone by a 429, and the request is sent again when the service said', async () => {
    const { send, options, request, sent } = gate(100);
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
    const { send, options } = gate(100);
    let count = 0;
    const end = send(options, async () => {
      count += 1;
      throw limited(Date.now() + 1_000);
    }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await end).toMatchObject({ data: { code: 'rate-limited' } });
    expect(count).toBe(11);
  });

  it('is left at once by who is cancelled', async () => {
    const { send, options, request, sent, stop } = gate(100, { passedAt: [], closedUntil: START + 60_000 });
    const end = send(options, request).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(0);
    stop.abort();
    await end;
    expect(sent).toEqual([]);
  });

  it('is not closed for a day by a clock that was set back by a day', async () => {
    const { send, options, request, sent } = gate(100, { passedAt: [], closedUntil: START + 24 * HOUR });
    await send(options, request);
    expect(sent).toEqual([0]);
  });

  it('remembers across backgrounds', async () => {
    const { send, options, request, memory } = gate(1);
    await send(options, request);
    expect(memory().passedAt).toEqual([START]);
    const next = gate(1, memory());
    void next.send(next.options, next.request);
    await vi.advanceTimersByTimeAsync(0);
    expect(next.paused).toEqual([START + HOUR]);
  });
});
