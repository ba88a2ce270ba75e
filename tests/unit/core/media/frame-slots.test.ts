import { describe, expect, it } from 'vitest';
import { takeInSlots } from '../../../../src/core/media/frame-slots.ts';

/** What a made-up video shows at a time in milliseconds: nothing but its end, or a picture, or a plain one. */
type Shown = (ms: number) => { readonly print: string; readonly isPlain?: boolean } | undefined;

/** Takes frames of it by a clock of the test's own; gives when each was taken. */
function take(shown: Shown, { count = 16, leastPauseMs = 40, signal = new AbortController().signal } = {}) {
  let nowMs = 0;
  return takeInSlots<number>({
    forMs: 6_000,
    count,
    leastPauseMs,
    look: async () => {
      const seen = shown(nowMs);
      const at = nowMs;
      return seen && { isPlain: false, ...seen, take: async () => at };
    },
    pause: async (ms) => {
      nowMs += ms;
    },
    now: () => nowMs,
    signal,
  });
}

const moving: Shown = (ms) => ({ print: String(ms) });

describe('frames of a playing video', () => {
  it('are spread over the whole time', async () => {
    expect(await take(moving)).toEqual({ frames: Array.from({ length: 16 }, (_, index) => index * 375) });
  });

  it('are as many as the screen can be captured', async () => {
    expect(await take(moving, { leastPauseMs: 550 })).toEqual({
      frames: [0, 550, 1100, 1650, 2200, 2750, 3300, 3850, 4400, 4950, 5500],
    });
  });

  it('are none that look the same', async () => {
    const slow: Shown = (ms) => ({ print: String(Math.floor(ms / 1_500)) });
    expect(await take(slow)).toEqual({ frames: [0, 1500, 3000, 4500] });
  });

  it('are none of one plain colour: the next of the same slot is taken', async () => {
    const flickering: Shown = (ms) => ({ print: String(ms), isPlain: ms % 1_500 === 0 });
    expect(await take(flickering, { count: 4 })).toEqual({ frames: [750, 2250, 3750, 5250] });
    expect(await take((ms) => ({ print: String(ms), isPlain: ms < 3_000 }))).toEqual({
      frames: [3000, 3375, 3750, 4125, 4500, 4875, 5250, 5625],
    });
  });

  it('end with the playback', async () => {
    expect(await take((ms) => (ms < 1_000 ? moving(ms) : undefined))).toEqual({ frames: [0, 375, 750] });
  });

  it.each<[string, Shown, string]>([
    ['all are black', () => ({ print: 'black', isPlain: true }), 'black'],
    ['all are the same', () => ({ print: 'one' }), 'frozen'],
    ['there is one beside plain ones', (ms) => ({ print: ms < 10 ? 'one' : 'black', isPlain: ms >= 10 }), 'frozen'],
    ['playback ends before there are two', (ms) => (ms < 10 ? moving(ms) : undefined), 'paused'],
  ])('are refused where %s', async (_name, shown, refused) => {
    expect(await take(shown)).toEqual({ refused });
  });

  it('are not taken any more once the user cancels', async () => {
    const controller = new AbortController();
    const shown: Shown = (ms) => {
      if (ms > 1_000) controller.abort();
      return moving(ms);
    };
    const taken = take(shown, { signal: controller.signal });
    await expect(taken).rejects.toThrow('aborted');
  });
});
