import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import { shownVerdict } from '../../core/check/shown-verdict.ts';
import { factsLine, translate } from '../../core/i18n.ts';
import type { CheckRow } from '../../core/protocol/checks-feed.ts';
import { awaitsClick, toneOf } from '../../core/words/check-words.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { hasEnded } from '../store/check-state.ts';
import { fileSaysBriefly } from './file-says-briefly.ts';
import { likelihoodView } from './likelihood-words.ts';
import { stateText } from './state-text.ts';

/** Puts a check into the words of the popup's list. `isOfThisSession`: its tab's id still means the same tab. */
export function composeCheckRow(check: CheckRecord, band: InconclusiveBand, isOfThisSession: boolean): CheckRow {
  const { id, state, media, part, error, startedAt, thumbnail } = check;
  const verdict = shownVerdict(check, band);
  const why = error && !awaitsClick(check) ? errorWords(error).sentence : undefined;
  const said = verdict ? likelihoodView(verdict)?.words : why;
  const more = part ? factsLine([translate('partOfImage'), said ?? '']) : said;
  const fileSays = fileSaysBriefly(check);
  return {
    checkId: id,
    words: stateText(check, verdict),
    tone: verdict?.headline ?? toneWithout(check),
    ...(more !== undefined && { more }),
    ...(fileSays && { fileSays }),
    ...(check.notCheckedAgain && { note: translate('notCheckedAgain') }),
    place: isLocalFile(media) ? media.fileName : media.pageUrl,
    startedAt,
    isAsking: state === 'asking',
    ...(isOfThisSession && !isLocalFile(media) && { tabId: media.tabId }),
    ...(media.isPrivate && { isPrivate: true }),
    ...(thumbnail && { thumbnail }),
  };
}

function toneWithout(check: CheckRecord): CheckRow['tone'] {
  if (!hasEnded(check.state)) return 'quiet';
  return check.error || check.unjudged ? toneOf(check, undefined) : 'no-verdict';
}
