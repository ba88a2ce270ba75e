import { latin1 } from '../../core/media/byte-reader.ts';
import { pngChunks } from '../../core/media/png-chunks.ts';
import { inflate } from './inflate.ts';
import { MAX_TEXT_BYTES, type MetadataBlocks, noBlocks } from './metadata-blocks.ts';
import { createMetadataReader, type MetadataReader } from './metadata-reader.ts';
import { addPhotoshopResources } from './photoshop-resources.ts';
import { XMP_HEAD } from './walk-jpeg.ts';

/** A text chunk begins with its name, which is no longer; iTXt with its language and its name in that, too. Bytes. */
const MAX_NAME_BYTES = 79;
const MAX_HEAD_BYTES = 1_024;

const XMP = 'XML:com.adobe.xmp';

/** Of a packed block no more is unpacked, in bytes: those that are read are far shorter. */
const MAX_UNPACKED_BYTES = 10_000_000;

/** What ImageMagick writes of Exif, XMP and IPTC: their bytes as hexadecimal digits, after the kind and the length. */
const RAW_PROFILE = /^Raw profile type (exif|APP1|xmp|iptc)$/i;

/**
 * The metadata of a PNG: its chunks (PNG specification, third edition, section 11.3; C2PA 2.2, A.3.2). Texts may
 * come after the pixels.
 */
export async function walkPng(reader: MetadataReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  for await (const { type, start, length } of pngChunks(reader)) {
    if (type === 'caBX') found.c2paBytes += length;
    else if (type === 'eXIf') found.exif.push(reader.slice(start, length));
    else if (type === 'tEXt' || type === 'zTXt' || type === 'iTXt') {
      const head = await reader.bytes(start, Math.min(length, MAX_HEAD_BYTES));
      const entry = entryOf(type, head);
      if (entry) await addEntry(found, reader, entry, reader.slice(start + entry.at, length - entry.at));
    }
  }
  return found;
}

/** A text by its name, and where it begins behind that. */
interface Entry {
  readonly name: string;
  readonly at: number;
  readonly isPacked: boolean;
}

/** Keyword, then what the type of chunk says (sections 11.3.3.2 to 11.3.3.4). Undefined for what is none. */
function entryOf(type: 'tEXt' | 'zTXt' | 'iTXt', head: Uint8Array): Entry | undefined {
  const nameEnd = head.indexOf(0);
  if (nameEnd < 1 || nameEnd > MAX_NAME_BYTES) return undefined;
  const name = latin1(head.subarray(0, nameEnd));
  if (type === 'tEXt') return { name, at: nameEnd + 1, isPacked: false };
  if (type === 'zTXt') return { name, at: nameEnd + 2, isPacked: true };
  const languageEnd = head.indexOf(0, nameEnd + 3);
  const translatedEnd = languageEnd < 0 ? -1 : head.indexOf(0, languageEnd + 1);
  return translatedEnd < 0 ? undefined : { name, at: translatedEnd + 1, isPacked: head[nameEnd + 1] === 1 };
}

async function addEntry(
  found: MetadataBlocks,
  { budget }: MetadataReader,
  { name, isPacked }: Entry,
  content: Blob,
): Promise<void> {
  const profile = RAW_PROFILE.exec(name)?.[1]?.toLowerCase();
  const most = name === XMP || profile ? MAX_UNPACKED_BYTES : MAX_TEXT_BYTES;
  const plain = isPacked ? await inflate(content, most, budget) : content.slice(0, most);
  if (name === XMP) {
    found.xmp.push(plain);
    return;
  }
  // Latin-1 by the specification of tEXt; generators write UTF-8 all the same.
  const text = await createMetadataReader(plain, budget).text(0, plain.size);
  if (!profile) {
    found.texts.push({ name, text });
    return;
  }
  const bytes = ofDigits(text);
  const raw = new Blob([bytes]);
  if (profile === 'xmp') found.xmp.push(raw);
  else if (latin1(bytes.subarray(0, XMP_HEAD.length)) === XMP_HEAD) found.xmp.push(raw.slice(XMP_HEAD.length));
  else if (profile === 'iptc') await addPhotoshopResources(found, raw, budget);
  else found.exif.push(raw);
}

/** The bytes of a raw profile: lines of digits, after a line with its kind and one with its length. */
function ofDigits(profile: string): Uint8Array<ArrayBuffer> {
  const digits = profile.replace(/^\n?[^\n]*\n\s*\d+\n/, '').replace(/\s+/g, '');
  const bytes = new Uint8Array(digits.length >> 1);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}
