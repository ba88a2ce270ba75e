import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

// Small files with metadata in them, written by hand after the formats' specifications: pictures are not needed.

type Bytes = Buffer<ArrayBuffer>;

const ascii = (text: string): Bytes => Buffer.from(text, 'latin1');

/** A JPEG of segments alone. */
export function jpegOf(...segments: readonly (readonly [marker: number, content: Bytes])[]): Bytes {
  const parts = segments.map(([marker, content]) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  });
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts, Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9])]);
}

/** XMP in a JPEG's segment. */
export const jpegXmp = (packet: string) => [0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`)] as const;

/** An XMP packet that is too long for one segment: a short one that names it, and its parts of that many bytes. */
export function jpegExtendedXmp(
  packet: string,
  partBytes: number,
): readonly (readonly [marker: number, content: Bytes])[] {
  const whole = Buffer.from(packet);
  const guid = createHash('md5').update(whole).digest('hex').toUpperCase();
  const starts = Array.from({ length: Math.ceil(whole.length / partBytes) }, (_, index) => index * partBytes);
  const parts = starts.map((start) => {
    const numbers = Buffer.alloc(8);
    numbers.writeUInt32BE(whole.length, 0);
    numbers.writeUInt32BE(start, 4);
    const part = whole.subarray(start, start + partBytes);
    return [0xe1, Buffer.concat([ascii(`http://ns.adobe.com/xmp/extension/\0${guid}`), numbers, part])] as const;
  });
  return [jpegXmp(xmpOf(`xmlns:n="http://ns.adobe.com/xmp/note/" n:HasExtendedXMP="${guid}">`)), ...parts];
}

