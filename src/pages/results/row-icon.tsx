import type { JSX } from 'preact';

/** What an icon of a row stands for; its button has a name that says the same. */
export type RowIconName = 'again' | 'delete';

const PATHS: Record<RowIconName, string> = {
  // An arrow around.
  again: 'M10 3.5a6.5 6.5 0 0 1 5.2 2.6V3.5H17v6h-6V7.7h3.1A4.7 4.7 0 1 0 14.6 11h1.8A6.5 6.5 0 1 1 10 3.5z',
  // A bin.
  delete:
    'M8 2.5h4l.8 1.3H16v1.7H4V3.8h3.2zM5 6.7h10l-.7 10.8H5.7zm2.6 1.8l.4 7.2h1.2l-.3-7.2zm3.5 0l-.3 7.2H12l.4-7.2z',
};

/** An icon in the colour of the text around it; hidden from screen readers. */
export function RowIcon({ name }: { readonly name: RowIconName }): JSX.Element {
  return (
    <svg width="18" height="18" viewBox="0 0 20 20" fill="currentColor" fill-rule="evenodd" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
