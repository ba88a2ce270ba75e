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
export const pngPackedUtf8 = (name: string, text: string) =>
  ['iTXt', Buffer.concat([ascii(`${name}\0\x01\0en\0\0`), deflateSync(text)])] as const;

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

/** A TIFF structure, big-endian: a first directory, and Exif's own. */
export function exifOf(
  first: Readonly<Record<number, ExifValue>>,
  own: Readonly<Record<number, ExifValue>> = {},
): Bytes {
  const head = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]);
  const fields = Object.entries(first).map(([tag, value]) => [Number(tag), value] as const);
  const ownFields = Object.entries(own).map(([tag, value]) => [Number(tag), value] as const);
  const firstBytes = 2 + 12 * (fields.length + 1) + 4;
  const ownBytes = 2 + 12 * ownFields.length + 4;
  let place = head.length + firstBytes + ownBytes;
  const values: Bytes[] = [];
  const entry = (tag: number, value: ExifValue) => {
    const bytes = typeof value === 'string' ? ascii(`${value}\0`) : value;
    const field = Buffer.alloc(12);
    field.writeUInt16BE(tag);
    field.writeUInt16BE(typeof value === 'string' ? 2 : 7, 2);
    field.writeUInt32BE(bytes.length, 4);
    if (bytes.length <= 4) bytes.copy(field, 8);
    else {
      field.writeUInt32BE(place, 8);
      place += bytes.length;
      values.push(bytes);
    }
    return field;
  };
  const pointer = Buffer.alloc(12);
  pointer.writeUInt16BE(0x8769);
  pointer.writeUInt16BE(4, 2);
  pointer.writeUInt32BE(1, 4);
  pointer.writeUInt32BE(head.length + firstBytes, 8);
  const count = (fieldCount: number) => Buffer.from([0, fieldCount]);
  const written = [
    count(fields.length + 1),
    ...fields.map(([tag, value]) => entry(tag, value)),
    pointer,
    Buffer.alloc(4),
    count(ownFields.length),
    ...ownFields.map(([tag, value]) => entry(tag, value)),
    Buffer.alloc(4),
  ];
  return Buffer.concat([head, ...written, ...values]);
}

/** An XMP packet with these properties of one description. */
export function xmpOf(inside: string): string {
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}