/** IPTC's records among Photoshop's resources, by the numbers of record 2. */
export function iptcOf(texts: Readonly<Record<number, string>>): {
  readonly records: Bytes;
  readonly resources: Bytes;
} {
  const records = Buffer.concat(
    Object.entries(texts).map(([dataset, text]) => {
      const head = Buffer.from([0x1c, 2, Number(dataset), 0, 0]);
      head.writeUInt16BE(Buffer.byteLength(text), 3);
      return Buffer.concat([head, Buffer.from(text)]);
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32BE(records.length);
  const other = ascii('8BIM\x03\xed\x03abc\0\0\0\x02xy');
  const resources = Buffer.concat([
    other,
    ascii('8BIM\x04\x04\0\0'),
    length,
    records,
    Buffer.alloc(records.length % 2),
  ]);
  return { records, resources };
}

/** IPTC's records in a JPEG's segment. */
export const jpegIptc = (texts: Readonly<Record<number, string>>) =>
  [0xed, Buffer.concat([ascii('Photoshop 3.0\0'), iptcOf(texts).resources])] as const;

/** Bytes as ImageMagick writes them into a text of a PNG. */
export function pngRawProfile(
  kind: 'exif' | 'APP1' | 'xmp' | 'iptc',
  bytes: Bytes,
): readonly [type: string, data: Bytes] {
  const lines = bytes.toString('hex').match(/.{1,72}/g) ?? [];
  return pngPackedText(
    `Raw profile type ${kind}`,
    `\n${kind}\n${String(bytes.length).padStart(8)}\n${lines.join('\n')}\n`,
  );
}

/** A GIF of extensions. */
export const gifOf = (...extensions: readonly Bytes[]): Bytes =>
  Buffer.concat([ascii('GIF89a\x01\0\x01\0\0\0\0'), ...extensions, ascii('\x3b')]);

/** A comment, in sub-blocks of that many bytes. */
export function gifComment(text: string, blockBytes = 255): Bytes {
  const bytes = Buffer.from(text);
  const blocks = Array.from({ length: Math.ceil(bytes.length / blockBytes) }, (_, index) => {
    const block = bytes.subarray(index * blockBytes, (index + 1) * blockBytes);
    return Buffer.concat([Buffer.from([block.length]), block]);
  });
  return Buffer.concat([ascii('\x21\xfe'), ...blocks, Buffer.alloc(1)]);
}

/** XMP as GIFs have it: plain text, and the row of bytes that leads any reader to the end. */
export const gifXmp = (packet: string): Bytes =>
  Buffer.concat([
    ascii('\x21\xff\x0bXMP DataXMP'),
    Buffer.from(packet),
    Buffer.from([1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0]),
  ]);

/** Exif in a JPEG's segment. */
export const jpegExif = (tiff: Bytes) => [0xe1, Buffer.concat([ascii('Exif\0\0'), tiff])] as const;

/** A PNG of chunks. */
export function pngOf(...chunks: readonly (readonly [type: string, data: Bytes])[]): Bytes {
  const parts = [['IHDR', Buffer.alloc(13)] as const, ...chunks, ['IEND', Buffer.alloc(0)] as const].map(
    ([type, data]) => {
      const body = Buffer.concat([ascii(type), data]);
      const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(data.length);
      check.writeUInt32BE(crc32(body));
      return Buffer.concat([length, body, check]);
    },
  );
  return Buffer.concat([ascii('\x89PNG\r\n\x1a\n'), ...parts]);
}

export const pngText = (name: string, text: string) => ['tEXt', Buffer.from(`${name}\0${text}`)] as const;
export const pngPackedText = (name: string, text: string) =>
  ['zTXt', Buffer.concat([ascii(`${name}\0\0`), deflateSync(text)])] as const;
export const pngPackedUtf8 = (name: string, text: string, language = 'en') =>
  ['iTXt', Buffer.concat([ascii(`${name}\0\x01\0${language}\0\0`), deflateSync(text)])] as const;

/** A WebP of chunks, after the one that says that there are more. */
export function webpOf(...chunks: readonly (readonly [type: string, data: Bytes])[]): Bytes {
  const parts = [['VP8X', Buffer.alloc(10)] as const, ...chunks].map(([type, data]) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
  });
  const body = Buffer.concat([ascii('WEBP'), ...parts]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** A box of an ISO base media file. */
export function box(type: string, ...content: readonly Bytes[]): Bytes {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** One value of Exif: a text, or bytes as they are. */
export type ExifValue = string | Bytes;

type Fields = Readonly<Record<number, ExifValue>>;

/** A TIFF structure: a first directory, and Exif's own. Big-endian, but where told. */
export function exifOf(first: Fields, own: Fields = {}, isLittleEndian = false): Bytes {
  const number = (value: number, count: 2 | 4) => {
    const bytes = Buffer.alloc(count);
    if (isLittleEndian) bytes.writeUIntLE(value, 0, count);
    else bytes.writeUIntBE(value, 0, count);
    return bytes;
  };
  const fields = Object.entries(first).map(([tag, value]) => [Number(tag), value] as const);
  const ownFields = Object.entries(own).map(([tag, value]) => [Number(tag), value] as const);
  // A directory's fields are in the order of their tags.
  const before = fields.filter(([tag]) => tag < EXIF_POINTER);
  const after = fields.filter(([tag]) => tag > EXIF_POINTER);
  const ownPlace = HEAD_BYTES + 2 + 12 * (fields.length + 1) + 4;
  let place = ownPlace + 2 + 12 * ownFields.length + 4;
  const values: Bytes[] = [];
  const entry = ([tag, value]: readonly [number, ExifValue]) => {
    const bytes = typeof value === 'string' ? Buffer.from(`${value}\0`) : value;
    const head = [number(tag, 2), number(typeof value === 'string' ? 2 : 7, 2), number(bytes.length, 4)];
    if (bytes.length <= 4) return Buffer.concat([...head, bytes, Buffer.alloc(4 - bytes.length)]);
    const at = place;
    place += bytes.length;
    values.push(bytes);
    return Buffer.concat([...head, number(at, 4)]);
  };
  const pointer = Buffer.concat([number(EXIF_POINTER, 2), number(4, 2), number(1, 4), number(ownPlace, 4)]);
  const end = Buffer.alloc(4);
  return Buffer.concat([
    ...[ascii(isLittleEndian ? 'II' : 'MM'), number(42, 2), number(HEAD_BYTES, 4)],
    ...[number(fields.length + 1, 2), ...before.map(entry), pointer, ...after.map(entry), end],
    ...[number(ownFields.length, 2), ...ownFields.map(entry), end],
    ...values,
  ]);
}

const HEAD_BYTES = 8;
const EXIF_POINTER = 0x8769;

/** An XMP packet with these properties of one description. */
export function xmpOf(inside: string): string {
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}
