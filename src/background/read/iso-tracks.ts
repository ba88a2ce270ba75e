import { createByteReader, latin1 } from '../../core/media/byte-reader.ts';
import { type IsoBox, isoBoxes } from '../../core/media/iso-boxes.ts';

/** `hdlr` has a version, flags and a reserved field before the kind of its track. */
const KIND_OFFSET = 8;
const KIND_BYTES = 4;

/** No real file has more boxes on the way to its tracks; one that is made to keep us busy does. */
const MOST_BOXES = 2_000;

/**
 * The kinds of tracks in an MP4 or MOV, as its handlers name them (`vide`, `soun`, …); undefined where its index cannot be
 * read. Skips from box to box, whatever the file's size.
 */
export async function isoTrackKinds(file: Blob): Promise<readonly string[] | undefined> {
  const reader = createByteReader(file);
  const budget = { left: MOST_BOXES };
  async function* within(part: Pick<IsoBox, 'start' | 'end'>, wanted: string): AsyncGenerator<IsoBox> {
    for await (const box of isoBoxes(reader, part, budget)) if (box.type === wanted) yield box;
  }
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
