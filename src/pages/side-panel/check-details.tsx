import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { TabCheckRow } from '../../core/protocol/checks-feed.ts';
import { FollowedCheck } from '../shared/followed-check.tsx';
import { placeText } from '../shared/place-text.ts';
import { CheckThumbnail } from './check-thumbnail.tsx';
import { rowWords } from './row-words.ts';

interface CheckDetailsProps {
  readonly row: TabCheckRow;
  readonly onBack: () => void;
  readonly onShow: () => void;
  /** Goes on to another entry. */
  readonly onGo: (way: Way) => void;
}

/** Where to go from an entry. */
export type Way = 'previous' | 'next' | 'next-unsure';

const WAYS: readonly (readonly [Way, MessageKey])[] = [
  ['previous', 'previousCheck'],
  ['next', 'nextCheck'],
  ['next-unsure', 'nextUnsure'],
];

/** One entry of the list: its check as the panel in a page shows it, and all that can be done with it. */
export function CheckDetails({ row, onBack, onShow, onGo }: CheckDetailsProps): JSX.Element {
  const { checkId, place, hasThumbnail = false } = row;
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <article class="check-details" ref={section} tabIndex={-1} aria-label={rowWords(row)}>
      <div class="actions">
        <button type="button" onClick={onBack}>
          {translate('backToList')}
        </button>
        <button type="button" onClick={onShow}>
          {translate('showInPage')}
        </button>
        {WAYS.map(([way, words]) => (
          <button type="button" key={way} onClick={() => onGo(way)}>
            {translate(words)}
          </button>
        ))}
      </div>
      <CheckThumbnail checkId={checkId} isThere={hasThumbnail} />
      <FollowedCheck id={checkId} name={placeText(place)} />
    </article>
  );
}
