import { bigEndian, latin1 } from '../../core/media/byte-reader.ts';
import { type ExtendedXmp, joinExtendedXmp } from './extended-xmp.ts';
import { MAX_TEXT_BYTES, type MetadataBlocks, noBlocks } from './metadata-blocks.ts';
import type { MetadataReader } from './metadata-reader.ts';
import { addPhotoshopResources } from './photoshop-resources.ts';

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const COMMENT = 0xfe;
const APP11 = 0xeb;

/** What segments begin with, by what they hold: Exif 3.0; XMP part 3, section 1.1.3; Photoshop's own (IIM). */
const EXIF = 'Exif\0\0';
export const XMP_HEAD = 'http://ns.adobe.com/xap/1.0/\0';
const EXTENDED_XMP = 'http://ns.adobe.com/xmp/extension/\0';
const PHOTOSHOP = 'Photoshop 3.0\0';

/** The longest of them, with what follows it in a part of an extended XMP: its name, its length, its place. Bytes. */
const GUID_BYTES = 32;
const HEAD_BYTES = EXTENDED_XMP.length + GUID_BYTES + 8;

/** In APP11 a box follows its packet's identifier, number and sequence (ISO/IEC 19566-5, annex D). Bytes. */
const BOX_OFFSET = 8;

/** Markers that stand alone, without a length: TEM and RST0 to RST7. */
const isAlone = (type: number) => type === 0x01 || (type >= 0xd0 && type <= 0xd7);

/** The metadata of a JPEG: its segments before the picture (ITU-T T.81, annex B; C2PA 2.2, A.3.1). */
export async function walkJpeg(reader: MetadataReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  const extended: ExtendedXmp[] = [];
  const photoshop: Blob[] = [];
  let at = 2;
  for (;;) {
    const head = await reader.bytes(at, 4);
    if (head.length < 2 || head[0] !== MARKER) break;
    const type = head[1] ?? 0;
    if (type === MARKER || isAlone(type)) {
      at += type === MARKER ? 1 : 2; // Markers may be filled up with 0xFF.
      continue;
    }
    if (type === START_OF_SCAN || type === END_OF_IMAGE) break;
    const [start, length] = [at + 4, bigEndian(head, 2, 2) - 2];
    if (length < 0) break;
    const begins = await reader.bytes(start, Math.min(length, HEAD_BYTES));
    const text = latin1(begins);
    const after = (prefix: string) => reader.slice(start + prefix.length, length - prefix.length);
    if (type === COMMENT)
      found.texts.push({ name: 'Comment', text: await reader.text(start, Math.min(length, MAX_TEXT_BYTES)) });
    else if (type === APP11) found.c2paBytes += isC2paBox(begins) ? length : 0;
    else if (text.startsWith(EXIF)) found.exif.push(reader.slice(start, length));
    else if (text.startsWith(XMP_HEAD)) found.xmp.push(after(XMP_HEAD));
    else if (text.startsWith(PHOTOSHOP)) photoshop.push(after(PHOTOSHOP));
    else if (text.startsWith(EXTENDED_XMP))
      extended.push({
        guid: text.slice(EXTENDED_XMP.length, EXTENDED_XMP.length + GUID_BYTES),
        at: bigEndian(begins, HEAD_BYTES - 4, 4),
        part: reader.slice(start + HEAD_BYTES, length - HEAD_BYTES),
      });
    at = start + length;
  }
  await joinExtendedXmp(found, extended, reader.budget);
  // A long one goes on in the next segment.
  if (photoshop.length > 0) await addPhotoshopResources(found, new Blob(photoshop), reader.budget);
  return found;
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
