/** What a box of an ISO base media file (ISO/IEC 14496-12, and QuickTime) holds. */
interface Box {
  readonly type: string;
  /** Where its content begins and ends in the file. */
  readonly start: number;
  readonly end: number;
}

const HEAD_BYTES = 8;
const LONG_HEAD_BYTES = 16;

/** `hdlr` has a version, flags and a reserved field before the kind of its track. */
const KIND_OFFSET = 8;
const KIND_BYTES = 4;

/** No real file has more boxes on the way to its tracks; one that is made to keep us busy does. */
const MOST_BOXES = 2_000;

/**
 * The kinds of tracks in an MP4 or MOV, as its handlers name them (`vide`, `soun`, …); undefined where its index cannot be
 * read. Skips from box to box: of a file of any size, a few hundred bytes are read.
 */
export async function isoTrackKinds(file: Blob): Promise<readonly string[] | undefined> {
  const budget = { boxes: MOST_BOXES };
  for await (const moov of boxes(file, { start: 0, end: file.size }, 'moov', budget)) {
    const kinds: string[] = [];
    for await (const trak of boxes(file, moov, 'trak', budget))
      for await (const mdia of boxes(file, trak, 'mdia', budget))
        for await (const { start } of boxes(file, mdia, 'hdlr', budget))
          kinds.push(latin1(await bytes(file, start + KIND_OFFSET, KIND_BYTES)));
    return kinds;
  }
  return undefined;
}

/** The boxes of one type among those between two places. */
async function* boxes(
  file: Blob,
  { start, end }: Pick<Box, 'start' | 'end'>,
  wanted: string,
  budget: { boxes: number },
): AsyncGenerator<Box> {
  for (let at = start; at + HEAD_BYTES <= end && budget.boxes > 0; budget.boxes -= 1) {
    const head = await bytes(file, at, LONG_HEAD_BYTES);
    if (head.length < HEAD_BYTES) return;
    const type = latin1(head.subarray(4, HEAD_BYTES));
    const { headBytes, size } = sizeOf(head, end - at);
    if (size < headBytes) return; // Damaged.
    if (type === wanted) yield { type, start: at + headBytes, end: Math.min(at + size, end) };
    at += size;
  }
}

/** A size of 1 says that the real one follows in 64 bits; 0, that the box is the last. */
function sizeOf(head: Uint8Array, left: number): { readonly headBytes: number; readonly size: number } {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const size = view.getUint32(0);
  if (size === 0) return { headBytes: HEAD_BYTES, size: left };
  if (size !== 1) return { headBytes: HEAD_BYTES, size };
  if (head.length < LONG_HEAD_BYTES) return { headBytes: LONG_HEAD_BYTES, size: 0 };
  return { headBytes: LONG_HEAD_BYTES, size: Number(view.getBigUint64(HEAD_BYTES)) };
}

async function bytes(file: Blob, start: number, count: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(start, start + count).arrayBuffer());
}

const latin1 = (part: Uint8Array) => String.fromCharCode(...part);
