import type { JSX } from 'preact';
import { isRunning } from '../../check/check-record.ts';
import type { CheckView } from '../../check/check-view.ts';
import { translate } from '../../i18n.ts';
import { likelihoodText, standingText } from '../shared/check-words.ts';
import { errorWords } from '../shared/error-sentence.ts';
import { Icon } from '../shared/icons.tsx';

/** Where the check stands, in words alone: what a screen reader announces. */
export function Standing({ view }: { readonly view: CheckView }): JSX.Element {
  const { state, question, verdict, error, read } = view;
  if (isRunning(state)) {
    return (
      <p class="busy">
        <span class="spinner" aria-hidden="true" />
        {standingText(view)}
      </p>
    );
  }
  if (question) return <p>{translate('askSiteAccess', new URL(question.origin).host)}</p>;
  if (verdict) {
    const likelihood = likelihoodText(verdict);
    return (
      <>
        <p class={`headline ${verdict.headline}`}>
          <Icon name={verdict.headline} />
          {standingText(view)}
        </p>
        {verdict.likelihood !== undefined && <Meter fraction={verdict.likelihood} tone={verdict.headline} />}
        {likelihood && <p>{likelihood}</p>}
        {read?.method === 'screen' && (
          <p class="quiet">{translate(read.isPartial ? 'fromScreenPartNote' : 'fromScreenNote')}</p>
        )}
      </>
    );
  }
  if (!error) return <p class="headline inconclusive">{standingText(view)}</p>;
  const { sentence, quote } = errorWords(error);
  return (
    <>
      <p class="headline failed">
        <Icon name="failed" />
        {standingText(view)}
      </p>
      <p>{sentence}</p>
      {quote && <p class="quiet">{quote}</p>}
    </>
  );
}

/** A bar as long as the likelihood; the number beside it says the same. */
function Meter({ fraction, tone }: { readonly fraction: number; readonly tone: string }): JSX.Element {
  return (
    <svg class={`meter ${tone}`} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width={fraction * 100} height="1" fill="currentColor" />
    </svg>
  );
}
