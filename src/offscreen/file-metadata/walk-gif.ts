import { latin1 } from '../../core/media/byte-reader.ts';
import { gifBlocks } from '../../core/media/gif-blocks.ts';
import { MAX_TEXT_BYTES, type MetadataBlocks, noBlocks } from './metadata-blocks.ts';
import { decoded, type MetadataReader } from './metadata-reader.ts';

const APPLICATION = 0xff;
const COMMENT = 0xfe;

/** An application's name and code follow their length (GIF89a, section 26). Bytes. */
const APPLICATION_BYTES = 11;

/** XMP in a GIF is no chain of sub-blocks but plain text, ended by a row of bytes that brings any reader to the end (XMP part 3). */
const XMP_TRAILER_BYTES = 258;

/** The metadata of a GIF: its extensions (GIF89a, sections 24 and 26; C2PA 2.2, A.3.5). */
export async function walkGif(reader: MetadataReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  for await (const block of gifBlocks(reader)) {
    if (block.kind !== 'extension') continue;
    const { label, start, end } = block;
    if (label === COMMENT) {
      const chain = await reader.bytes(start, Math.min(end - start, MAX_TEXT_BYTES));
      found.texts.push({ name: 'Comment', text: decoded(withoutLengths(chain), 'utf-8', reader.budget) });
    }
    if (label !== APPLICATION) continue;
    const name = latin1(await reader.bytes(start + 1, APPLICATION_BYTES));
    if (name.startsWith('C2PA_GIF')) found.c2paBytes += end - start;
    const textStart = start + 1 + APPLICATION_BYTES;
    if (name === 'XMP DataXMP')
      found.xmp.push(reader.slice(textStart, Math.max(0, end - textStart - XMP_TRAILER_BYTES)));
  }
  return found;
}

/** What the sub-blocks of a chain hold: each begins with its length. */
function withoutLengths(chain: Uint8Array): Uint8Array {
  const content = new Uint8Array(chain.length);
  let length = 0;
  for (let at = 0; at < chain.length; at += 1 + (chain[at] ?? 0)) {
    const block = chain.subarray(at + 1, at + 1 + (chain[at] ?? 0));
    content.set(block, length);
    length += block.length;
  }
  return content.subarray(0, length);
}
