import { type ByteReader, latin1 } from '../../core/media/byte-reader.ts';
import { gifBlocks } from '../../core/media/gif-blocks.ts';
import { MAX_BLOCK_BYTES, type MetadataBlocks, noBlocks, utf8 } from './metadata-blocks.ts';

const APPLICATION = 0xff;
const COMMENT = 0xfe;

/** An application's name and code follow their length (GIF89a, section 26). Bytes. */
const APPLICATION_BYTES = 11;

/** XMP in a GIF is no chain of sub-blocks but plain text, ended by a row of bytes that brings any reader to the end (XMP part 3). */
const XMP_TRAILER_BYTES = 257;

/** The metadata of a GIF: its extensions (GIF89a, sections 24 and 26; C2PA 2.2, A.3.5). */
export async function walkGif(reader: ByteReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  for await (const block of gifBlocks(reader)) {
    if (block.kind !== 'extension') continue;
    const { label, start, end } = block;
    const [length = 0] = await reader.bytes(start, 1);
    if (label === COMMENT) found.texts.push({ name: 'Comment', text: utf8(await reader.bytes(start + 1, length)) });
    if (label !== APPLICATION) continue;
    const name = latin1(await reader.bytes(start + 1, APPLICATION_BYTES));
    if (name.startsWith('C2PA_GIF')) found.hasC2pa = true;
    if (name !== 'XMP DataXMP') continue;
    const textStart = start + 1 + APPLICATION_BYTES;
    const text = await reader.bytes(textStart, Math.min(end - textStart, MAX_BLOCK_BYTES));
    found.xmp.push(utf8(text.subarray(0, -XMP_TRAILER_BYTES)));
  }
  return found;
}
