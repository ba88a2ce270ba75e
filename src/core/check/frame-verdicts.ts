import type { FrameVerdict } from './check-record.ts';
import { type Headline, headlineOf, type InconclusiveBand } from './headline.ts';

/**
 * When frames make a headline for their video, as shares of 1. Each frame has a headline of its own by the band; all that were
 * answered must have the same, and at least half of those sent must have been answered. There is no number for the whole:
 * a mean of frames is no probability of the video's.
 */
const FRAME_RULE = { agreeing: 1, answered: 0.5 } as const;

/** Why frames decide nothing though the service has answered. */
export type FrameDoubt = 'frames-differ' | 'few-answers';

/** What the frames say of their video. */
export interface FramesHeadline {
  readonly headline: Headline;
  /** With "inconclusive" alone; absent where all frames are inconclusive themselves. */
  readonly doubt?: FrameDoubt;
}

/** The headline of a video of which `sentCount` frames were sent and `frames` were answered. */
export function headlineOfFrames(
  frames: readonly FrameVerdict[],
  sentCount: number,
  band: InconclusiveBand,
): FramesHeadline {
  if (frames.length < sentCount * FRAME_RULE.answered) return { headline: 'inconclusive', doubt: 'few-answers' };
  const headlines = frames.map((frame) => headlineOf(frame, band));
  const agreed = headlines.find(
    (one) => headlines.filter((other) => other === one).length >= headlines.length * FRAME_RULE.agreeing,
  );
  return agreed ? { headline: agreed } : { headline: 'inconclusive', doubt: 'frames-differ' };
}
