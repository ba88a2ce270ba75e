import type { JSX } from 'preact';
import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import { pageToOpen } from '../../core/check/page-to-open.ts';
import { shownVerdict } from '../../core/check/shown-verdict.ts';
import { translate } from '../../core/i18n.ts';
import { Icon } from '../../core/view/icons.tsx';
import { agoText } from '../../core/words/ago-text.ts';
import { awaitsClick, methodText, outcomeText, toneOf } from '../../core/words/check-words.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { momentText, percentText } from '../../core/words/numbers.ts';
import { WholeWords } from '../shared/whole-words.tsx';
import { AddressText } from './address-text.tsx';
import type { HistoryList } from './history-list.ts';
import { ResultPicture } from './result-picture.tsx';

/** What an icon of a row stands for; its button has a name that says the same. */
type RowIconName = 'again' | 'delete';

const ICON_PATHS: Record<RowIconName, string> = {
  // An arrow around.
  again: 'M10 3.5a6.5 6.5 0 0 1 5.2 2.6V3.5H17v6h-6V7.7h3.1A4.7 4.7 0 1 0 14.6 11h1.8A6.5 6.5 0 1 1 10 3.5z',
  // A bin.
  delete:
    'M8 2.5h4l.8 1.3H16v1.7H4V3.8h3.2zM5 6.7h10l-.7 10.8H5.7zm2.6 1.8l.4 7.2h1.2l-.3-7.2zm3.5 0l-.3 7.2H12l.4-7.2z',
};

/** What every row needs. */
export interface RowSurroundings {
  readonly list: HistoryList;
  readonly band: InconclusiveBand;
  readonly version: number;
  readonly actions: ResultActions;
}

interface ResultRowProps extends RowSurroundings {
  readonly check: CheckRecord;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The row's own controls are reached by the tab key: those of one row at a time. */
  readonly isActive: boolean;
}

/** The cells of one result; the row itself opens it (result-table.tsx), and the button is for who looks for one. */
export function ResultRow({ check, now, list, band, version, actions, isActive }: ResultRowProps): JSX.Element {
  const { id, media, read, part, error, verdict } = check;
  const shown = shownVerdict(check, band);
  const words = outcomeText(check, shown);
  const tone = toneOf(check, shown);
  const page = pageToOpen(media);
  const tabIndex = isActive ? 0 : -1;
  return (
    <>
      <td class="picture">
        <ResultPicture list={list} id={id} version={version} />
      </td>
      <td class="verdict">
        <button
          type="button"
          class={`plain ${tone}`}
          aria-label={translate('resultDetails', words)}
          tabIndex={tabIndex}
        >
          <Icon name={tone} size={18} />
          <span>
            <WholeWords text={words} />
          </span>
        </button>
        {part && <Line text={translate('partOfImage')} />}
        {error && !awaitsClick(check) && <Line text={errorWords(error).sentence} />}
      </td>
      <td
        class={verdict?.likelihood === undefined ? 'likelihood none' : 'likelihood'}
        data-name={translate('columnLikelihood')}
      >
        {verdict?.likelihood === undefined ? '–' : percentText(verdict.likelihood)}
      </td>
      <td class="page">
        {!isLocalFile(media) &&
          (page === undefined ? (
            <AddressText address={media.pageUrl} />
          ) : (
            <a href={page} target="_blank" rel="noreferrer" tabIndex={tabIndex}>
              <AddressText address={page} />
            </a>
          ))}
      </td>
      <td class="media">
        {isLocalFile(media) ? (
          <span class="address" title={media.fileName}>
            {media.fileName}
          </span>
        ) : (
          media.url !== undefined && <AddressText address={media.url} />
        )}
      </td>
      <td class="when">
        <time dateTime={new Date(check.startedAt).toISOString()} title={momentText(check.startedAt)}>
          {agoText(check.startedAt, now)}
        </time>
      </td>
      <td class="how">{read && <Line text={methodText(read.method)} />}</td>
      <td class="row-actions">
        {page !== undefined && (
          <IconButton name="again" words="checkAgain" tabIndex={tabIndex} onClick={() => actions.checkAgain(id)} />
        )}
        <IconButton name="delete" words="deleteResult" tabIndex={tabIndex} onClick={() => actions.remove(id)} />
      </td>
    </>
  );
}

/** A result that cannot be read; it can be deleted. */
export function UnreadableRow({ id, actions }: { readonly id: string; readonly actions: ResultActions }): JSX.Element {
  return (
    <>
      <td class="picture" />
      <td class="verdict quiet">{translate('resultUnreadable')}</td>
      <td class="row-actions">
        <IconButton name="delete" words="deleteResult" tabIndex={-1} onClick={() => actions.remove(id)} />
      </td>
    </>
  );
}

function Line({ text }: { readonly text: string }): JSX.Element {
  return (
    <span class="quiet line-of-text" title={text}>
      {text}
    </span>
  );
}

interface IconButtonProps {
  readonly name: RowIconName;
  readonly words: 'checkAgain' | 'deleteResult';
  readonly tabIndex: number;
  readonly onClick: () => void;
}

function IconButton({ name, words, tabIndex, onClick }: IconButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="icon"
      aria-label={translate(words)}
      title={translate(words)}
      tabIndex={tabIndex}
      onClick={onClick}
    >
      <RowIcon name={name} />
    </button>
  );
}

/** What can be done with a result. */
export interface ResultActions {
  /** Shows all that is known of it. */
  open(id: string): void;
  checkAgain(id: string): void;
  remove(id: string): void;
}

/** An icon in the colour of the text around it; hidden from screen readers. */
function RowIcon({ name }: { readonly name: RowIconName }): JSX.Element {
  return (
    <svg width="18" height="18" viewBox="0 0 20 20" fill="currentColor" fill-rule="evenodd" aria-hidden="true">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
