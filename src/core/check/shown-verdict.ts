import type { CheckRecord, FrameVerdict } from './check-record.ts';
import { type FrameDoubt, headlineOfFrames } from './frame-verdicts.ts';
import { type Headline, headlineOf, type InconclusiveBand } from './headline.ts';

/** Frames of a video, each with a headline of its own. */
export interface ShownFrames {
  readonly sentCount: number;
  readonly each: readonly (FrameVerdict & { readonly headline: Headline })[];
  readonly doubt?: FrameDoubt;
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
