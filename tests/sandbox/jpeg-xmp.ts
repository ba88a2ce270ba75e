const XMP_HEADER = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1');
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const FILL = 0xff;

/** The XMP packet of a JPEG (XMP specification, part 3: an APP1 segment before the picture); undefined without one. */
export function readJpegXmp(bytes: Buffer): string | undefined {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === FILL) {
    const marker = bytes[at + 1];
    if (marker === FILL) {
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) {
      return undefined;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const content = bytes.subarray(at + 4, end);
    if (marker === APP1 && content.subarray(0, XMP_HEADER.length).equals(XMP_HEADER)) {
      return content.toString('utf8', XMP_HEADER.length);
    }
    at = end;
  }
  return undefined;
}
