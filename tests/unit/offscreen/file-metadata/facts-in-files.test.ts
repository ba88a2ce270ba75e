import { describe, expect, it } from 'vitest';
import { xmpPacket } from '../../../fixtures/xmp-packet.ts';
import { avifOf } from './avif-with-metadata.ts';
import { box, exifOf, jpegExif, jpegOf, jpegXmp, pngOf, pngText, webpOf, xmpOf } from './files-with-metadata.ts';
import { fileMetadataOf } from './read-without-engine.ts';

type Bytes = Buffer<ArrayBuffer>;

const AI = { kind: 'source', term: 'trainedAlgorithmicMedia', says: 'ai' };
const PACKET = xmpPacket('trainedAlgorithmicMedia');
const FTYP = box('ftyp', Buffer.from('isom\0\0\0\0isom'));
const data = (text: string) => box('data', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]), Buffer.from(text));

describe('facts in files', () => {
  const camera = exifOf({ 271: 'EXAMPLE', 272: 'EXAMPLE One', 305: 'Firmware 1.0' }, { 36867: '2026:05:04 10:11:12' });
  const facts = { make: 'EXAMPLE', model: 'EXAMPLE One', software: 'Firmware 1.0', takenAt: '2026:05:04 10:11:12' };
  const key = (name: string) => box('mdta', Buffer.from(name));
  const keys = box(
    'keys',
    Buffer.from([0, 0, 0, 0, 0, 0, 0, 2]),
    key('com.apple.quicktime.make'),
    key('com.apple.quicktime.model'),
  );
  const ilst = box('ilst', box('\0\0\0\x01', data('Example')), box('\0\0\0\x02', data('Phone 3')));
  const cases: readonly (readonly [string, Bytes, unknown])[] = [
    ['Exif of a JPEG', jpegOf(jpegExif(camera)), facts],
    ['Exif of a PNG', pngOf(['eXIf', camera]), facts],
    [
      'Exif of a WebP, with the prefix of JPEG',
      webpOf(['EXIF', Buffer.concat([Buffer.from('Exif\0\0'), camera])]),
      facts,
    ],
    ['a TIFF', camera, facts],
    [
      'XMP',
      jpegOf(jpegXmp(xmpOf('xmp:CreatorTool="Example &amp; Co" photoshop:DateCreated="2026-05-04">'))),
      { creatorTool: 'Example & Co', takenAt: '2026-05-04' },
    ],
    [
      'PNG texts',
      pngOf(pngText('Software', 'gnome-screenshot'), pngText('Creation Time', 'today')),
      { software: 'gnome-screenshot', takenAt: 'today' },
    ],
    [
      "QuickTime's texts",
      Buffer.concat([
        FTYP,
        box(
          'moov',
          box('udta', box('\xa9swr', Buffer.from('\0\x03\0\0Cut')), box('\xa9mod', Buffer.from('\0\x05\0\0Phone'))),
        ),
      ]),
      { software: 'Cut', model: 'Phone' },
    ],
    [
      "Apple's list",
      Buffer.concat([FTYP, box('moov', box('meta', keys, ilst))]),
      { make: 'Example', model: 'Phone 3' },
    ],
    [
      'no workflow in the place of a make',
      jpegOf(jpegExif(exifOf({ 271: 'workflow:{"nodes": []}', 272: 'prompt:{"3": {}}', 305: 'Example' }))),
      { software: 'Example' },
    ],
    ['nothing', jpegOf(), {}],
  ];
  it.each(cases)('%s', async (_name, file, expected) => {
    expect((await fileMetadataOf(file)).facts).toEqual(expected);
  });

  it('are one line of what can be seen', async () => {
    const make = `A\u0007B\u202Etxt\u200b.exe${'x'.repeat(400)}`;
    const { facts: shown } = await fileMetadataOf(pngOf(pngText('Software', make)));
    expect(shown.software).toMatch(/^A B txt \.exex+…$/);
    expect(shown.software).toHaveLength(120);
  });

  it.each(['mdat', 'pieces', 'idat'] as const)('of an AVIF with Exif and XMP items (%s)', async (places) => {
    const { notes, facts: found } = await fileMetadataOf(avifOf(camera, PACKET, places));
    expect(notes).toEqual([AI]);
    expect(found).toEqual(facts);
  });
});
