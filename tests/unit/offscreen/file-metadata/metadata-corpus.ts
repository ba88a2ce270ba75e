import { xmpPacket } from '../../../fixtures/xmp-packet.ts';
import { avifOf } from './avif-with-metadata.ts';
import {
  box,
  type ExifValue,
  exifOf,
  gifComment,
  gifOf,
  gifXmp,
  iptcOf,
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

type Bytes = Buffer<ArrayBuffer>;

/** What a web UI writes of its settings. */
const SETTINGS =
  '\nNegative prompt: lowres, blurry\nSteps: 28, Sampler: DPM++ 2M Karras, CFG scale: 7, Seed: 1234567890, Size: 640x480';
const JAPANESE = `女の子, 海辺, 夕日${SETTINGS}`;
const ENGLISH = `a lighthouse in a storm${SETTINGS}`;

const PACKET =
  xmpOf(`xmp:CreatorTool="Example &amp; Co" photoshop:DateCreated="2026-05-04" exif:DateTimeOriginal="2026-05-04T10:11:12"
 tiff:Make="Example"><e:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</e:DigitalSourceType>
 <photoshop:Credit>Made with Google AI</photoshop:Credit><dc:description><rdf:Alt><rdf:li xml:lang="x-default">a 船</rdf:li></rdf:Alt>
 </dc:description><TC260:AIGC>{"Label":"1","ContentProducer":"x"}</TC260:AIGC>`);

const SHORT_PACKET = xmpPacket('trainedAlgorithmicMedia');

/** Longer than a segment of a JPEG: what is looked for comes last. */
const LONG_PACKET = xmpOf(
  `><photoshop:History>${'a step, a brush, a layer\n'.repeat(6_000)}</photoshop:History><e:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</e:DigitalSourceType>`,
);

const CAMERA: Readonly<Record<number, ExifValue>> = {
  270: 'a ship',
  271: 'EXAMPLE',
  272: 'One',
  305: 'Firmware 1.0',
  315: 'Somebody',
};
const WINDOWS = { 40092: Buffer.from('a remark: 女の子\0', 'utf16le') };
const IPTC = { 40: 'none', 65: 'Example Editor', 110: 'Made with Google AI', 120: 'a ship' };
const ODD_IPTC = { 110: 'odd' };

const little = (text: string): Bytes => Buffer.from(text, 'utf16le');
const big = (text: string): Bytes => little(text).swap16();
const marked = (mark: string, text: Bytes): Bytes => Buffer.concat([Buffer.from(mark, 'hex'), text]);
const xmpSegment = (packet: Bytes): Bytes => Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), packet]);
const unicode = (text: Bytes): Bytes => Buffer.concat([Buffer.from('UNICODE\0'), text]);

/** The contents of UserComment, by how they are written. */
const COMMENTS: Readonly<Record<string, Bytes>> = {
  'UTF-16 big-endian, Japanese': unicode(big(JAPANESE)),
  'UTF-16 big-endian, English': unicode(big(ENGLISH)),
  'UTF-16 big-endian, Japanese, with a mark': unicode(marked('feff', big(JAPANESE))),
  'UTF-16 big-endian, English, with a mark': unicode(marked('feff', big(ENGLISH))),
  'UTF-16 little-endian, Japanese': unicode(little(JAPANESE)),
  'UTF-16 little-endian, English': unicode(little(ENGLISH)),
  'UTF-16 little-endian, Japanese, with a mark': unicode(marked('fffe', little(JAPANESE))),
  'UTF-16 little-endian, English, with a mark': unicode(marked('fffe', little(ENGLISH))),
  ASCII: Buffer.from(`ASCII\0\0\0${ENGLISH}`),
  'UTF-8, told as ASCII': Buffer.from(`ASCII\0\0\0${JAPANESE}`),
  'UTF-8 of no told code': Buffer.from(`\0\0\0\0\0\0\0\0${JAPANESE}`),
};

/** The same where exiftool takes them for something else; a browser's user still wants to know. */
export const OTHER_COMMENTS: Readonly<Record<string, Bytes>> = {
  'UTF-8, told as Unicode': unicode(Buffer.from(JAPANESE)),
  'UTF-8 with a mark, told as Unicode': unicode(marked('efbbbf', Buffer.from(JAPANESE))),
  'UTF-8 without any code': Buffer.from(JAPANESE),
  'UTF-16 big-endian of no told code': Buffer.concat([Buffer.alloc(8), big(ENGLISH)]),
  'UTF-16 little-endian of no told code': Buffer.concat([Buffer.alloc(8), little(ENGLISH)]),
  'UTF-16 little-endian with a mark, without any code': marked('fffe', little(JAPANESE)),
};

/** A JPEG for each, in either order of bytes. */
export function commented(comments: Readonly<Record<string, Bytes>>): readonly (readonly [string, Bytes])[] {
  return [false, true].flatMap((isLittle) =>
    Object.entries(comments).map(
      ([name, comment]) =>
        [
          `UserComment in ${name} (Exif ${isLittle ? 'little' : 'big'}-endian)`,
          jpegOf(jpegExif(exifOf({}, { 37510: comment }, isLittle))),
        ] as const,
    ),
  );
}

const exif = exifOf({ ...CAMERA, ...WINDOWS }, { 36867: '2026:05:04 10:11:12' });
const littleExif = exifOf({ ...CAMERA, ...WINDOWS }, { 36867: '2026:05:04 10:11:12' }, true);
const withPrefix = Buffer.concat([Buffer.from('Exif\0\0'), exif]);

