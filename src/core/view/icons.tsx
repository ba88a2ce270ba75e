import type { JSX } from 'preact';
import type { Headline } from '../check/headline.ts';

/** What an icon can stand for; the words beside it always say the same. */
export type IconName = Headline | 'failed' | 'close' | 'mark';

const PATHS: Record<IconName, string> = {
  // Four-pointed sparks: made by AI.
  'likely-ai':
    'M9 3l1.6 4.4L15 9l-4.4 1.6L9 15l-1.6-4.4L3 9l4.4-1.6zM16 13l.9 2.1 2.1.9-2.1.9L16 19l-.9-2.1L13 16l2.1-.9z',
  // A camera.
  'likely-not-ai':
    'M7.5 4h5l1.2 2H16a1.5 1.5 0 0 1 1.5 1.5v7A1.5 1.5 0 0 1 16 16H4a1.5 1.5 0 0 1-1.5-1.5v-7A1.5 1.5 0 0 1 4 6h2.3zM10 8a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  inconclusive: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM6 9h8v2H6z',
  failed: 'M10 2.5L18.5 17h-17zM9 8v4h2V8zm0 5.2V15h2v-1.8z',
  close: 'M5.3 4L10 8.7 14.7 4 16 5.3 11.3 10l4.7 4.7-1.3 1.3-4.7-4.7L5.3 16 4 14.7 8.7 10 4 5.3z',
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
