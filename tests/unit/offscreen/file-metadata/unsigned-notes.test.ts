// @module-tag ffmpeg
import { describe, expect, it } from 'vitest';
import type { FileMetadata } from '../../../../src/core/media/file-metadata.ts';
import { readFileMetadata } from '../../../../src/offscreen/file-metadata/read-file-metadata.ts';
import { convertPhotograph } from '../../../fixtures/convert-photograph.ts';
import { xmpPacket } from '../../../fixtures/xmp-packet.ts';
import {
  box,
  exifOf,
  jpegExif,
  jpegOf,
  jpegXmp,
  pngOf,
  pngPackedText,
  pngPackedUtf8,
  pngText,
  webpOf,
  xmpOf,
} from './files-with-metadata.ts';

type Bytes = Buffer<ArrayBuffer>;

const NO_ENGINE = { manifestStore: () => Promise.reject(new Error('no engine')), anchors: '', fetchesRemote: false };

async function fileMetadataOf(file: Bytes): Promise<Exclude<FileMetadata, { unread: unknown }>> {
  const { fileMetadata } = await readFileMetadata(new Blob([file]), NO_ENGINE);
  if ('unread' in fileMetadata) throw new Error(fileMetadata.unread);
  expect(fileMetadata.credentials.state).not.toBe('broken'); // The engine was asked, although there are no credentials.
  return fileMetadata;
}

const AI = { kind: 'source', term: 'trainedAlgorithmicMedia', says: 'ai' };
const PACKET = xmpPacket('trainedAlgorithmicMedia');
const WEB_UI = 'a cat\nNegative prompt: dog\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 512x512';
const COMFY = '{"3": {"inputs": {"seed": 1}, "class_type": "KSampler"}}';
const utf16 = (text: string) => Buffer.concat([Buffer.from('UNICODE\0'), Buffer.from(text, 'utf16le').swap16()]);
const uuid = (hex: string) => Buffer.from(hex, 'hex');
const XMP_UUID = uuid('be7acfcb97a942e89c71999491e3afac');
const FTYP = box('ftyp', Buffer.from('isom\0\0\0\0isom'));