const ISOM = box('ftyp', Buffer.from('isom\0\0\x02\0isommp41'));
const QUICKTIME = box('ftyp', Buffer.from('qt  \0\0\x02\0qt  '));
const UUID = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex');
const data = (text: string) => box('data', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]), Buffer.from(text));
const HANDLER = box('hdlr', Buffer.from('\0\0\0\0\0\0\0\0mdta\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1'));
const key = (name: string) => box('mdta', Buffer.from(name));

/** A TIFF whose first directory has these blocks, too. */
function tiffOf(blocks: Readonly<Record<number, Bytes>>, isLittle: boolean): Bytes {
  return exifOf({ ...CAMERA, ...blocks }, {}, isLittle);
}

/** Files with metadata in every place that is read, by what they are. */
export const CORPUS: readonly (readonly [name: string, file: Bytes])[] = [
  ...commented(COMMENTS),
  ['Exif in JPEG', jpegOf(jpegExif(exif))],
  ['Exif in JPEG, little-endian', jpegOf(jpegExif(littleExif))],
  ['Exif in PNG', pngOf(['eXIf', exif])],
  ['Exif in PNG, as ImageMagick writes it', pngOf(pngRawProfile('exif', withPrefix))],
  ['Exif in WebP', webpOf(['EXIF', exif])],
  ['Exif in TIFF', tiffOf({}, false)],
  ['Exif in TIFF, little-endian', tiffOf({}, true)],
  ['XMP in JPEG', jpegOf(jpegXmp(PACKET))],
  ['XMP in JPEG, UTF-16', jpegOf([0xe1, xmpSegment(marked('fffe', little(SHORT_PACKET)))])],
  ['XMP in JPEG, UTF-16 big-endian without a mark', jpegOf([0xe1, xmpSegment(big(SHORT_PACKET))])],
  ['XMP in JPEG, extended', jpegOf(...jpegExtendedXmp(LONG_PACKET, 60_000))],
  ['XMP in PNG', pngOf(['iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${PACKET}`)])],
  ['XMP in PNG, packed', pngOf(pngPackedUtf8('XML:com.adobe.xmp', PACKET, ''))],
  ['XMP in PNG, as ImageMagick once wrote it', pngOf(pngRawProfile('APP1', xmpSegment(Buffer.from(PACKET))))],
  ['XMP in PNG, as ImageMagick writes it', pngOf(pngRawProfile('xmp', Buffer.from(PACKET)))],
  ['XMP in WebP', webpOf(['XMP ', Buffer.from(PACKET)])],
  ['XMP in GIF', gifOf(gifXmp(PACKET))],
  ['XMP in TIFF', tiffOf({ 700: Buffer.from(PACKET) }, false)],
  ['XMP in SVG', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><metadata>${PACKET}</metadata></svg>`)],
  ['XMP in MP4', Buffer.concat([ISOM, box('uuid', UUID, Buffer.from(PACKET))])],
  ['XMP in MOV', Buffer.concat([QUICKTIME, box('moov', box('udta', box('XMP_', Buffer.from(PACKET))))])],
  ['Exif and XMP in AVIF', avifOf(exif, PACKET)],
  ['Exif and XMP in AVIF, in pieces', avifOf(exif, PACKET, 'pieces')],
  ['IPTC in JPEG', jpegOf(jpegIptc(IPTC))],
  ['IPTC in JPEG, of odd length', jpegOf(jpegIptc(ODD_IPTC), jpegExif(exif))],
  ['IPTC in TIFF', tiffOf({ 33723: iptcOf(IPTC).records }, false)],
  ['IPTC in PNG', pngOf(pngRawProfile('iptc', iptcOf(IPTC).resources))],
  [
    'texts in PNG',
    pngOf(pngText('parameters', ENGLISH), pngText('Software', 'Example'), pngText('Creation Time', 'today')),
  ],
  ['texts in PNG, packed', pngOf(pngPackedText('Comment', ENGLISH), pngPackedUtf8('Description', JAPANESE, ''))],
  ['a comment in JPEG', jpegOf([0xfe, Buffer.from(ENGLISH)])],
  ['a comment in GIF', gifOf(gifComment(ENGLISH))],
  ['a comment in GIF, in blocks of one byte', gifOf(gifComment(ENGLISH, 1))],
  [
    'texts in MOV',
    Buffer.concat([
      QUICKTIME,
      box(
        'moov',
        box('udta', box('\xa9swr', Buffer.from('\0\x03\0\0Cut')), box('\xa9mod', Buffer.from('\0\x05\0\0Phone'))),
      ),
    ]),
  ],
  [
    'a list in MP4',
    Buffer.concat([
      ISOM,
      box(
        'moov',
        box(
          'meta',
          HANDLER,
          box('keys', Buffer.from([0, 0, 0, 0, 0, 0, 0, 2]), key('com.apple.quicktime.make'), key('AIGC')),
          box('ilst', box('\0\0\0\x01', data('Example')), box('\0\0\0\x02', data('{"AIGC":{"Label":"1"}}'))),
        ),
      ),
    ]),
  ],
  [
    'a list in MP4, by names of four letters',
    Buffer.concat([
      ISOM,
      box(
        'moov',
        box(
          'udta',
          box(
            'meta',
            Buffer.alloc(4),
            box('hdlr', Buffer.from('\0\0\0\0\0\0\0\0mdirappl\0\0\0\0\0\0\0\0\0', 'latin1')),
            box('ilst', box('\xa9cmt', data(ENGLISH)), box('desc', data('a ship'))),
          ),
        ),
      ),
    ]),
  ],
];
