import type { CheckRecord } from '../../core/check/check-record.ts';
import type { Headline, InconclusiveBand } from '../../core/check/headline.ts';
import { headlineOfCheck } from '../../core/check/shown-verdict.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { PopupRunView } from '../../core/protocol/page-run-view.ts';
import { numberText } from '../../core/words/numbers.ts';

const OUTCOMES: readonly (readonly [Headline | 'failed', MessageKey])[] = [
  ['likely-ai', 'outcomeLikelyAi'],
  ['inconclusive', 'outcomeInconclusive'],
  ['likely-not-ai', 'outcomeLikelyNotAi'],
  ['failed', 'outcomeFailed'],
];

/** What came out, and how many have no verdict: each outcome that there is, with its checks. */
export function runCounts(checks: readonly CheckRecord[], band: InconclusiveBand): PopupRunView['counts'] {
  return OUTCOMES.flatMap(([tone, key]) => {
    const those = checks.filter((check) => outcomeOf(check, band) === tone);
    if (those.length === 0) return [];
    return [{ tone, words: translate(key, numberText(those.length)), checkIds: those.map(({ id }) => id) }];
  });
}

function outcomeOf(check: CheckRecord, band: InconclusiveBand): Headline | 'failed' | undefined {
  return headlineOfCheck(check, band) ?? (check.state === 'failed' ? 'failed' : undefined);
}
