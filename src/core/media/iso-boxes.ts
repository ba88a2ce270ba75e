import { type ByteReader, bigEndian, latin1, MAX_PARTS } from './byte-reader.ts';

/** A box of an ISO base media file (ISO/IEC 14496-12), by where its content is. */
export interface IsoBox {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** Where it would end by its own words: behind `end` where something was cut off. */
  readonly toldEnd: number;
}

const HEAD_BYTES = 8;
const LONG_HEAD_BYTES = 16;

/** The boxes between two places, in their order; up to the first that is damaged. `budget`: how many, where several calls share them. */
export async function* isoBoxes(
  reader: ByteReader,
  { start, end }: Pick<IsoBox, 'start' | 'end'>,
  budget = { left: MAX_PARTS },
): AsyncGenerator<IsoBox> {
  for (let at = start; at + HEAD_BYTES <= end && budget.left > 0; budget.left -= 1) {
    const head = await reader.bytes(at, LONG_HEAD_BYTES);
    const told = bigEndian(head, 0, 4);
    // A size of 1 says that the real one follows in 64 bits; 0, that the box is the last.
    const headBytes = told === 1 ? LONG_HEAD_BYTES : HEAD_BYTES;
    const size = told === 1 ? bigEndian(head, 10, 6) : told === 0 ? end - at : told;
    if (head.length < headBytes || size < headBytes) return;
    yield {
      type: latin1(head.subarray(4, 8)),
      start: at + headBytes,
      end: Math.min(at + size, end),
      toldEnd: at + size,
    };
    at += size;
  }
}
