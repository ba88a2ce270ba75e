import type { ReadMethod } from '../../core/check/read-report.ts';
import type { ShownFrames } from '../../core/check/shown-verdict.ts';
import { translate, translateCount } from '../../core/i18n.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { headlineText } from '../../core/words/check-words.ts';
import { numberText, percentText } from '../../core/words/numbers.ts';
import { playTimeText } from '../../core/words/time-words.ts';
import { likelihoodSpread } from './likelihood-words.ts';

/** What the frames of a video say in words: how many, how far apart, and what was made of them. Never one number for all. */
export function framesLines(
  { sentCount, each, doubt }: ShownFrames,
  method: ReadMethod | undefined,
): PanelView['lines'] {
  const spread = spreadText(each);
  const note = method === 'screen-frames' ? 'screenFramesNote' : 'framesNote';
  return [
    ...(doubt === 'frames-differ' ? [{ words: translate('framesDiffer') }] : []),
    ...(spread ? [{ words: spread }] : []),
    ...(each.length < sentCount
      ? [{ words: translate('framesUnanswered', numberText(each.length), numberText(sentCount)) }]
      : []),
    { words: translate(note), tone: 'quiet' },
  ];
}

function spreadText(each: ShownFrames['each']): string | undefined {
  const spread = likelihoodSpread(each);
  if (!spread) return undefined;
  const [lowest, highest] = [percentText(spread.lowest), percentText(spread.highest)];
  return lowest === highest
    ? translateCount('framesAlike', each.length, lowest)
    : translate('framesSpread', numberText(each.length), lowest, highest);
}

/** Each frame's place and likelihood; its headline where no number is known. */
export function framesDetail({ each }: ShownFrames): string {
  return each
    .map(({ atSeconds, likelihood, headline }) =>
      translate(
        'frameAt',
        playTimeText(atSeconds),
        likelihood === undefined ? headlineText(headline) : percentText(likelihood),
      ),
    )
    .join(' · ');
}
