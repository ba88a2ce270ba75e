import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { shownVerdict } from '../../core/check/shown-verdict.ts';
import type { TabCheckRow } from '../../core/protocol/checks-feed.ts';
import { hasEnded } from '../store/check-state.ts';
import { composeCheckRow } from './compose-check-row.ts';
import { briefOf, disagreementOf } from './file-says-briefly.ts';
import { likelihoodView } from './likelihood-words.ts';

/** Puts a check into the words of the side panel's list. `place`: where it is in the order of its page, from 0. */
export function composeTabCheckRow(check: CheckRecord, band: InconclusiveBand, place: number | undefined): TabCheckRow {
  const { thumbnail, ...row } = composeCheckRow(check, band, true);
  const verdict = shownVerdict(check, band);
  const brief = check.fileMetadata ? briefOf(check.fileMetadata) : check.fileBrief;
  const likelihood = verdict && likelihoodView(verdict);
  return {
    ...row,
    ...((thumbnail || hasEnded(check.state)) && { hasThumbnail: true }), // Of an earlier background, the history has it.
    ...(likelihood && { likelihood: likelihood.fraction, percent: likelihood.percent }),
    ...(verdict && { isJudged: true }),
    ...(check.judgement && { judgement: check.judgement }),
    ...(place !== undefined && { position: place }),
    ...(disagreementOf(brief, verdict?.headline) && { isDisputed: true }),
  };
}
