import type { JSX } from 'preact';
import type { PanelView } from '../protocol/panel-view.ts';
import { Icon } from './icons.tsx';

/** Where the check stands, in words alone: what a screen reader announces. */
export function CheckSummary({ view }: { readonly view: PanelView }): JSX.Element {
  const { isRunning, headline, meter, bars, lines } = view;
  return (
    <div class="state" role="status">
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

/** Height of a bar at 1, and the least that is seen; width of a bar and of the space beside it. */
const [FULL, LEAST, WIDTH, STEP] = [32, 2, 10, 14];

/** How the frames of a video were judged, side by side. For the eye alone: the words say the same. */
function Bars({ bars }: { readonly bars: NonNullable<PanelView['bars']> }): JSX.Element {
  return (
    <svg class="bars" viewBox={`0 0 ${bars.length * STEP} ${FULL}`} height={FULL} aria-hidden="true">
      {bars.map(({ tone, likelihood }, index) => {
        const height = likelihood === undefined ? 0 : Math.max(likelihood * FULL, LEAST);
        const x = index * STEP;
        return (
          <g key={x} class={tone}>
            <rect class="ground" x={x} width={WIDTH} height={FULL} />
            <rect x={x} y={FULL - height} width={WIDTH} height={height} fill="currentColor" />
          </g>
        );
      })}
    </svg>
  );
}
