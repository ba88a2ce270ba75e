// @module-tag ffmpeg
import { describe, expect, it } from 'vitest';
import { readFileMetadata } from '../../../../src/offscreen/file-metadata/read-file-metadata.ts';
import { convertPhotograph } from '../../../fixtures/convert-photograph.ts';
import { xmpPacket } from '../../../fixtures/xmp-packet.ts';
import {
  box,
  exifOf,
  gifOf,
  gifXmp,
  jpegExif,
  jpegExtendedXmp,
  jpegIptc,
  jpegOf,
  jpegXmp,
  pngOf,
  pngPackedText,
  pngPackedUtf8,
  pngRawProfile,
  pngText,
  webpOf,
  xmpOf,
} from './files-with-metadata.ts';
import { CORPUS, commented, OTHER_COMMENTS } from './metadata-corpus.ts';
import { fileMetadataOf, NO_ENGINE } from './read-without-engine.ts';

type Bytes = Buffer<ArrayBuffer>;

const AI = { kind: 'source', term: 'trainedAlgorithmicMedia', says: 'ai' };
const PACKET = xmpPacket('trainedAlgorithmicMedia');
const WEB_UI = 'a cat\nNegative prompt: dog\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 512x512';
const COMFY = '{"3": {"inputs": {"seed": 1}, "class_type": "KSampler"}}';
const NESTED = JSON.stringify({ prompt: COMFY, CreationTime: '2026-05-04' });
const utf16 = (text: string) => Buffer.concat([Buffer.from('UNICODE\0'), Buffer.from(text, 'utf16le').swap16()]);
const uuid = (hex: string) => Buffer.from(hex, 'hex');
const XMP_UUID = uuid('be7acfcb97a942e89c71999491e3afac');
const FTYP = box('ftyp', Buffer.from('isom\0\0\0\0isom'));

