import type { FileBudget } from './file-budget.ts';

/**
 * Handed in at once, in bytes: Chromium unpacks all that it was handed before it hears that nobody wants more, and a byte can
 * become a thousand.
 */
const PIECE_BYTES = 4_096;

/**
 * Unpacks a zlib stream (RFC 1950), up to `maxBytes`; each piece is paid from the budget. What is damaged gives as much as came
 * before the damage.
 */
export async function inflate(packed: Blob, maxBytes: number, budget: FileBudget): Promise<Blob> {
  const reader = inPieces(packed).pipeThrough(new DecompressionStream('deflate')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      // Damaged: DecompressionStream rejects with a TypeError.
      const part = await reader.read().catch(() => undefined);
      if (!part?.value) break;
      budget.take(part.value.length);
      parts.push(part.value);
      size += part.value.length;
      if (size >= maxBytes) break;
    }
  } finally {
    void reader.cancel().catch(() => undefined); // It has failed already where it was damaged.
  }
  return new Blob(parts).slice(0, maxBytes);
}

function inPieces(packed: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        const piece = packed.slice(at, at + PIECE_BYTES);
        at += PIECE_BYTES;
        if (piece.size === 0) controller.close();
        else controller.enqueue(new Uint8Array(await piece.arrayBuffer()));
      },
    },
    { highWaterMark: 0 },
  );
}
