import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writtenPieces } from '../../../../src/offscreen/mp4/blob-target.ts';

/** What lies in the file after all pieces were written where they belong. */
function written(pieces: readonly { readonly data: Uint8Array; readonly position: number }[]): number[] {
  const file: number[] = [];
  for (const { data, position } of pieces)
    data.forEach((byte, index) => {
      file[position + index] = byte;
    });
  return file;
}

it('the file holds each byte as it was written last', async () => {
  const data = fc.uint8Array({ minLength: 1, maxLength: 20 });
  const piece = fc.record({ data, back: fc.oneof(fc.constant(0), fc.nat(30)) });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (list) => {
      let size = 0;
      const pieces = list.map(({ data, back }) => {
        const position = Math.max(size - back, 0);
        size = Math.max(size, position + data.length);
        return { type: 'write' as const, data: new Uint8Array(data), position };
      });
      const { write, toBlob } = writtenPieces(1_000);
      for (const one of pieces) await write(one);
      const file = toBlob('video/mp4');
      expect(file.type).toBe('video/mp4');
      expect([...new Uint8Array(await file.arrayBuffer())]).toEqual(written(pieces));
    }),
  );
});

it('a piece that leaves a hole is a fault', async () => {
  const { write } = writtenPieces(1_000);
  await expect(write({ data: new Uint8Array(1), position: 1 })).rejects.toThrow('missing');
});
