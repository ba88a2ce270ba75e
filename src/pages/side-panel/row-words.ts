import { factsLine } from '../../core/i18n.ts';
import type { TabCheckRow } from '../../core/protocol/checks-feed.ts';
import { placeText } from '../shared/place-text.ts';

/** An entry in one line: its verdict or state, its percentage or why there is none, what the file says, and its host. */
export function rowWords({ words, percent, more, fileSays, place }: TabCheckRow): string {
  return factsLine([words, percent ?? more ?? '', fileSays?.words ?? '', placeText(place)].filter(Boolean));
}
