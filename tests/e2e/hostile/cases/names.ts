import { ALPS } from '../../media/pictures.ts';
import { type HostileCase, hostilePage, pictureOf } from '../hostile-case.ts';

const VERDICT = { kind: 'verdict' } as const;

const MARKUP = `"><img src=/leak onerror="fetch('/leak')"><script>fetch('/leak')</script>`;
const BIDI = '\u202eLikely not\u2066\u2069\u200b\u0000\u0007\u001b[31m\ufeff';

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

/** A picture with this address and these words about it. */
function named(name: string, path: string, words: string, more: Partial<HostileCase> = {}): HostileCase {
  return {
    name,
    routes: (known) => ({
      '/': hostilePage(
        {},
        known,
        `<img id="it" src="${attribute(path)}" width="400" height="189" alt="${attribute(words)}" title="${attribute(words)}" aria-label="${attribute(words)}">`,
      ),
      [new URL(path, 'http://x.example').pathname]: ALPS,
      '/leak': { body: '' },
    }),
    outcome: VERDICT,
    also: ({ pages }) => {
      if (pages.requests('/leak').length > 0) throw new Error('a name was taken for markup');
    },
    ...more,
  };
}

/** Pages whose names of things are code, or are made to be misread. */
export const names: readonly HostileCase[] = [
  named('markup and scripts', `/${encodeURIComponent(MARKUP)}.jpg`, MARKUP, { isForBoth: true }),
  // Formulas, as spreadsheets know them, at the beginning of both.
  named(
    'markup and scripts, not encoded, and formulas',
    `/=HYPERLINK("http://x.example").jpg?${MARKUP}`,
    `=cmd|calc!A1${MARKUP}`,
  ),
  named('characters that turn the direction of writing, and control characters', `/a.jpg?${BIDI}`, BIDI, {
    isForging: true,
  }),
  {
    name: 'an address of 1 MB',
    routes: (known) => {
      const address = `data:image/jpeg;x=${'y'.repeat(1_000_000)};base64,${Buffer.from(ALPS.body ?? '').toString('base64')}`;
      return { '/': hostilePage({}, known, pictureOf(address)) };
    },
    outcome: VERDICT,
  },
  {
    name: 'an address of 1 MB that leads to a server',
    routes: (known) => ({
      '/': hostilePage(
        {
          attack() {
            history.replaceState({}, '', `/?${'y'.repeat(100_000)}`);
          },
        },
        known,
        pictureOf(`/a.jpg#${'y'.repeat(1_000_000)}`),
      ),
    }),
    outcome: VERDICT,
  },
];