describe('notes in files', () => {
  const cases: readonly (readonly [string, Bytes, readonly unknown[]])[] = [
    ['XMP in JPEG', jpegOf(jpegXmp(PACKET)), [AI]],
    ['XMP in PNG', pngOf(['iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${PACKET}`)]), [AI]],
    ['packed XMP in PNG', pngOf(pngPackedUtf8('XML:com.adobe.xmp', PACKET)), [AI]],
    ['XMP in WebP', webpOf(['XMP ', Buffer.from(PACKET)]), [AI]],
    ['XMP in MP4', Buffer.concat([FTYP, box('uuid', XMP_UUID, Buffer.from(PACKET))]), [AI]],
    ['XMP in MOV', Buffer.concat([FTYP, box('moov', box('udta', box('XMP_', Buffer.from(PACKET))))]), [AI]],
    ['RDF in SVG', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><metadata>${PACKET}</metadata></svg>`), [AI]],
    [
      'XMP as an attribute',
      jpegOf(
        jpegXmp(xmpOf('e:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic">')),
      ),
      [{ kind: 'source', term: 'compositeSynthetic', says: 'part-ai' }],
    ],
    [
      'XMP as an address',
      jpegOf(
        jpegXmp(
          xmpOf('><e:DigitalSourceType rdf:resource="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"/>'),
        ),
      ),
      [{ kind: 'source', term: 'digitalCapture', says: 'capture' }],
    ],
    [
      'a term nobody knows',
      jpegOf(jpegXmp(xmpOf('><e:DigitalSourceType>http://cv.iptc.org/x/futureMedia</e:DigitalSourceType>'))),
      [{ kind: 'source', term: 'futureMedia' }],
    ],
    [
      'an AI system in XMP',
      jpegOf(jpegXmp(xmpOf('><e:AISystemUsed>Example Model 3</e:AISystemUsed>'))),
      [{ kind: 'ai-system', name: 'Example Model 3' }],
    ],
    [
      "Google's credit",
      jpegOf(jpegXmp(xmpOf('photoshop:Credit="Made with Google AI">'))),
      [{ kind: 'ai-system', name: 'Google AI' }],
    ],
    [
      "China's label",
      jpegOf(jpegXmp(xmpOf('><TC260:AIGC>{"Label":"1","ContentProducer":"x"}</TC260:AIGC>'))),
      [{ kind: 'aigc-label', level: '1' }],
    ],
    [
      'Stable Diffusion web UI in PNG',
      pngOf(pngText('parameters', WEB_UI)),
      [{ kind: 'generator', name: 'Stable Diffusion web UI' }],
    ],
    [
      'the same, packed',
      pngOf(pngPackedText('parameters', WEB_UI)),
      [{ kind: 'generator', name: 'Stable Diffusion web UI' }],
    ],
    [
      'the same after the pixels',
      pngOf(['IDAT', Buffer.alloc(70_000)], pngText('parameters', WEB_UI)),
      [{ kind: 'generator', name: 'Stable Diffusion web UI' }],
    ],
    [
      'the same in Exif of a JPEG',
      jpegOf(jpegExif(exifOf({}, { 37510: utf16(WEB_UI) }))),
      [{ kind: 'generator', name: 'Stable Diffusion web UI' }],
    ],
    [
      'the same in Exif of a WebP',
      webpOf(['EXIF', exifOf({}, { 37510: utf16(WEB_UI) })]),
      [{ kind: 'generator', name: 'Stable Diffusion web UI' }],
    ],
    [
      'ComfyUI in PNG',
      pngOf(pngText('prompt', COMFY), pngText('workflow', '{"nodes": []}')),
      [{ kind: 'generator', name: 'ComfyUI' }],
    ],
    ['ComfyUI in Exif', webpOf(['EXIF', exifOf({ 272: `prompt:${COMFY}` })]), [{ kind: 'generator', name: 'ComfyUI' }]],
    [
      'InvokeAI',
      pngOf(pngText('invokeai_metadata', '{"app_version": "4"}')),
      [{ kind: 'generator', name: 'InvokeAI' }],
    ],
    [
      'NovelAI',
      pngOf(pngText('Software', 'NovelAI'), pngText('Source', 'NovelAI Diffusion V4')),
      [{ kind: 'generator', name: 'NovelAI' }],
    ],
    [
      'a creator tool',
      jpegOf(jpegXmp(xmpOf('xmp:CreatorTool="Adobe Firefly">'))),
      [{ kind: 'generator', name: 'Adobe Firefly' }],
    ],
    [
      'a text that is only called "prompt"',
      pngOf(pngText('prompt', 'Press any key'), pngText('parameters', 'none')),
      [],
    ],
    ['a text that only mentions a generator', pngOf(pngText('Title', 'My talk about ComfyUI and NovelAI')), []],
    ['XMP after the end of a JPEG', Buffer.concat([jpegOf(), Buffer.from(PACKET)]), []],
    ['XMP after the end of a PNG', Buffer.concat([pngOf(), Buffer.from(PACKET)]), []],
    ['XMP as a text of another name', pngOf(pngText('Comment', PACKET)), []],
    ['XMP in the pixels of a PNG', pngOf(['IDAT', Buffer.from(PACKET)]), []],
    ['another property of that name', jpegOf(jpegXmp(PACKET.replaceAll('iptc.org/std', 'example.org/std'))), []],
  ];
  it.each(cases)('%s', async (_name, file, expected) => {
    expect((await fileMetadataOf(file)).notes).toEqual(expected);
  });
});

describe('facts in files', () => {
  const camera = exifOf({ 271: 'EXAMPLE', 272: 'EXAMPLE One', 305: 'Firmware 1.0' }, { 36867: '2026:05:04 10:11:12' });
  const facts = { make: 'EXAMPLE', model: 'EXAMPLE One', software: 'Firmware 1.0', takenAt: '2026:05:04 10:11:12' };
  const data = (text: string) => box('data', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]), Buffer.from(text));
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

  it('of an AVIF with Exif and XMP items', async () => {
    const { notes, facts: found } = await fileMetadataOf(avifOf(camera, PACKET));
    expect(notes).toEqual([AI]);
    expect(found).toEqual(facts);
  });
});

it.each(['a.bmp', 'a.ico', 'a.jxl'] as const)('%s is not read', async (name) => {
  const read = readFileMetadata(new Blob([await convertPhotograph(name)]), NO_ENGINE);
  expect(await read).toEqual({ fileMetadata: { unread: 'format' } });
});

/** The head of an AVIF, with two items. */
function avifOf(exif: Bytes, packet: string): Bytes {
  const ftyp = box('ftyp', Buffer.from('avif\0\0\0\0avifmif1'));
  const infe = (id: number, kind: string) =>
    box('infe', Buffer.from([2, 0, 0, 0, 0, id, 0, 0]), Buffer.from(kind, 'latin1'));
  const iinf = box('iinf', Buffer.from([0, 0, 0, 0, 0, 2]), infe(1, 'Exif\0'), infe(2, 'mime\0application/rdf+xml\0'));
  const exifItem = Buffer.concat([Buffer.alloc(4), exif]);
  const xmpItem = Buffer.from(packet);
  const iloc = (start: number) => {
    const place = (id: number, offset: number, length: number) => {
      const entry = Buffer.alloc(14);
      entry.writeUInt16BE(id);
      entry.writeUInt16BE(1, 4);
      entry.writeUInt32BE(offset, 6);
      entry.writeUInt32BE(length, 10);
      return entry;
    };
    const items = [place(1, start, exifItem.length), place(2, start + exifItem.length, xmpItem.length)];
    return box('iloc', Buffer.from([0, 0, 0, 0, 0x44, 0, 0, 2]), ...items);
  };
  const meta = (start: number) => box('meta', Buffer.alloc(4), iinf, iloc(start));
  const start = ftyp.length + meta(0).length + 8;
  return Buffer.concat([ftyp, meta(start), box('mdat', exifItem, xmpItem)]);
}
