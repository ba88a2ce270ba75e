import type { CheckRecord, FrameVerdict } from '../../core/check/check-record.ts';
import type { ReadReport } from '../../core/check/read-report.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { BatchResult } from '../service/outcome.ts';

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
  const detail = results.flatMap((result) => ('failed' in result && result.detail) || []).at(0);
  throw new AppError({ code: 'input-refused', ...(detail !== undefined && { detail }) });
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