const SWARM = '{"sui_image_params": {"prompt": "a ship", "seed": 1, "swarm_version": "0.9.6.1"}}';
const AIGC = '{"AIGC":{"Label":"1","ContentProducer":"x","ProduceID":"y"}}';
const GOOGLE = { kind: 'ai-system', name: 'Google AI' };
const data = (text: string) => box('data', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]), Buffer.from(text));
const mp4Of = (...items: readonly Bytes[]) => {
  const keys = box('keys', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), box('mdta', Buffer.from('AIGC')));
  return Buffer.concat([FTYP, box('moov', box('udta', box('meta', Buffer.alloc(4), keys, box('ilst', ...items))))]);
};

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
      'XMP as an address that ends in a stroke',
      jpegOf(
        jpegXmp(
          xmpOf('e:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia/">'),
        ),
      ),
      [AI],
    ],
    [
      'a term that begins with a capital letter',
      jpegOf(jpegXmp(xmpOf('e:DigitalSourceType="TrainedAlgorithmicMedia">'))),
      [AI],
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
    ["Google's credit for an edit", jpegOf(jpegXmp(xmpOf('photoshop:Credit="Edited with Google AI">'))), [GOOGLE]],
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
    ['ComfyUI in MP4', mp4Of(box('\xa9cmt', data(NESTED))), [{ kind: 'generator', name: 'ComfyUI' }]],
    ['ComfyUI in Exif', webpOf(['EXIF', exifOf({ 272: `prompt:${COMFY}` })]), [{ kind: 'generator', name: 'ComfyUI' }]],
    [
      'InvokeAI',
      pngOf(pngText('invokeai_metadata', '{"app_version": "4"}')),
      [{ kind: 'generator', name: 'InvokeAI' }],
    ],
    ['SwarmUI', pngOf(pngText('parameters', SWARM)), [{ kind: 'generator', name: 'SwarmUI' }]],
    [
      'SwarmUI in Exif',
      jpegOf(jpegExif(exifOf({}, { 37510: utf16(SWARM) }))),
      [{ kind: 'generator', name: 'SwarmUI' }],
    ],
    [
      'Fooocus',
      pngOf(
        pngText('parameters', '{"prompt": "a", "version": "Fooocus v2.5.5"}'),
        pngText('fooocus_scheme', 'fooocus'),
      ),
      [{ kind: 'generator', name: 'Fooocus' }],
    ],
    [
      "Fooocus, by the web UI's scheme",
      pngOf(pngText('parameters', `${WEB_UI}, Version: Fooocus v2.5.5`)),
      [{ kind: 'generator', name: 'Fooocus' }],
    ],
    [
      'Fooocus in Exif',
      jpegOf(jpegExif(exifOf({ 305: 'Fooocus v2.5.5' }, { 37510: utf16('{"prompt": "a"}') }))),
      [{ kind: 'generator', name: 'Fooocus' }],
    ],
    [
      "ComfyUI, by the web UI's scheme",
      pngOf(pngText('parameters', `${WEB_UI}, Version: ComfyUI`)),
      [{ kind: 'generator', name: 'ComfyUI' }],
    ],
    [
      'Midjourney in PNG',
      pngOf(
        pngText('Description', 'a ship --v 7 Job ID: 01234567-89ab-cdef-0123-456789abcdef'),
        pngText('Author', 'x'),
      ),
      [{ kind: 'generator', name: 'Midjourney' }],
    ],
    ['Midjourney, niji', pngOf(pngText('Description', 'a ship --niji 6')), [{ kind: 'generator', name: 'Midjourney' }]],
    ['Midjourney in IPTC', jpegOf(jpegIptc({ 120: 'a ship --v 7' })), [{ kind: 'generator', name: 'Midjourney' }]],
    [
      'Midjourney in XMP',
      jpegOf(jpegXmp(xmpOf('><dc:description><rdf:Alt><rdf:li>a --v 6.1</rdf:li></rdf:Alt></dc:description>'))),
      [{ kind: 'generator', name: 'Midjourney' }],
    ],
    [
      'Grok',
      jpegOf(
        jpegExif(exifOf({ 270: `Signature: ${'aB3/'.repeat(32)}==`, 315: '0b1c2d3e-0000-4000-8000-000000000000' })),
      ),
      [{ kind: 'generator', name: 'Grok' }],
    ],
    ['DALL·E', jpegOf(jpegXmp(xmpOf('xmp:CreatorTool="OpenAI DALL-E 3">'))), [{ kind: 'generator', name: 'DALL·E' }]],
    ['Imagen', jpegOf(jpegExif(exifOf({ 305: 'Imagen 4' }))), [{ kind: 'generator', name: 'Imagen' }]],
    ["Imagen, by Google's credit in IPTC", jpegOf(jpegIptc({ 110: 'Made with Google AI' })), [GOOGLE]],
    ['Qwen', pngOf(pngText('Software', 'Qwen-Image')), [{ kind: 'generator', name: 'Qwen' }]],
    ["China's label in a text of PNG", pngOf(pngText('AIGC', '{"Label":"2"}')), [{ kind: 'aigc-label', level: '2' }]],
    [
      "China's label by a name in small letters",
      pngOf(pngText('aigc', '{"Label":"2"}')),
      [{ kind: 'aigc-label', level: '2' }],
    ],
    [
      "China's label after other JSON",
      jpegOf(jpegExif(exifOf({}, { 37510: utf16(`{"Label": "3", ${AIGC.slice(1)}`) }))),
      [{ kind: 'aigc-label', level: '1' }],
    ],
    [
      "China's label in UserComment",
      jpegOf(jpegExif(exifOf({}, { 37510: Buffer.from(`\0\0\0\0\0\0\0\0${AIGC}`) }))),
      [{ kind: 'aigc-label', level: '1' }],
    ],
    [
      "China's label as JSON within JSON",
      pngOf(pngText('Comment', '{"AIGC":"{\\"Label\\":\\"3\\",\\"ContentProducer\\":\\"x\\"}"}')),
      [{ kind: 'aigc-label', level: '3' }],
    ],
    ["China's label in MP4", mp4Of(box('\0\0\0\x01', data(AIGC))), [{ kind: 'aigc-label', level: '1' }]],
    ['XMP too long for one segment', jpegOf(...jpegExtendedXmp(`${PACKET}${' '.repeat(150_000)}`, 65_000)), [AI]],
    [
      'the same, its parts in another order',
      jpegOf(
        ...jpegExtendedXmp(`${PACKET}${' '.repeat(150_000)}`, 65_000).toSorted(
          ([, one], [, other]) => one.length - other.length,
        ),
      ),
      [AI],
    ],
    ['parts that no packet names', jpegOf(...jpegExtendedXmp(PACKET, 65_000).slice(1)), []],
    [
      'parts of which the first is missing',
      jpegOf(...jpegExtendedXmp(PACKET, 400).filter((_, part) => part !== 1)),
      [],
    ],
    ['XMP in TIFF', exifOf({ 700: Buffer.from(PACKET) }), [AI]],
    ['XMP in GIF', gifOf(gifXmp(PACKET)), [AI]],
    ['XMP in PNG, as ImageMagick writes it', pngOf(pngRawProfile('xmp', Buffer.from(PACKET))), [AI]],
    [
      'NovelAI',
      pngOf(pngText('Software', 'NovelAI'), pngText('Source', 'NovelAI Diffusion V4')),
      [{ kind: 'generator', name: 'NovelAI' }],
    ],
    [
      'NovelAI in Exif of a WebP',
      webpOf(['EXIF', exifOf({}, { 37510: utf16('{"Description": "a ship", "Software": "NovelAI"}') })]),
      [{ kind: 'generator', name: 'NovelAI' }],
    ],
    [
      'the web UI, by a comment that ImageMagick wrote anew',
      pngOf(pngText('comment', WEB_UI)),
      [{ kind: 'generator', name: 'Stable Diffusion web UI' }],
    ],
    [
      "China's label in the description of an MP4",
      mp4Of(box('desc', data(AIGC))),
      [{ kind: 'aigc-label', level: '1' }],
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

describe('settings in UserComment, however they are written', () => {
  const cases = [...commented(OTHER_COMMENTS), ...CORPUS.filter(([name]) => name.startsWith('UserComment'))];
  it.each(cases)('%s', async (_name, file) => {
    expect((await fileMetadataOf(file)).notes).toEqual([{ kind: 'generator', name: 'Stable Diffusion web UI' }]);
  });
});

it.each(['a.bmp', 'a.ico', 'a.jxl'] as const)('%s is not read', async (name) => {
  const read = readFileMetadata(new Blob([await convertPhotograph(name)]), NO_ENGINE);
  expect(await read).toEqual({ fileMetadata: { unread: 'format' } });
});
