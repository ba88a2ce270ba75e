import type { JSX } from 'preact';
import { factsLine } from '../../core/i18n.ts';
import type { TabCheckRow } from '../../core/protocol/checks-feed.ts';
import { placeText } from '../shared/place-text.ts';
import { RowBody } from '../shared/row-body.tsx';
import { CheckThumbnail } from './check-thumbnail.tsx';
import { myJudgement, rowWords } from './row-words.ts';

interface CheckRowProps {
  readonly row: TabCheckRow;
  /** It is the one entry that the Tab key leads to. */
  readonly isActive: boolean;
  /** Keys act on it, wherever in the side panel the focus is. */
  readonly isChosen: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

/** One entry of the list. */
export function CheckRow({ row, isActive, isChosen, onFocus, onOpen }: CheckRowProps): JSX.Element {
  const { more, ...said } = row; // It stands beside the place.
  const { checkId, tone, percent, place, judgement, hasThumbnail = false } = row;
  return (
    <button
      type="button"
      class="row"
      tabIndex={isActive ? 0 : -1}
      aria-current={isChosen ? 'true' : undefined}
      onFocus={onFocus}
      onClick={onOpen}
    >
      {/* Read out in the order in which it is of use, seen in that which has room. */}
      <span class="unseen">{rowWords(row)}</span>
      <CheckThumbnail checkId={checkId} isThere={hasThumbnail} />
      <span class="seen" aria-hidden="true">
        <RowBody
          {...said}
          judgement={judgement && myJudgement(judgement)}
          foot={factsLine([placeText(place), percent ? '' : (more ?? '')].filter(Boolean))}
        />
        {percent && <strong class={`percent ${tone}`}>{percent}</strong>}
      </span>
    </button>
  );
}
