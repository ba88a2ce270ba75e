import { z } from '../../core/schema.ts';

/**
 * Rounds of PBKDF2-HMAC-SHA-256 (OWASP Password Storage Cheat Sheet: 600,000 at least). Stored with each seal, so that a
 * later version may raise it.
 */
const ROUNDS = 600_000;
const SALT_BYTES = 16;
/** The length AES-GCM is specified for. */
const IV_BYTES = 12;

/** A text encrypted under a passphrase. All but `rounds` is base64. */
export const sealedSchema = z.object({
  salt: z.string(),
  /** A bound, lest a spoilt value keeps the browser busy for hours. */
  rounds: z.number().check(z.gte(ROUNDS), z.lte(10_000_000)),
  iv: z.string(),
  data: z.string(),
});
export type Sealed = z.infer<typeof sealedSchema>;

/** The key made from a passphrase, for sealing again without asking for it again. `key` is base64. */
export const sealKeySchema = z.object({ salt: z.string(), rounds: z.number(), key: z.string() });
export type SealKey = z.infer<typeof sealKeySchema>;

/** The key for a new passphrase, with a salt of its own. */
export function newSealKey(passphrase: string): Promise<SealKey> {
  return sealKey(passphrase, base64(crypto.getRandomValues(new Uint8Array(SALT_BYTES))), ROUNDS);
}

/** Encrypts a text with AES-256-GCM under a fresh nonce. */
export async function seal(text: string, { salt, rounds, key }: SealKey): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const algorithm = { name: 'AES-GCM', iv };
  const data = await crypto.subtle.encrypt(algorithm, await aesKey(key, 'encrypt'), new TextEncoder().encode(text));
  return { salt, rounds, iv: base64(iv), data: base64(new Uint8Array(data)) };
}

/** The text of a seal and the key it was opened with; undefined when the passphrase is wrong (or the data spoilt). */
export async function openSeal(
  sealed: Sealed,
  passphrase: string,
): Promise<{ text: string; key: SealKey } | undefined> {
  const key = await sealKey(passphrase, sealed.salt, sealed.rounds);
  const algorithm = { name: 'AES-GCM', iv: bytes(sealed.iv) };
  try {
    const data = await crypto.subtle.decrypt(algorithm, await aesKey(key.key, 'decrypt'), bytes(sealed.data));
    return { text: new TextDecoder().decode(data), key };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined; // What a wrong key gives.
    throw error;
  }
}

async function sealKey(passphrase: string, salt: string, rounds: number): Promise<SealKey> {
  // The same passphrase typed on another keyboard may arrive composed differently.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: rounds };
  const key = await crypto.subtle.deriveBits(algorithm, material, 256);
  return { salt, rounds, key: base64(new Uint8Array(key)) };
}

function aesKey(key: string, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes(key), 'AES-GCM', false, [use]);
}

function base64(data: Uint8Array): string {
  return btoa(String.fromCharCode(...data));
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
