import type { FrameLook } from './sample-frame.ts';

/** What a look at a playing video gave: its frame, or nothing to be sent. */
export interface LookedAt<Frame> extends FrameLook {
  /** Makes the frame's file; called for frames that are kept alone. */
  readonly take: () => Promise<Frame>;
}

/** How frames are taken. */
export interface FrameSlots<Frame> {
  /** Over how long they are spread, in milliseconds. */
  readonly forMs: number;
  /** Most of them. */
  readonly count: number;
  /** Shortest time between two looks, in milliseconds. */
  readonly leastPauseMs: number;
  /** Looks at what is shown now; undefined when it does not play any more. */
  readonly look: () => Promise<LookedAt<Frame> | undefined>;
  readonly pause: (ms: number) => Promise<void>;
  /** Milliseconds, from any moment on. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** What came of it: `refused` where no two frames were both pictures and different, or playback ended before there were. */
export type TakenSlots<Frame> =
  | { readonly frames: readonly Frame[] }
  | { readonly refused: 'black' | 'frozen' | 'paused' };

/** Fewer different frames are a still picture. */
const LEAST_DIFFERENT = 2;

/**
 * Takes frames while a video plays: the time is cut into as many slots, and of each the first frame is kept that is no plain
 * colour and looks like none that was kept before. Nothing is ever kept to fill a slot.
 */
export async function takeInSlots<Frame>(slots: FrameSlots<Frame>): Promise<TakenSlots<Frame>> {
  const { forMs, count, leastPauseMs, look, pause, now, signal } = slots;
  const slotMs = Math.max(forMs / count, leastPauseMs);
  const pauseMs = Math.max(slotMs / 2, leastPauseMs);
  const startedAt = now();
  const prints = new Set<string>();
  const frames: Frame[] = [];
  let filled = -1;
  for (let isPlain = true; ; ) {
    signal.throwIfAborted();
    const slot = Math.floor((now() - startedAt) / slotMs);
    const isOver = now() - startedAt >= forMs || frames.length >= count;
    const seen = isOver ? undefined : await look();
    if (!seen) {
      signal.throwIfAborted();
      if (frames.length >= LEAST_DIFFERENT) return { frames };
      if (!isOver) return { refused: 'paused' };
      return { refused: isPlain ? 'black' : 'frozen' };
    }
    isPlain &&= seen.isPlain;
    if (slot > filled && !seen.isPlain && !prints.has(seen.print)) {
      prints.add(seen.print);
      frames.push(await seen.take());
      filled = slot;
    }
    await pause(pauseMs);
  }
}
