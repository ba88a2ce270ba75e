import type { JSX } from 'preact';
import type { PanelView } from '../protocol/panel-view.ts';
import { Bars } from './bars.tsx';
import { Icon } from './icons.tsx';

/** Where the check stands, in words alone: what a screen reader announces. */
export function Standing({ view }: { readonly view: PanelView }): JSX.Element {
  const { isRunning, headline, meter, bars, lines } = view;
  return (
    <div class="standing" role="status">
      {headline && (
        <p class={`headline ${headline.tone}`}>
          <Icon name={headline.tone} />
          {headline.words}
        </p>
      )}
      {headline && meter !== undefined && (
        <svg class={`meter ${headline.tone}`} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
          <rect width={meter * 100} height="1" fill="currentColor" />
        </svg>
      )}
      {bars && <Bars bars={bars} />}
      {lines.map(({ words, isQuiet }) => (
        <p key={words} class={isRunning ? 'busy' : isQuiet ? 'quiet' : ''}>
          {isRunning && <span class="spinner" aria-hidden="true" />}
          {words}
        </p>
      ))}
    </div>
  );
}
