import { bigEndian, createByteReader, latin1 } from '../../core/media/byte-reader.ts';
import { type IsoBox, isoBoxes } from '../../core/media/iso-boxes.ts';

/** `hdlr` has a version, flags and a reserved field before the kind of its track. */
const KIND_OFFSET = 8;
const KIND_BYTES = 4;

/** No real file has more boxes on the way to its tracks; one that is made to keep us busy does. */
const MOST_BOXES = 2_000;

/** `mvhd` and `mehd` have a version and flags first; in version 1, times have 64 bits, and are taken for 48. */
const VERSION_1 = { skipped: 2, timeBytes: 6 };
const VERSION_0 = { skipped: 0, timeBytes: 4 };

/**
 * The kinds of tracks in an MP4 or MOV, as its handlers name them (`vide`, `soun`, …); undefined where its index cannot be
 * read. Skips from box to box, whatever the file's size.
 */
export async function isoTrackKinds(file: Blob): Promise<readonly string[] | undefined> {
  const { reader, within } = boxesOf(file);
  for await (const moov of within({ start: 0, end: file.size }, 'moov')) {
    const kinds: string[] = [];
    for await (const trak of within(moov, 'trak'))
      for await (const mdia of within(trak, 'mdia'))
        for await (const { start } of within(mdia, 'hdlr'))
          kinds.push(latin1(await reader.bytes(start + KIND_OFFSET, KIND_BYTES)));
    return kinds;
  }
  return undefined;
}

/** How long an MP4 or MOV is by its own index, in seconds; undefined where that does not say, as in some made of fragments. */
export async function isoSeconds(file: Blob): Promise<number | undefined> {
  const { reader, within } = boxesOf(file);
  for await (const moov of within({ start: 0, end: file.size }, 'moov')) {
    for await (const { start } of within(moov, 'mvhd')) {
      const head = await reader.bytes(start, 32);
      const { skipped, timeBytes } = head[0] === 1 ? VERSION_1 : VERSION_0;
      const scaleAt = 4 + 2 * (skipped + timeBytes);
      const scale = bigEndian(head, scaleAt, 4);
      const length = bigEndian(head, scaleAt + 4 + skipped, timeBytes) || (await fragmentsLength(moov));
      return scale > 0 && length > 0 ? length / scale : undefined;
    }
  }
  return undefined;

  async function fragmentsLength(moov: IsoBox): Promise<number> {
    for await (const mvex of within(moov, 'mvex')) {
      for await (const { start } of within(mvex, 'mehd')) {
        const head = await reader.bytes(start, 12);
        const { skipped, timeBytes } = head[0] === 1 ? VERSION_1 : VERSION_0;
        return bigEndian(head, 4 + skipped, timeBytes);
      }
    }
    return 0;
  }
}

/** The way to the boxes of a file. */
function boxesOf(file: Blob) {
  const reader = createByteReader(file);
  const budget = { left: MOST_BOXES };
  async function* within(part: Pick<IsoBox, 'start' | 'end'>, wanted: string): AsyncGenerator<IsoBox> {
    for await (const box of isoBoxes(reader, part, budget)) if (box.type === wanted) yield box;
  }
  return { reader, within };
}
