/**
 * Unpacks a zlib stream (RFC 1950), up to `maxBytes`: a small file may claim to hold any amount. What is damaged gives as much
 * as came before the damage.
 */
export async function inflate(packed: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (let part = await reader.read(); part.value && size < maxBytes; part = await reader.read()) {
      parts.push(part.value);
      size += part.value.length;
    }
  } catch {
    return joined(parts, maxBytes); // Damaged: DecompressionStream rejects with a TypeError.
  }
  void reader.cancel();
  return joined(parts, maxBytes);
}

function joined(parts: readonly Uint8Array[], maxBytes: number): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole.subarray(0, maxBytes);
}
