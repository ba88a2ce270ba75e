import type { JSX } from 'preact';
import type { FileSaysBriefly } from '../protocol/panel-view.ts';

/** Signs of our own, told apart without colour at 14 px: a seal, an empty one, a crossed one, a cloud, a label. */
const PATHS: Record<FileSaysBriefly['kind'], string> = {
  credentials: 'M10 1a6.5 6.5 0 0 1 4 11.6V19l-4-2.5L6 19v-6.4A6.5 6.5 0 0 1 10 1z',
  'unlisted-credentials':
    'M10 1a6.5 6.5 0 0 1 4 11.6V19l-4-2.5L6 19v-6.4A6.5 6.5 0 0 1 10 1zM10 3a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z',
  'broken-credentials':
    'M10 1a6.5 6.5 0 0 1 4 11.6V19l-4-2.5L6 19v-6.4A6.5 6.5 0 0 1 10 1zM6.8 5.4L8.9 7.5 6.8 9.6l1.1 1.1L10 8.6l2.1 2.1 1.1-1.1-2.1-2.1 2.1-2.1-1.1-1.1L10 6.4 7.9 4.3z',
  'remote-credentials': 'M6 16a4 4 0 0 1-.6-7.95A5 5 0 0 1 15 8.5a3.8 3.8 0 0 1 0 7.5z',
  'noted-as-ai': 'M2 2h8l8 8-8 8-8-8zM6 4.4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2z',
};

/** The sign of what a file says, in the colour of the text around it; hidden from screen readers, which read the words. */
export function FileSign({
  kind,
  size,
}: {
  readonly kind: FileSaysBriefly['kind'];
  readonly size: number;
}): JSX.Element {
  return (
    <svg
      class="file-sign"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="currentColor"
      fill-rule="evenodd"
      aria-hidden="true"
    >
      <path d={PATHS[kind]} />
    </svg>
  );
}
