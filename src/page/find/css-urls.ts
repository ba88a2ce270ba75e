import { type DenseCandidate, fittest } from './density.ts';

/** How many dots a CSS pixel one unit of resolution is (CSS Values 4, section 7.4). */
const DOTS: Record<string, number> = { x: 1, dppx: 1, dpi: 1 / 96, dpcm: 2.54 / 96 };

/**
 * The tokens that matter: a string in either quotes, `url(` with what stands bare in it, the name of a function with its
 * parenthesis, one that closes, a resolution; and everything else in pieces as long as can be. No alternative begins again
 * within what another one has read, so that time grows with the length alone.
 */
const TOKEN =
  /"([^"\\]*(?:\\[\s\S][^"\\]*)*)"?|'([^'\\]*(?:\\[\s\S][^'\\]*)*)'?|url\(\s*(?!["'\s])([^)\\]*(?:\\[\s\S][^)\\]*)*)\)?|([-\w]*)\(|\)|([\d.]+)(x|dppx|dpi|dpcm)\b|[-\w.]+|[\s\S]/giy;

/** Types that every browser shows: a candidate of another `type()` is not taken. */
const SHOWN_TYPE = /^image\/(apng|avif|bmp|gif|jpeg|png|svg\+xml|webp|(vnd\.microsoft\.|x-)icon)$/i;
const NOT_SHOWN: DenseCandidate = { url: '', density: 1 };

const ESCAPE = /\\(?:([\da-f]{1,6})\s?|\n|([\s\S]))/gi;

/**
 * The addresses in a CSS image value (`background-image`, `content`, …), first layer first, as they are written. Of an
 * `image-set()` the one that fits the screen. Any text is taken; what is no address is passed over.
 */
export function cssUrls(value: string, density: number): string[] {
  const found: string[] = [];
  /** The names of the functions that are open, and the candidates of those that choose one. */
  const open: string[] = [];
  const sets: DenseCandidate[][] = [];

  const take = (url: string | undefined) => {
    if (!url || url.startsWith('#')) return; // `url(#id)` is an element of the page, not a file.
    const set = sets.at(-1);
    if (set) set.push({ url, density: 1 });
    else found.push(url);
  };
  const close = () => {
    if (isSet(open.pop())) take(fittest(sets.pop()?.filter(({ url }) => url !== '') ?? [], density));
  };

  for (const [token, double, single, bare, name, amount, unit = ''] of value.matchAll(TOKEN)) {
    const text = double ?? single;
    if (bare !== undefined) take(unescapeCss(bare.trim()));
    else if (text !== undefined) {
      if (open.at(-1) === 'type' && !SHOWN_TYPE.test(text)) sets.at(-1)?.splice(-1, 1, NOT_SHOWN);
      else if (/^(url|src)$/.test(open.at(-1) ?? '') || isSet(open.at(-1))) take(unescapeCss(text));
    } else if (name !== undefined) {
      open.push(name.toLowerCase());
      if (isSet(open.at(-1))) sets.push([]);
    } else if (token === ')') close();
    else if (amount !== undefined) {
      const set = sets.at(-1);
      const last = set?.pop();
      if (last) set?.push({ url: last.url, density: Number(amount) * (DOTS[unit.toLowerCase()] ?? 1) });
    }
  }
  while (open.length > 0) close(); // What is open at the end is closed by it, as in a style sheet.
  return found;
}

function isSet(name: string | undefined): boolean {
  return name === 'image-set' || name === '-webkit-image-set';
}

/** CSS Syntax 3, section 4.3.7; what is no character becomes the sign for that. */
function unescapeCss(text: string): string {
  return text.replace(ESCAPE, (_all, hex: string | undefined, character = '') => {
    if (hex === undefined) return character;
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '\ufffd';
  });
}
