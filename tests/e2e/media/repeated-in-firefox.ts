import type { MediaCase } from './media-case.ts';

type Named = Pick<MediaCase, 'line' | 'name'>;

/** The cases of some lines of the list: all of a line, or some by name. */
type Lines = Readonly<Record<string, 'all' | readonly string[]>>;

/** What a browser does in a way of its own, so that these cases can come out otherwise in Firefox (docs/browser-facts.md). */
const DIFFERING: readonly { readonly what: string; readonly cases: Lines }[] = [
  {
    what: 'what may be read of another origin',
    cases: {
      '`<img>`': ['other origin with CORS'],
      'odd addresses and headers': ['redirects, to another origin'],
      'a part of the file': ['206 unasked, other site', 'half of it, called whole'],
      '1, in the owning frame': ['CORS'],
      '2, by the background': ['without credentials'],
    },
  },
  {
    what: 'what can be read behind `data:` and `blob:`',
    cases: { '`data:` and `blob:`': ['`data:`, percent-encoded', '`blob:`, live', '`blob:`, revoked'] },
  },
  {
    what: 'what the menu tells of the element that was clicked',
    cases: {
      'elements with an image': ['`<embed>`'],
      covered: ['a link'],
      'changed meanwhile': ['the same element with another picture', 'the element has gone'],
    },
  },
  {
    what: 'what is found in closed shadow roots, and above an element that fills the screen',
    cases: { 'shadow roots': ['closed, nested, a background'], lightbox: ['fullscreen element'] },
  },
  {
    what: 'in which frames scripts run',
    cases: {
      frames: ['a frame in a frame', '`srcdoc`', 'sandboxed, without scripts'],
      'scripts may not run': 'all',
    },
  },
  {
    what: 'the pixels of elements and of the screen',
    cases: {
      canvas: ['clean', 'tainted', 'WebGL'],
      '4, pixels of the element': 'all',
      '5, a cut of the screen': 'all',
    },
  },
  {
    what: 'which formats are decoded',
    cases: { 'other formats': ['AVIF', 'GIF, animated', 'APNG, fading in', 'ICO', 'SVG', 'JPEG XL', 'TIFF'] },
  },
  {
    what: 'referrers, cookies and the cache',
    cases: {
      'hotlink protection': ['own site, 403 otherwise', 'other site, a placeholder otherwise'],
      'needs cookies': ['own site'],
      '1, in the owning frame': ['its own origin, from the cache'],
      '2, by the background': ['with cookies'],
      '3, with the page’s referrer': 'all',
    },
  },
  {
    what: 'how addresses are written',
    cases: { 'odd addresses and headers': ['internationalised host', 'odd characters in the path'] },
  },
];

/** Lines that are about what is found in a page alone: the same pages are tried in Firefox by firefox/find-pictures.spec.ts. */
const FOUND_ALIKE: ReadonlySet<string> = new Set(['lazy images', 'inline SVG drawing', 'CSS images']);

/** One case for each other line in which browsers do not differ. */
const ONE_OF_EACH_OTHER_LINE: Lines = {
  '`srcset`, `<picture>`': ['`<picture>` by type'],
  'broken image': ['its file is cut off in the header'],
  'another image each time': ['other origin, `no-store`', 'other origin, by a redirect, cropped'],
  'photographs in SVG': ['an `<object>` of another origin below a `<div>`'],
  'below something clear': ['a clear background of another site'],
  'an image opened as its own tab': 'all',
  'two pictures at one spot': ['the other one, chosen in the panel'],
  'content type': ['missing, and no extension'],
  'with metadata': ['WebP'],
  'answers a fetch with': ['a redirect to a login page'],
  'over 100 MB': ['known only while reading'],
  'private network': ['picture at 127.0.0.1 in a public page'],
};

const REPEATED: readonly Lines[] = [...DIFFERING.map(({ cases }) => cases), ONE_OF_EACH_OTHER_LINE];

/** Whether a case is tried in Firefox too. */
export function isRepeatedInFirefox({ line, name }: Named): boolean {
  return REPEATED.some((lines) => lines[line] === 'all' || lines[line]?.includes(name));
}

/** What browsers do in ways of their own: of each, cases are tried in Firefox too. */
export const DIFFERENCES: readonly string[] = DIFFERING.map(({ what }) => what);

/** What is wrong with that choice for a list of cases: lines of which none is repeated, and names that no case has. */
export function faultsOfRepetition(all: readonly Named[]): string[] {
  const repeated = new Set(all.filter(isRepeatedInFirefox).map(({ line }) => line));
  const left = new Set(all.map(({ line }) => line).filter((line) => !repeated.has(line) && !FOUND_ALIKE.has(line)));
  const has = (line: string, name: string | undefined) =>
    all.some((one) => one.line === line && (name === undefined || one.name === name));
  const unknown = REPEATED.flatMap((lines) => Object.entries(lines)).flatMap(([line, names]) => {
    const named: readonly (string | undefined)[] = names === 'all' ? [undefined] : names;
    return named.filter((name) => !has(line, name)).map((name) => `there is no case ${line}: ${name ?? 'any'}`);
  });
  return [...[...left].map((line) => `no case of the line ${line} is repeated`), ...unknown];
}
