import type { JSX } from 'preact';
import { factsLine } from '../../core/i18n.ts';
import type { TabCheckRow } from '../../core/protocol/checks-feed.ts';
import { FileSign } from '../../core/view/file-sign.tsx';
import { Icon } from '../../core/view/icons.tsx';
import { placeText } from '../shared/place-text.ts';
import { WholeWords } from '../shared/whole-words.tsx';
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
  const { checkId, tone, words, percent, more, fileSays, note, place, judgement, hasThumbnail = false } = row;
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
      <span class="what" aria-hidden="true">
        <strong class={tone}>
          {tone !== 'quiet' && <Icon name={tone} size={16} />}
          <span>
            <WholeWords text={words} />
          </span>
        </strong>
        {fileSays && (
          <span class="file-says">
            <FileSign kind={fileSays.kind} size={14} />
            <span>
              <WholeWords text={fileSays.words} />
            </span>
          </span>
        )}
        {note && <span>{note}</span>}
        {judgement && <span>{myJudgement(judgement)}</span>}
        <span class="quiet">{factsLine([placeText(place), percent ? '' : (more ?? '')].filter(Boolean))}</span>
      </span>
      {percent && (
        <strong class={`percent ${tone}`} aria-hidden="true">
          {percent}
        </strong>
      )}
    </button>
  );
}
