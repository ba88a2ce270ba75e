import { type ByteReader, bigEndian, latin1, MAX_PARTS } from '../../core/media/byte-reader.ts';
import { type MetadataBlocks, noBlocks, utf8 } from './metadata-blocks.ts';

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const COMMENT = 0xfe;
const APP1 = 0xe1;
const APP11 = 0xeb;

const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';

/** In APP11 a box follows its packet's identifier, number and sequence (ISO/IEC 19566-5, annex D). Bytes. */
const BOX_OFFSET = 8;

/** Markers that stand alone, without a length: TEM and RST0 to RST7. */
const isAlone = (type: number) => type === 0x01 || (type >= 0xd0 && type <= 0xd7);

/** The metadata of a JPEG: its segments before the picture (ITU-T T.81, annex B; Exif 3.0; XMP part 3; C2PA 2.2, A.3.1). */
export async function walkJpeg(reader: ByteReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  let at = 2;
  for (let count = 0; count < MAX_PARTS; count += 1) {
    const head = await reader.bytes(at, 4);
    if (head.length < 2 || head[0] !== MARKER) break;
    const type = head[1] ?? 0;
    if (type === MARKER || isAlone(type)) {
      at += type === MARKER ? 1 : 2; // Markers may be filled up with 0xFF.
      continue;
    }
    if (type === START_OF_SCAN || type === END_OF_IMAGE) break;
    const length = bigEndian(head, 2, 2);
    if (length < 2) break;
    if (type === APP1 || type === APP11 || type === COMMENT) {
      addSegment(found, type, await reader.bytes(at + 4, length - 2));
    }
    at += 2 + length;
  }
  return found;
}

function addSegment(found: MetadataBlocks, type: number, content: Uint8Array): void {
  const start = latin1(content.subarray(0, XMP.length));
  if (type === COMMENT) found.texts.push({ name: 'Comment', text: utf8(content) });
  else if (type === APP11) found.hasC2pa ||= isC2paBox(content);
  else if (start.startsWith(EXIF)) found.exif.push(content.slice(EXIF.length));
  else if (start === XMP) found.xmp.push(utf8(content.subarray(XMP.length)));
}

/** A JUMBF superbox whose description says C2PA. Later pieces of a long one repeat the head of the first. */
function isC2paBox(content: Uint8Array): boolean {
  if (latin1(content.subarray(0, 2)) !== 'JP') return false;
  return isC2paSuperbox(content.subarray(BOX_OFFSET));
}

/** Whether bytes begin with a JUMBF superbox of C2PA: `jumb`, then `jumd` with the type `c2pa` (ISO/IEC 19566-5). */
function isC2paSuperbox(box: Uint8Array): boolean {
  const text = latin1(box.subarray(0, 20));
  return text.slice(4, 8) === 'jumb' && text.slice(12, 16) === 'jumd' && text.slice(16, 20) === 'c2pa';
}
