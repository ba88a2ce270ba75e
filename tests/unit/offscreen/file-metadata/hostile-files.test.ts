// @module-tag ffmpeg
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FileMetadataRead } from '../../../../src/core/media/file-metadata.ts';
import { createFileBudget } from '../../../../src/offscreen/file-metadata/file-budget.ts';
import { readXml } from '../../../../src/offscreen/file-metadata/read-xml.ts';
import { readXmp } from '../../../../src/offscreen/file-metadata/read-xmp.ts';
import { cpuTimeOf } from '../../../cpu-time.ts';
import { readFileMetadataInNode } from '../../../fixtures/c2pa/read-in-node.ts';
import {
  makeSignedFiles,
  SIGNED_FORMATS,
  type SignedFiles,
  type SignedFormat,
} from '../../../fixtures/c2pa/signed-files.ts';
import { COSTLY_FILES } from '../../../fixtures/costly-files.ts';
import { box, pngOf, pngPackedText } from './files-with-metadata.ts';

/** No file, whatever is in it, keeps a reader busy for longer. Milliseconds of a processor. */
const LIMIT_MS = 2_000;

/** What is read of a file whose metadata costs too much. */
const REFUSED: FileMetadataRead = { fileMetadata: { unread: 'fault' } };

let signed: SignedFiles;
beforeAll(async () => {
  signed = await makeSignedFiles();
}, 120_000);

async function readInTime(bytes: Uint8Array<ArrayBuffer>): Promise<FileMetadataRead> {
  let read: FileMetadataRead = REFUSED;
  const reading = async () => {
    read = await readFileMetadataInNode(bytes, signed.anchors).catch((error: unknown) => {
      if (!/^metadata (are|have) too/.test(errorText(error))) throw error;
      return REFUSED;
    });
  };
  expect(await cpuTimeOf(reading)).toBeLessThan(LIMIT_MS);
  return read;
}

const errorText = (error: unknown) => (error instanceof Error ? error.message : '');

const stateOf = ({ fileMetadata }: FileMetadataRead) =>
  'unread' in fileMetadata ? 'unread' : fileMetadata.credentials.state;

describe('any bytes', () => {
  const heads: Readonly<Record<string, Buffer<ArrayBuffer>>> = {
    JPEG: Buffer.from('ffd8ffe1', 'hex'),
    PNG: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    WebP: Buffer.from('RIFF\xff\xff\xff\0WEBPVP8X', 'latin1'),
    GIF: Buffer.from('GIF89a\x01\0\x01\0\0\0\0!\xff', 'latin1'),
    'TIFF (big-endian)': Buffer.from('MM\0*\0\0\0\x08', 'latin1'),
    'TIFF (little-endian)': Buffer.from('II*\0\x08\0\0\0', 'latin1'),
    AVIF: box('ftyp', Buffer.from('avif\0\0\0\0avif')),
    MP4: box('ftyp', Buffer.from('isom\0\0\0\0isom')),
    SVG: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'),
  };
  it.each(Object.keys(heads))('after the head of %s come to an end, and are no credentials', async (name) => {
    const head = heads[name] ?? Buffer.alloc(0);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000, size: 'max' }), async (rest) => {
        expect(['none', 'broken', 'unread']).toContain(stateOf(await readInTime(Buffer.concat([head, rest]))));
      }),
      { numRuns: 150 },
    );
  });
});

describe('changed files', () => {
  /** Where the media itself is in each of the files, as parts of its length: what is there was signed. */
  const MEDIA: Readonly<Record<SignedFormat, readonly [number, number]>> = {
    jpeg: [0.6, 0.99],
    png: [0.6, 0.95],
    webp: [0.1, 0.4],
    avif: [0.7, 0.99],
    gif: [0.6, 0.95],
    tiff: [0.05, 0.3],
    svg: [0, 0.003],
    mp4: [0.6, 0.99],
    mov: [0.4, 0.8],
  };

  it.each(SIGNED_FORMATS)('of %s are never valid, if what was signed was changed', async (format) => {
    const whole = signed.files.get(format)?.bytes ?? Buffer.alloc(0);
    const [from, to] = MEDIA[format].map((part) => Math.floor(part * whole.length));
    const change = fc.record({
      at: fc.integer({ min: from ?? 0, max: to ?? 0 }),
      flip: fc.integer({ min: 1, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, flip }) => {
        const changed = Buffer.from(whole);
        changed.writeUInt8(changed.readUInt8(at) ^ flip, at);
        expect(['none', 'broken', 'unread']).toContain(stateOf(await readInTime(changed)));
      }),
      { numRuns: 20 },
    );
  });

  it.each(SIGNED_FORMATS)('of %s come to an end, wherever they are changed or cut', async (format) => {
    const whole = signed.files.get(format)?.bytes ?? Buffer.alloc(0);
    const changes = fc.array(
      fc.record({ part: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.integer({ min: 0, max: 255 }) }),
      { maxLength: 20 },
    );
    // Most of the changes are made near the beginning, where the structure is.
    const place = (part: number, length: number) => 12 + Math.floor(part ** 6 * (length - 13));
    await fc.assert(
      fc.asyncProperty(changes, fc.double({ min: 0.01, max: 1, noNaN: true }), async (all, cut) => {
        const changed = Buffer.from(whole.subarray(0, Math.max(40, Math.floor(whole.length * cut))));
        for (const { part, byte } of all) changed.writeUInt8(byte, place(part, changed.length));
        await readInTime(changed);
      }),
      { numRuns: 40 },
    );
  });
});

describe('files made to keep a reader busy', () => {
  const MANY = 400_000;
  const svg = (rest: string) => () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${rest}`);
  it.each(
    Object.entries({
      ...COSTLY_FILES,
      'a PNG of empty chunks': () => Buffer.concat([pngOf().subarray(0, -12), Buffer.alloc(12 * MANY)]),
      'settings over and over': () => pngOf(pngPackedText('parameters', 'Steps: 1, '.repeat(200_000))),
      'elements in elements': svg('<g>'.repeat(MANY)),
      'an element that does not end': svg(`<g ${'a="'.repeat(20_000)}`),
      'comments that do not end': svg('<!--'.repeat(MANY)),
      'declarations that do not end': svg('<![['.repeat(20_000)),
    }),
  )('%s', async (_name, file) => {
    expect(stateOf(await readInTime(file()))).not.toBe('valid');
  });
});

describe('any text as XML', () => {
  it('comes to an end, and says nothing that is not in it', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '=',
      '!',
      '[',
      ']',
      '-',
      '?',
      '&#x41;',
      'a:b',
      'xmlns:a',
      'CDATA',
      ' ',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const text = pieces.join('');
        expect([...readXml(text, createFileBudget())].length).toBeLessThanOrEqual(2 * text.length);
        expect(readXmp(text, createFileBudget())).toEqual([]);
      }),
    );
  });
});
