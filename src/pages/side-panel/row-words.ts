import type { Judgement } from '../../core/check/check-record.ts';
import { factsLine, translate } from '../../core/i18n.ts';
import type { TabCheckRow } from '../../core/protocol/checks-feed.ts';
import { judgementText } from '../../core/words/check-words.ts';
import { placeText } from '../shared/place-text.ts';

/** An entry in one line: its verdict or state, its percentage or why there is none, what the file says, what else is to be known, its host, and what the user thinks of it. */
export function rowWords({ words, percent, more, fileSays, note, place, judgement }: TabCheckRow): string {
  const mine = judgement ? myJudgement(judgement) : '';
  return factsLine(
    [words, percent ?? more ?? '', fileSays?.words ?? '', note ?? '', placeText(place), mine].filter(Boolean),
  );
}

/** What the user thinks of a verdict. */
export function myJudgement(judgement: Judgement): string {
  return factsLine([translate('myJudgement'), judgementText(judgement)]);
}
