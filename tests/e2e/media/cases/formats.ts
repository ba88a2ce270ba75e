import { addWebpXmp } from '../../../fixtures/add-webp-xmp.ts';
import { makeDeclaredJpeg, makeDeclaredPng } from '../../../fixtures/make-fixtures.ts';
import { xmpPacket } from '../../../fixtures/xmp-packet.ts';
import { type Fixture, type MediaCase, mediaLine, type Outcome, pageOf } from '../media-case.ts';
import { converted as convertedPhotograph } from '../pictures.ts';

const IMAGE = { selector: '#it' };
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150"><defs><linearGradient id="g">
  <stop stop-color="teal"/><stop offset="1" stop-color="gold"/></linearGradient></defs>
  <rect width="300" height="150" fill="url(#g)"/><circle cx="90" cy="75" r="50" fill="crimson"/></svg>`;

const svg = () => Buffer.from(SVG);

function refused(format: string): Outcome {
  return { kind: 'sentence', says: new RegExp(`in ${format} format`), reason: 'not decoded' };
}

/** A page with one image of a format; the box gives a broken one a place to point at. */
function served(file: Fixture, type: string): Pick<MediaCase, 'routes' | 'pointed'> {
  const image = '<img id="it" src="/file" style="min-width:100px;min-height:100px" alt="A picture">';
  return { routes: async () => ({ '/': pageOf(image), '/file': { body: await file(), type } }), pointed: IMAGE };
}

export function converted(): MediaCase[] {
  const one = mediaLine('What is served', 'other formats');
  const format = (name: string, file: Fixture, type: string, words = `converted from ${name}`): MediaCase =>
    one(name, { ...served(file, type), outcome: { kind: 'converted', from: file, words } });
  const jxl = convertedPhotograph('a.jxl');
  return [
    format('AVIF', convertedPhotograph('a.avif'), 'image/avif'),
    format('GIF', convertedPhotograph('a.gif'), 'image/gif'),
    one('GIF, animated', {
      ...served(convertedPhotograph('animated.gif'), 'image/gif'),
      outcome: {
        kind: 'converted',
        from: convertedPhotograph('animated.gif'),
        words: 'converted from GIF, first frame',
      },
    }),
    one('APNG', {
      ...served(convertedPhotograph('animated.png'), 'image/apng'),
      outcome: {
        kind: 'converted',
        from: convertedPhotograph('animated.png'),
        words: 'converted from APNG, first frame',
      },
    }),
    one('APNG, fading in', {
      ...served(convertedPhotograph('fading-in.png'), 'image/apng'),
      outcome: {
        kind: 'converted',
        from: convertedPhotograph('faded-in.png'),
        words: 'converted from APNG, frame 4',
      },
    }),
    format('BMP', convertedPhotograph('a.bmp'), 'image/bmp'),
    format('ICO', convertedPhotograph('a.ico'), 'image/x-icon'),
    one('SVG', {
      ...served(svg, 'image/svg+xml'),
      // Firefox can end no drawing that it has begun, so that none is drawn but by the page itself.
      outcome: (browser) =>
        browser === 'Chromium'
          ? { kind: 'converted', from: svg, words: 'converted from SVG' }
          : { kind: 'pixels', like: svg },
    }),
    one('JPEG XL', {
      ...served(jxl, 'image/jxl'),
      outcome: (browser) =>
        browser === 'Chromium' ? { kind: 'converted', from: jxl, words: 'converted from JPEG XL' } : refused('JPEG XL'),
    }),
  ];
}

export function undecodable(): MediaCase[] {
  const one = mediaLine('What is served', 'other formats');
  return [
    one('TIFF', {
      ...served(convertedPhotograph('a.tiff'), 'image/tiff'),
      outcome: refused('TIFF'),
    }),
  ];
}

export function heic(): MediaCase[] {
  const one = mediaLine('What is served', 'other formats');
  const file = () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1\0\0\0\x08meta', 'latin1');
  return [one('HEIC', { ...served(file, 'image/heic'), outcome: refused('HEIC') })];
}

export function untouched(): MediaCase[] {
  const one = mediaLine('What is served', 'with metadata');
  const format = (name: string, file: Fixture, type: string): MediaCase =>
    one(name, { ...served(file, type), outcome: { kind: 'original', bytes: file } });
  return [
    format('JPEG', () => makeDeclaredJpeg('trainedAlgorithmicMedia'), 'image/jpeg'),
    format('PNG', () => makeDeclaredPng('trainedAlgorithmicMedia'), 'image/png'),
    format(
      'WebP',
      async () => addWebpXmp(await convertedPhotograph('a.webp')(), xmpPacket('trainedAlgorithmicMedia')),
      'image/webp',
    ),
  ];
}
