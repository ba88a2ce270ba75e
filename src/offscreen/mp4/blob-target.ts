import { StreamTarget, type StreamTargetChunk } from 'mediabunny';
import { AppError } from '../../core/errors/app-error.ts';
import { outOfMemory, PIECE_BYTES } from '../../core/media/disk-blob.ts';

/** Where a file is written that is to become a Blob. */
export interface BlobTarget {
  readonly target: StreamTarget;
  /** What was written, once all of it was. */
  toBlob(type: string): Blob;
}

/**
 * Collects a file in Blobs, which the browser keeps on disk, and removes when nobody has them any more. Writing throws `too-large`
 * for more than `maxBytes`.
 */
export function blobTarget(maxBytes: number): BlobTarget {
  const { write, toBlob } = writtenPieces(maxBytes);
  const target = new StreamTarget(new WritableStream<StreamTargetChunk>({ write }), {
    chunked: true,
    chunkSize: PIECE_BYTES,
  });
  return { target, toBlob };
}

/** A piece of a file, and the byte at which it begins. */
type Piece = Pick<StreamTargetChunk, 'data' | 'position'>;

/** Pieces one after the other are joined; one that goes back (an MP4's length is known at its end) is laid over them. */
export function writtenPieces(maxBytes: number) {
  const pieces: Blob[] = [];
  const corrections: Piece[] = [];
  let size = 0;
  return {
    async write({ data, position }: Piece): Promise<void> {
      if (position > size) throw new Error('a piece of the file is missing');
      const overlap = Math.min(size - position, data.length);
      if (overlap > 0) corrections.push({ data: data.slice(0, overlap), position });
      if (overlap === data.length) return;
      size = position + data.length;
      if (size > maxBytes) throw new AppError({ code: 'too-large', limitBytes: maxBytes, sizeBytes: size });
      pieces.push(await outOfMemory(new Blob([data.slice(overlap)])));
    },
    toBlob(type: string): Blob {
      const file = corrections.reduce(
        (whole, { data, position }) => new Blob([whole.slice(0, position), data, whole.slice(position + data.length)]),
        new Blob(pieces),
      );
      return file.slice(0, size, type);
    },
  };
}
