import type { ComponentChildren, JSX } from 'preact';
import { translate } from '../i18n.ts';
import type { PanelView } from '../protocol/panel-view.ts';
import { Icon } from './icons.tsx';

interface CheckSummaryProps {
  readonly view: Pick<PanelView, 'headline' | 'likelihood' | 'inconclusiveRange' | 'bars' | 'lines'> & {
    readonly isRunning?: boolean;
  };
  readonly role?: StateRole;
  /** Between headline and meter. */
  readonly children?: ComponentChildren;
}

/** Whether what changes is announced as it stands, or in other words beside it. */
export type StateRole = 'status' | 'group';

const percent = (fraction: number) => `${fraction * 100}%`;

/** Where the check stands, for one glance; and in words alone, which a screen reader announces. */
export function CheckSummary({ view, role = 'status', children }: CheckSummaryProps): JSX.Element {
  const { isRunning, headline, likelihood, inconclusiveRange: range, bars, lines } = view;
  return (
    <div class="state" role={role}>
      {headline && (
        <div class={headline.tone}>
          <div class="glance">
            <div>
              <p class="headline">
                <Icon name={headline.tone} />
                {headline.words}
              </p>
              {likelihood && <p class={headline.tone === 'inconclusive' ? 'quiet' : 'unseen'}>{likelihood.words}</p>}
            </div>
            {likelihood && (
              <p class="number" aria-hidden="true">
                {likelihood.percent}
                <small class="quiet">{translate('columnLikelihood')}</small>
              </p>
            )}
          </div>
          {children}
          {likelihood && (
            <div class="meter" aria-hidden="true">
              <i style={{ width: percent(likelihood.fraction) }} />
              {range && <i style={{ marginInlineStart: percent(range.low), width: percent(range.high - range.low) }} />}
            </div>
          )}
        </div>
      )}
      {bars && (
        <div class="bars" aria-hidden="true">
          {bars.map(({ tone, likelihood: height = 0 }, index) => (
            <i key={index} class={tone} style={{ height: percent(height) }} />
          ))}
        </div>
      )}
      {lines.map(({ words, tone }) => (
        <p key={words} class={isRunning ? 'busy' : tone}>
          {isRunning && <span class="spinner" aria-hidden="true" />}
          {words}
        </p>
      ))}
    </div>
  );
}
