import { expect, it } from 'vitest';
import { collectBlob, PIECE_BYTES } from '../../../../src/core/media/disk-blob.ts';

it.each([[[]], [[3]], [[PIECE_BYTES]], [[PIECE_BYTES - 1, 5, PIECE_BYTES + 7, 2]]])(
  'a file that comes in parts of %j bytes has them all, in their order',
  async (sizes) => {
    const parts = sizes.map((size, index) => new Uint8Array(size).fill(index + 1));
    const collected = collectBlob();
    for (const part of parts) await collected.add(part);
    const blob = collected.toBlob('video/mp4');
    expect(blob.type).toBe('video/mp4');
    expect(Buffer.from(await blob.arrayBuffer()).equals(Buffer.concat(parts))).toBe(true);
  },
);
