import { latin1 } from './byte-reader.ts';

/** The bytes that are enough to name a type: SVG of drawing programs begins with long comments and entities. */
export const SNIFF_BYTES = 2_048;

/** What the first bytes of a file say it is. */
export interface SniffedType {
  /** MIME type. */
  readonly type: string;
  /** Name as people write it. */
  readonly name: string;
  readonly isPicture: boolean;
}

const picture = (type: string, name: string): SniffedType => ({ type, name, isPicture: true });
const other = (type: string, name: string): SniffedType => ({ type, name, isPicture: false });

const PNG = picture('image/png', 'PNG');

interface Signature {
  readonly found: SniffedType;
  /** Latin-1 text expected at an offset; all parts must be there. */
  readonly parts: readonly (readonly [offset: number, text: string])[];
}

/** Signatures by the formats' own specifications (and the WHATWG MIME Sniffing standard where it lists them). */
const SIGNATURES: readonly Signature[] = [
  { found: picture('image/jpeg', 'JPEG'), parts: [[0, '\xff\xd8\xff']] },
  { found: PNG, parts: [[0, '\x89PNG\r\n\x1a\n']] },
  {
    found: picture('image/webp', 'WebP'),
    parts: [
      [0, 'RIFF'],
      [8, 'WEBPVP8'],
    ],
  },
  { found: picture('image/gif', 'GIF'), parts: [[0, 'GIF87a']] },
  { found: picture('image/gif', 'GIF'), parts: [[0, 'GIF89a']] },
  { found: picture('image/x-icon', 'ICO'), parts: [[0, '\0\0\x01\0']] },
  { found: picture('image/tiff', 'TIFF'), parts: [[0, 'II*\0']] },
  { found: picture('image/tiff', 'TIFF'), parts: [[0, 'MM\0*']] },
  { found: picture('image/jxl', 'JPEG XL'), parts: [[0, '\xff\x0a']] },
  { found: picture('image/jxl', 'JPEG XL'), parts: [[0, '\0\0\0\x0cJXL \r\n\x87\n']] },
  { found: other('application/pdf', 'PDF'), parts: [[0, '%PDF-']] },
  { found: other('video/webm', 'WebM'), parts: [[0, '\x1aE\xdf\xa3']] },
];

/** Brands of ISO base media files (`ftyp`) that are pictures, by the brand's first letters. */
const PICTURE_BRANDS: readonly (readonly [brand: string, found: SniffedType])[] = [
  ['avis', picture('image/avif', 'AVIF sequence')],
  ['avif', picture('image/avif', 'AVIF')],
  ['hei', picture('image/heic', 'HEIC')],
  ['hev', picture('image/heic', 'HEIC')],
  ['mif1', picture('image/heic', 'HEIC')],
  ['msf1', picture('image/heic', 'HEIC')],
];

/** Names the type of a file from its first bytes; undefined when they say nothing. */
export function sniff(head: Uint8Array): SniffedType | undefined {
  const text = latin1(head.subarray(0, SNIFF_BYTES));
  const match = SIGNATURES.find(({ parts }) => parts.every(([offset, part]) => text.startsWith(part, offset)));
  if (match) return match.found;
  if (isBmp(text)) return picture('image/bmp', 'BMP');
  if (/^\0.{3}ftyp.{4}/s.test(text)) return fromBrands(text);
  return fromMarkup(text);
}

/** Sizes of the headers that follow a BMP file's own, all below 256: more than two letters have to tell it from a text. */
const BMP_HEADER_BYTES = [12, 40, 52, 56, 64, 108, 124];

function isBmp(text: string): boolean {
  return text.startsWith('BM') && BMP_HEADER_BYTES.includes(text.charCodeAt(14)) && text.startsWith('\0\0\0', 15);
}

/** The major brand decides, then the compatible ones: an AVIF may call itself `mif1` first. */
function fromBrands(text: string): SniffedType {
  const size =
    text.charCodeAt(0) * 2 ** 24 + text.charCodeAt(1) * 2 ** 16 + text.charCodeAt(2) * 256 + text.charCodeAt(3);
  const brands = [text.slice(8, 12), ...(text.slice(16, size).match(/.{4}/gs) ?? [])];
  const avif = brands.find((brand) => brand === 'avis') ?? brands.find((brand) => brand === 'avif');
  const known = PICTURE_BRANDS.find(([start]) => (avif ?? brands[0] ?? '').startsWith(start));
  return known?.[1] ?? other('video/mp4', 'MP4');
}

const HTML = other('text/html', 'HTML');

/** What may stand before the root of an XML document, and how each ends. An entity may hold a `>`. */
const BEFORE_ROOT: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^<\?/, /\?>/],
  [/^<!--/, /-->/],
  [/^<!doctype[^[>]*\[/i, /\]\s*>/],
  [/^<!doctype/i, />/],
];

/** The root decides: a page or a feed may hold an SVG image, and begin with the same words. */
function fromMarkup(text: string): SniffedType | undefined {
  let rest = text.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^[[{]/.test(rest)) return other('application/json', 'JSON');
  for (;;) {
    if (/^(<!doctype html|<html|<head|<body|<script)/i.test(rest)) return HTML;
    if (/^<(svg:)?svg[\s/>]/i.test(rest)) return picture('image/svg+xml', 'SVG');
    const [, end] = BEFORE_ROOT.find(([start]) => start.test(rest)) ?? [];
    const ended = end?.exec(rest);
    if (!ended) return undefined;
    rest = rest.slice(ended.index + ended[0].length).trimStart();
  }
}
