import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { headlineOfCheck } from '../../core/check/shown-verdict.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { PageRunView } from '../../core/protocol/page-run-view.ts';
import type { PageRunOutcome } from '../../core/protocol/to-background.ts';
import { awaitsClick } from '../../core/words/check-words.ts';
import { numberText } from '../../core/words/numbers.ts';

const OUTCOMES: readonly (readonly [PageRunOutcome, MessageKey])[] = [
  ['likely-ai', 'outcomeLikelyAi'],
  ['inconclusive', 'outcomeInconclusive'],
  ['likely-not-ai', 'outcomeLikelyNotAi'],
  ['failed', 'outcomeFailed'],
  ['no-verdict', 'outcomeNotSent'],
];

/** What came out, how many have no verdict, and how many wait for a click: each outcome that there is. */
export function runCounts(checks: readonly CheckRecord[], band: InconclusiveBand): PageRunView['counts'] {
  return OUTCOMES.flatMap(([tone, key]) => {
    const count = checks.filter((check) => runOutcome(check, band) === tone).length;
    return count === 0 ? [] : [{ tone, words: translate(key, numberText(count)) }];
  });
}

/** What a check came to; undefined for one that goes on, or was cancelled, or was never to be judged. */
export function runOutcome(check: CheckRecord, band: InconclusiveBand): PageRunOutcome | undefined {
  if (awaitsClick(check)) return 'no-verdict';
  return headlineOfCheck(check, band) ?? (check.state === 'failed' ? 'failed' : undefined);
}
