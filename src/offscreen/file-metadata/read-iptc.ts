import { bigEndian } from '../../core/media/byte-reader.ts';
import type { NamedText } from './metadata-blocks.ts';
import type { MetadataReader } from './metadata-reader.ts';

/** Begins a dataset; a record, a number and a length follow. */
const MARKER = 0x1c;
const HEAD_BYTES = 5;

/** The datasets that are looked at, all of record 2 (IIM 4.2, chapter 6). */
const NAMES: Readonly<Record<number, string>> = {
  40: 'SpecialInstructions',
  55: 'DateCreated',
  65: 'OriginatingProgram',
  110: 'Credit',
  120: 'Caption-Abstract',
};
const RECORD = 2;

/** A longer length is written in another way, which no text needs. */
const MAX_LENGTH = 0x7fff;

/** The texts in IPTC's records. They are UTF-8, or near enough for the words that are looked for. */
export async function readIptc(reader: MetadataReader): Promise<NamedText[]> {
  const texts: NamedText[] = [];
  for (let at = 0; at < reader.size; ) {
    const head = await reader.bytes(at, HEAD_BYTES);
    const length = bigEndian(head, 3, 2);
    if (head[0] !== MARKER || length > MAX_LENGTH) break;
    const name = head[1] === RECORD ? NAMES[head[2] ?? 0] : undefined;
    if (name !== undefined) texts.push({ name, text: (await reader.text(at + HEAD_BYTES, length)).trim() });
    at += HEAD_BYTES + length;
  }
  return texts;
}
