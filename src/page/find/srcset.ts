import { fittest } from './density.ts';

/** One candidate of a `srcset`. */
export interface SrcsetCandidate {
  readonly url: string;
  /** `300w`. */
  readonly width?: number;
  /** `2x`. */
  readonly density?: number;
}

// HTML, "parse a srcset attribute". Its white space is not that of `\s`.
const SEPARATORS = /[\t\n\f\r ,]*/y;
const ADDRESS = /[^\t\n\f\r ]+/y;
/** Up to a comma that is not in parentheses. */
const DESCRIPTORS = /[^,(]*(?:\([^)]*\)?[^,(]*)*/y;
/** All that may stand there: nothing, a width (beside it a height, which says nothing), or a density. */
const SIZES =
  /^(?:(?:0*[1-9]\d*h )?(0*[1-9]\d*)w(?: 0*[1-9]\d*h)?|((?:\d+(?:\.\d+)?|\.\d+|-0+(?:\.0+)?)(?:e[+-]?\d+)?)x)?$/i;

/** The candidates of a `srcset` attribute, as browsers read it; those with faults are left out. */
export function parseSrcset(value: string): SrcsetCandidate[] {
  const candidates: SrcsetCandidate[] = [];
  let at = 0;
  const read = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const text = pattern.exec(value)?.[0] ?? '';
    at += text.length;
    return text;
  };
  while (true) {
    read(SEPARATORS);
    const address = read(ADDRESS);
    if (address === '') return candidates;
    const url = withoutCommas(address);
    const sizes = url === address ? parseDescriptors(read(DESCRIPTORS)) : {};
    if (sizes) candidates.push({ url, ...sizes });
  }
}

/** The address of a `srcset` that fits a box of this width on a screen of this density. */
export function chooseFromSrcset(value: string, boxWidth: number, density: number): string | undefined {
  const candidates = parseSrcset(value).map((candidate) => ({
    url: candidate.url,
    density: candidate.width === undefined ? (candidate.density ?? 1) : candidate.width / Math.max(1, boxWidth),
  }));
  return fittest(candidates, density);
}

/** A comma directly behind an address ends its candidate. */
function withoutCommas(address: string): string {
  let end = address.length;
  while (address[end - 1] === ',') end -= 1;
  return address.slice(0, end);
}

/** Undefined where they are faulty. */
function parseDescriptors(text: string): Pick<SrcsetCandidate, 'width' | 'density'> | undefined {
  const sizes = SIZES.exec(
    text
      .split(/[\t\n\f\r ]+/)
      .join(' ')
      .trim(),
  );
  if (!sizes) return undefined;
  const [, width, density] = sizes;
  return { ...(width && { width: Number(width) }), ...(density && { density: Number(density) }) };
}
