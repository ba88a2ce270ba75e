import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Judgement } from '../../core/check/check-record.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { TabCheckRow } from '../../core/protocol/checks-feed.ts';
import { judgementText } from '../../core/words/check-words.ts';
import { FollowedCheck } from '../shared/followed-check.tsx';
import { placeText } from '../shared/place-text.ts';
import { CheckThumbnail } from './check-thumbnail.tsx';
import type { KeyAct } from './panel-keys.ts';
import { rowWords } from './row-words.ts';

const JUDGEMENTS: readonly Judgement[] = ['agree', 'disagree', 'unsure'];

interface CheckDetailsProps {
  readonly row: TabCheckRow;
  /** A part of its image is to be chosen at once; another object each time. */
  readonly partWanted: object | undefined;
  readonly onAct: (act: KeyAct) => void;
}

/** One entry of the list: its check as the panel in a page shows it, and all that can be done with it. */
export function CheckDetails({ row, partWanted, onAct }: CheckDetailsProps): JSX.Element {
  const { checkId, place, hasThumbnail = false, isJudged, judgement } = row;
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    article.current?.focus({ preventScroll: true });
    article.current?.scrollIntoView(); // To its top: what is above it is about the page.
  }, []);
  const button = (act: KeyAct, words: MessageKey) => (
    <button type="button" onClick={() => onAct(act)}>
      {translate(words)}
    </button>
  );
  const step = (act: KeyAct, words: MessageKey, sign: string) => (
    <button type="button" aria-label={translate(words)} title={translate(words)} onClick={() => onAct(act)}>
      {sign}
    </button>
  );
  return (
    <article class="check-details" ref={article} tabIndex={-1} aria-label={rowWords(row)}>
      <div class="head">
        {button('back', 'backToList')}
        <div class="actions">
          {button('next-unsure', 'nextUnsure')}
          {step('previous', 'previousCheck', '↑')}
          {step('next', 'nextCheck', '↓')}
        </div>
      </div>
      <div class="subject">
        <CheckThumbnail checkId={checkId} isThere={hasThumbnail} />
        <div class="actions">
          {button('show', 'showInPage')}
          {button('copy', 'copyResult')}
        </div>
      </div>
      <FollowedCheck key={partWanted} id={checkId} name={placeText(place)} isPartWanted={partWanted !== undefined} />
      {isJudged && (
        <fieldset class="judgement">
          <legend>{translate('myJudgement')}</legend>
          <div class="actions">
            {JUDGEMENTS.map((one) => (
              <button type="button" key={one} aria-pressed={one === judgement} onClick={() => onAct(one)}>
                {judgementText(one)}
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </article>
  );
}
