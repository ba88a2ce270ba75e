import { type ByteReader, latin1 } from '../../core/media/byte-reader.ts';
import { pngChunks } from '../../core/media/png-chunks.ts';
import { inflate } from './inflate.ts';
import { MAX_BLOCK_BYTES, type MetadataBlocks, type NamedText, noBlocks, utf8 } from './metadata-blocks.ts';

const XMP = 'XML:com.adobe.xmp';

/**
 * The metadata of a PNG: its chunks (PNG specification, third edition, section 11.3; C2PA 2.2, A.3.2). Texts may
 * come after the pixels.
 */
export async function walkPng(reader: ByteReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  for await (const { type, start, length } of pngChunks(reader)) {
    const data = () => reader.bytes(start, Math.min(length, MAX_BLOCK_BYTES));
    if (type === 'caBX') found.hasC2pa = true;
    else if (type === 'eXIf') found.exif.push((await data()).slice());
    else if (type === 'tEXt' || type === 'zTXt' || type === 'iTXt') addText(found, await textOf(type, await data()));
  }
  return found;
}

function addText(found: MetadataBlocks, entry: NamedText | undefined): void {
  if (entry?.name === XMP) found.xmp.push(entry.text);
  else if (entry) found.texts.push(entry);
}

/** Keyword, then what the type of chunk says (sections 11.3.3.2 to 11.3.3.4). Undefined for what is none. */
async function textOf(type: 'tEXt' | 'zTXt' | 'iTXt', data: Uint8Array): Promise<NamedText | undefined> {
  const nameEnd = data.indexOf(0);
  if (nameEnd < 1) return undefined;
  const name = latin1(data.subarray(0, nameEnd));
  // Latin-1 by the specification; generators write UTF-8 all the same.
  if (type === 'tEXt') return { name, text: utf8(data.subarray(nameEnd + 1)) };
  if (type === 'zTXt') return { name, text: utf8(await inflate(data.subarray(nameEnd + 2), MAX_BLOCK_BYTES)) };
  const isPacked = data[nameEnd + 1] === 1;
  const languageEnd = data.indexOf(0, nameEnd + 3);
  const translatedEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  if (translatedEnd < 0) return undefined;
  const content = data.subarray(translatedEnd + 1);
  return { name, text: utf8(isPacked ? await inflate(content, MAX_BLOCK_BYTES) : content) };
}
