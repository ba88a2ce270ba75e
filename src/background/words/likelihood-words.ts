import type { FrameVerdict } from '../../core/check/check-record.ts';
import type { ShownVerdict } from '../../core/check/shown-verdict.ts';
import { translate } from '../../core/i18n.ts';
import type { LikelihoodView } from '../../core/protocol/panel-view.ts';
import { percentText } from '../../core/words/numbers.ts';

/** The likelihood beside a headline, in one line and in its parts; undefined when no number is known. */
export function likelihoodView({ headline, likelihood, isAi }: ShownVerdict): LikelihoodView | undefined {
  if (likelihood === undefined) return undefined;
  const percent = percentText(likelihood);
  const leaning = headline === 'inconclusive' ? translate(isAi ? 'leansAi' : 'leansNotAi') : undefined;
  const words = leaning ? translate('likelihoodLeaning', percent, leaning) : translate('likelihood', percent);
  return { words, percent, fraction: likelihood, ...(leaning !== undefined && { leaning }) };
}

/** The lowest and the highest likelihood of the frames; undefined where no number is known of any. */
export function likelihoodSpread(
  frames: readonly FrameVerdict[],
): { readonly lowest: number; readonly highest: number } | undefined {
  const known = frames.flatMap(({ likelihood }) => (likelihood === undefined ? [] : [likelihood]));
  return known.length === 0 ? undefined : { lowest: Math.min(...known), highest: Math.max(...known) };
}
