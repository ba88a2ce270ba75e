import type { JSX } from 'preact';
import type { PanelView } from '../protocol/panel-view.ts';

/** Height of a bar at 1, and the least that is seen; width of a bar and of the space beside it. */
const [FULL, LEAST, WIDTH, STEP] = [32, 2, 10, 14];

/** How the frames of a video were judged, side by side. For the eye alone: the words say the same. */
export function Bars({ bars }: { readonly bars: NonNullable<PanelView['bars']> }): JSX.Element {
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
