import { sha256 as streamed } from '@noble/hashes/sha2.js';

/** Up to this size the browser's own digest is used, which wants all bytes at once; in bytes. */
const AT_ONCE_BYTES = 16_000_000;

const digests = new WeakMap<Blob, Promise<string>>();

/**
 * SHA-256 of a Blob's bytes, as lower-case hex. A large one is read piece by piece: it never lies in memory as a whole. It may be
 * asked for ahead: whoever asks for that of the same Blob again waits for the same.
 */
export function sha256(blob: Blob): Promise<string> {
  const digest = digests.get(blob) ?? digestOf(blob);
  digests.set(blob, digest);
  return digest;
}

async function digestOf(blob: Blob): Promise<string> {
  if (blob.size <= AT_ONCE_BYTES) {
    return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())));
  }
  const hash = streamed.create();
  for (let start = 0; start < blob.size; start += AT_ONCE_BYTES) {
    hash.update(new Uint8Array(await blob.slice(start, start + AT_ONCE_BYTES).arrayBuffer()));
  }
  return hex(hash.digest());
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
