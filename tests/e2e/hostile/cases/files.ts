import { deflateSync, gzipSync } from 'node:zlib';
import { encodePng } from '../../../fixtures/encode-png.ts';
import { paintPicture } from '../../../fixtures/picture.ts';
import { scannedJpeg } from '../../../fixtures/scanned-jpeg.ts';
import type { Page } from '../../../fixtures/serve-pages.ts';
import { ALPS, alps, shownThen } from '../../media/pictures.ts';
import { type HostileCase, hostilePage, pictureOf } from '../hostile-case.ts';
import { pngChunk, pngOfOneColour } from '../png-of-one-colour.ts';

/** The page shows the photograph; what the extension reads afterwards is this. Its pixels are out of reach of the page. */
function then(
  name: string,
  trap: () => Page,
  outcome: HostileCase['outcome'],
  more: Partial<HostileCase> = {},
): HostileCase {
  return {
    name,
    routes: (known) => ({
      '/': hostilePage({}, known, pictureOf(`${known.otherOrigin}/trap.jpg`)),
      '/trap.jpg': shownThen(ALPS, trap),
      '/leak': { body: '' },
    }),
    outcome,
    also: ({ pages }) => {
      if (pages.requests('/leak').length > 0) throw new Error('what is in the file was fetched');
    },
    ...more,
  };
}

/** What an SVG file could do, were it a document. */
const SVG = `<?xml version="1.0"?>
<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "/leak">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="189" onload="fetch('/leak')">
<script>fetch('/leak'); fetch('ORIGIN/leak')</script><style>@import url(ORIGIN/leak); rect { fill: url(ORIGIN/leak#a) }</style>
<rect width="200" height="189" fill="#c33"/><rect x="200" width="200" height="100" fill="#36c"/>
<image href="ORIGIN/leak" width="10" height="10"/><use xlink:href="ORIGIN/leak#a"/>
<foreignObject width="50" height="50"><iframe xmlns="http://www.w3.org/1999/xhtml" src="ORIGIN/leak"/></foreignObject>
<animate attributeName="href" to="ORIGIN/leak"/><a href="javascript:fetch('/leak')"><text y="20">a</text></a></svg>`;

/** A picture with compressed texts before its pixels, which are gigabytes together. */
function pngWithZippedTexts(): Buffer {
  const png = encodePng(paintPicture(400, 189, (across, down) => [across * 255, down * 255, 90]));
  const headerEnd = 8 + 12 + 13;
  const text = Buffer.concat([Buffer.from('parameters\0\0'), deflateSync(Buffer.alloc(2_000_000, 'a'), { level: 1 })]);
  const texts = Array.from({ length: Math.floor(11_700_000 / text.length) }, () => pngChunk('zTXt', text));
  return Buffer.concat([png.subarray(0, headerEnd), ...texts, png.subarray(headerEnd)]);
}

/** An archive with nothing in it: readers of archives begin at its end. */
const EMPTY_ZIP = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');

/** Files that are made to be expensive, or to be more than a picture. */
export const files: readonly HostileCase[] = [
  {
    name: 'an SVG image with scripts, references and entities',
    routes: (known) => ({
      '/': hostilePage({}, known, pictureOf('/a.svg')),
      '/a.svg': { body: SVG.replaceAll('ORIGIN', known.origin), type: 'image/svg+xml' },
      '/leak': { body: '' },
    }),
    outcome: { kind: 'verdict' },
    also: ({ pages }) => {
      if (pages.requests('/leak').length > 0) throw new Error('what is in the image was fetched');
    },
  },
  then('a PNG of 30,000 × 30,000 pixels in 110 kB', () => ({ body: pngOfOneColour(30_000), type: 'image/png' }), {
    kind: 'verdict',
  }),
  then(
    'a JPEG of 2 MB whose pixels are gone over 10,000 times',
    () => ({ body: scannedJpeg(10_900, 10_000), type: 'image/jpeg' }),
    { kind: 'verdict' },
    { isForBoth: true },
  ),
  then(
    '120 MB in a gzip of some 500 kB',
    () => ({
      body: gzipSync(Buffer.alloc(120_000_000), { level: 1 }),
      type: 'image/jpeg',
      headers: { 'content-encoding': 'gzip' },
    }),
    { kind: 'sentence', says: /100 MB/ },
  ),
  {
    name: 'a PNG of 12 MB with texts that unpack to gigabytes',
    routes: (known) => ({
      '/': hostilePage({}, known, pictureOf('/a.png')),
      '/a.png': { body: pngWithZippedTexts(), type: 'image/png' },
    }),
    outcome: { kind: 'verdict' },
  },
  then(
    'a picture that is a page too, and a ZIP archive',
    () => ({
      body: Buffer.concat([alps() as Buffer, Buffer.from(`<script>fetch('/leak')</script>`), EMPTY_ZIP]),
      type: 'text/html',
    }),
    { kind: 'verdict' },
  ),
  then('a page in the place of the picture', () => ({ body: `<script>fetch('/leak')</script>` }), { kind: 'verdict' }),
  then('a script in the place of the picture', () => ({ body: 'GIF89a=fetch("/leak")//', type: 'text/javascript' }), {
    kind: 'sentence',
    says: /in GIF format/,
  }),
  then('a stream without end', () => ({ ...ALPS, isEndless: true }), { kind: 'sentence', says: /100 MB/ }),
  then(
    'an answer that never comes',
    () => ({ hold: new Promise(() => undefined) }),
    { kind: 'sentence', says: /Reading/ },
    { press: 'Cancel' },
  ),
  then('a redirect to itself without end', () => ({ redirectTo: '/trap.jpg' }), { kind: 'verdict' }),
];
