import type { JSX } from 'preact';
import type { PanelTone } from '../protocol/panel-view.ts';

/** What an icon can stand for; the words beside it always say the same. */
export type IconName = PanelTone | 'close' | 'mark';

const PATHS: Record<IconName, string> = {
  // A filled sparkle, an outlined circle, half a circle filled, a sheet of paper, a dash: told apart without colour, at 14 px.
  'likely-ai': 'M10 1l2.6 6.4L19 10l-6.4 2.6L10 19l-2.6-6.4L1 10l6.4-2.6z',
  'likely-not-ai': 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12z',
  inconclusive: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM10 4a6 6 0 0 1 0 12z',
  local: 'M4 1h8l4 4v14H4zM6 3v14h8V7h-4V3z',
  'no-verdict': 'M3 9h14v2H3z',
  failed: 'M10 2l9 15H1zM9 8v4h2V8zm0 5v2h2v-2z',
  close: 'M4 5l1-1 5 5 5-5 1 1-5 5 5 5-1 1-5-5-5 5-1-1 5-5z',
  mark: 'M3 3h5v2H5v3H3zM12 3h5v5h-2V5h-3zM3 12h2v3h3v2H3zM15 12h2v5h-5v-2h3zM10 6.6l1 2.4 2.4 1-2.4 1-1 2.4L9 11l-2.4-1L9 9z',
};

/** An icon in the colour of the text around it; hidden from screen readers, which read the words. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): JSX.Element {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="currentColor" fill-rule="evenodd" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
