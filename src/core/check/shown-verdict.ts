import type { CheckRecord, FrameVerdict } from './check-record.ts';
import { type Headline, headlineOf, type InconclusiveBand } from './headline.ts';

/**
 * When frames make a headline for their video, as shares of 1. Each frame has a headline of its own by the band; all that were
 * answered must have the same, and at least half of those sent must have been answered. There is no number for the whole:
 * a mean of frames is no probability of the video's.
 */
const FRAME_RULE = { agreeing: 1, answered: 0.5 } as const;

/** Frames of a video, each with a headline of its own. */
export interface ShownFrames {
  readonly sentCount: number;
  readonly each: readonly (FrameVerdict & { readonly headline: Headline })[];
  /** Why they decide nothing though the service has answered; absent also where all are inconclusive themselves. */
  readonly doubt?: 'frames-differ' | 'few-answers';
}

/** What a check came to, as it is shown. */
export interface ShownVerdict {
  readonly headline: Headline;
  readonly likelihood?: number;
  /** Left out where frames of a video have verdicts of their own. */
  readonly isAi?: boolean;
  readonly serviceSeconds?: number;
  readonly frames?: ShownFrames;
}

/** The verdict of a check, or what those on its frames come to; undefined without any. */
export function shownVerdict({ verdict, frames, read }: CheckRecord, band: InconclusiveBand): ShownVerdict | undefined {
  if (frames) {
    const sentCount = read?.frameSeconds?.length ?? frames.length;
    const { headline, doubt } = headlineOfFrames(frames, sentCount, band);
    const each = frames.map((frame) => ({ ...frame, headline: headlineOf(frame, band) }));
    return { headline, frames: { sentCount, each, ...(doubt && { doubt }) } };
  }
  if (!verdict) return undefined;
  const { isAi, likelihood, serviceSeconds } = verdict;
  return {
    headline: headlineOf(verdict, band),
    isAi,
    ...(likelihood !== undefined && { likelihood }),
    ...(serviceSeconds !== undefined && { serviceSeconds }),
  };
}

/** The headline of a check, of frames or of one verdict; undefined without any. */
export function headlineOfCheck(check: CheckRecord, band: InconclusiveBand): Headline | undefined {
  return shownVerdict(check, band)?.headline;
}

/** The headline of a video of which `sentCount` frames were sent and `frames` were answered. */
export function headlineOfFrames(
  frames: readonly FrameVerdict[],
  sentCount: number,
  band: InconclusiveBand,
): Pick<ShownFrames, 'doubt'> & { readonly headline: Headline } {
  if (frames.length < sentCount * FRAME_RULE.answered) return { headline: 'inconclusive', doubt: 'few-answers' };
  const headlines = frames.map((frame) => headlineOf(frame, band));
  const agreed = headlines.find(
    (one) => headlines.filter((other) => other === one).length >= headlines.length * FRAME_RULE.agreeing,
  );
  return agreed ? { headline: agreed } : { headline: 'inconclusive', doubt: 'frames-differ' };
}
