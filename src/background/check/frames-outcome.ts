import type { CheckRecord, FrameVerdict } from '../../core/check/check-record.ts';
import type { ReadReport } from '../../core/check/read-report.ts';
import { type BatchResult, tooFewJudged } from '../service/outcome.ts';

/**
 * How a check of frames ends: with a verdict on each that was answered. Throws `input-refused`, in the service's words, where
 * none was.
 */
export function framesOutcome(
  results: readonly BatchResult[],
  { frameSeconds = [] }: ReadReport,
): Pick<CheckRecord, 'state' | 'frames'> {
  const frames = verdictsOfFrames(results, frameSeconds);
  if (frames.length > 0) return { state: 'done', frames };
  throw tooFewJudged(results);
}

/** The verdicts of the frames that have one, each with its place; what the service said nothing of is left out. */
function verdictsOfFrames(results: readonly BatchResult[], frameSeconds: readonly number[]): readonly FrameVerdict[] {
  return results.flatMap((result, index): FrameVerdict[] => {
    const atSeconds = frameSeconds[index];
    if ('failed' in result || atSeconds === undefined) return [];
    const { isAi, likelihood } = result;
    return [{ isAi, atSeconds, ...(likelihood !== undefined && { likelihood }) }];
  });
}
