import type { VersionVerdict } from '../../core/check/firmness.ts';
import { ownerOf } from '../at-most.ts';
import { type ImageVersion, imageVersions } from '../read/image-versions.ts';
import { type BatchResult, tooFewJudged } from '../service/outcome.ts';
import { canBeReadAgain } from '../store/check-state.ts';
import type { CheckContext } from './check-context.ts';
import { lookCloser } from './look-closer.ts';
import { readImageAgain } from './read-again.ts';

/** Fewer versions that were answered, the image itself among them or not, say nothing of how firm a verdict is. */
const FEWEST_ANSWERED = 3;

/** Finds out how firm the verdict of a check is: its image is read once more, and sent in several versions. */
export function measureFirmness(context: CheckContext, id: string): Promise<void> {
  return lookCloser(context, id, {
    isPossible: (check) => !check.firmness && canBeReadAgain(check),
    async look(check, { signal, judge }) {
      const { image } = await readImageAgain(context, check, signal);
      const versions = await imageVersions(image, { owner: ownerOf(check), signal });
      const results = await judge(versions.map((one) => one.image));
      const firmness = verdictsOf(versions, results);
      if (firmness.length < FEWEST_ANSWERED) throw tooFewJudged(results);
      return { firmness };
    },
  });
}

/** What was answered of the versions; what was not is left out. */
function verdictsOf(versions: readonly ImageVersion[], results: readonly BatchResult[]): VersionVerdict[] {
  return versions.flatMap(({ version }, index): VersionVerdict[] => {
    const result = results[index];
    if (!result || 'failed' in result) return [];
    const { isAi, likelihood } = result;
    return [{ version, isAi, ...(likelihood !== undefined && { likelihood }) }];
  });
}
