/** As much of a GIF as is looked at for a second frame, in bytes; a first frame longer than this is taken for the only one. */
const LOOKED_AT_BYTES = 8_000_000;

const EXTENSION = 0x21;
const IMAGE = 0x2c;

/** Whether a GIF has a second frame (GIF89a specification, sections 18 to 24). */
export async function isAnimatedGif(gif: Blob): Promise<boolean> {
  return hasSecondFrame(new Uint8Array(await gif.slice(0, LOOKED_AT_BYTES).arrayBuffer()));
}

/** The same for the bytes of a GIF, which may end anywhere. */
export function hasSecondFrame(bytes: Uint8Array): boolean {
  const at = (offset: number) => bytes[offset] ?? 0;
  /** The end of a colour table that `flags` announces. */
  const afterTable = (offset: number, flags: number) => offset + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  /** The end of a chain of sub-blocks. */
  const afterBlocks = (start: number) => {
    let offset = start;
    while (at(offset) !== 0) offset += at(offset) + 1;
    return offset + 1;
  };
  let offset = afterTable(13, at(10));
  let frames = 0;
  while (offset < bytes.length) {
    if (at(offset) === EXTENSION) {
      offset = afterBlocks(offset + 2);
    } else if (at(offset) === IMAGE) {
      frames += 1;
      if (frames > 1) return true;
      offset = afterBlocks(afterTable(offset + 10, at(offset + 9)) + 1);
    } else {
      return false; // The trailer, or no GIF any more.
    }
  }
  return false;
}
