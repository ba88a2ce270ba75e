import { type Asn1Kind, asn1End, asn1Kind } from './asn1-kind.ts';
import { plainText, textOfBytes } from './decoded-text.ts';
import { unwrapped } from './pasted-text.ts';

/** The certificate blocks of a text in PEM form (RFC 7468), or why it holds none that may be used. */
export type CertificateText = { readonly pem: string } | CertificateProblem;

/** What is wrong with a text or file that was given as a certificate. */
export type CertificateProblem =
  | { readonly problem: Exclude<Asn1Kind, 'certificate'> | 'damaged' | 'no-certificate' }
  /** It does not belong into a certificate, and nobody can tell what was meant. */
  | { readonly problem: 'character'; readonly character: string };

const BEGIN = /BEGIN\s*(?:X509\s*)?CERTIFICATE(?!\s*REQUEST)/;
const END = /END\s*(?:X509\s*)?CERTIFICATE(?!\s*REQUEST)/;

/** Any kind of it: PKCS #8, encrypted, RSA, EC, OpenSSH; PuTTY has a form of its own. */
const PRIVATE_KEY = /(?:BEGIN|END)[A-Z0-9\s]{0,40}PRIVATE\s*KEY|^Private-Lines:/m;

/** What else is common in PEM form. */
const OTHERS = [
  [/BEGIN\s*(?:NEW\s*)?CERTIFICATE\s*REQUEST/, 'certificate-request'],
  [/BEGIN\s*(?:PKCS\s*#?7|CMS)/, 'pkcs7'],
] as const;

/** Hyphens, and what programs make of hyphens, around a block. */
const AROUND_BODY = /^[-‐-―−﹘﹣－⸺⸻\s]+|[-‐-―−﹘﹣－⸺⸻\s]+$/g;

/** What stands at the ends of lines in quoted mail, and in scripts. */
const AROUND_LINE = /^[\s>|]+|[\s\\]{1,9}$/g;

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Words about a certificate are shorter than any certificate, in characters. */
const SHORTEST_BODY = 64;

/** Longest line a PEM reader has to take; RFC 7468 writes 64, older tools up to 76. */
const MAX_LINE_LENGTH = 76;

/**
 * Takes the certificates out of a text as people have it, with line feeds and nothing around them, as the service wants to
 * decode them. A private key is never sent to anyone: a text that holds one is refused whole.
 */
export function certificateBlocks(text: string): CertificateText {
  const plain = plainText(text);
  if (PRIVATE_KEY.test(plain)) return { problem: 'private-key' };
  const [before = '', ...parts] = plain.split(BEGIN);
  const blocks = parts.map((part) => part.split(END)).filter(([body = '']) => body.length >= SHORTEST_BODY);
  if (blocks.length > 0) return together(blocks.map(([body = '', after]) => blockOf(body, after !== undefined)));
  if (END.test(before)) return { problem: 'damaged' };
  const other = OTHERS.find(([label]) => label.test(plain));
  return other ? { problem: other[1] } : ofBase64(unwrapped(plain));
}

/** The same for the bytes of a file, which may be in the binary form. */
export function certificateBlocksOfFile(bytes: Uint8Array): CertificateText {
  const kind = asn1Kind(bytes);
  if (kind === undefined) return certificateBlocks(textOfBytes(bytes));
  return kind === 'certificate' ? ofDer(bytes) : { problem: kind };
}

/** Whether a private key is in this, or may be (PKCS #12): such a text is kept nowhere. */
export function holdsPrivateKey(text: CertificateText): boolean {
  return 'problem' in text && (text.problem === 'private-key' || text.problem === 'pkcs12');
}

/** All of a chain, or what is wrong with it. */
function together(blocks: readonly CertificateText[]): CertificateText {
  const problem = blocks.find(holdsPrivateKey) ?? blocks.find((block) => 'problem' in block);
  return problem ?? { pem: blocks.map((block) => ('pem' in block ? block.pem : '')).join('') };
}

function blockOf(body: string, hasEnd: boolean): CertificateText {
  const lines = body
    .replace(AROUND_BODY, '')
    .split('\n')
    .map((line) => line.replace(AROUND_LINE, ''))
    .filter(Boolean);
  const base64 = lines.join('').replace(/\s/g, '');
  const [readable = ''] = /^[A-Za-z0-9+/]*/.exec(base64) ?? [];
  const bytes = bytesOf(readable);
  const kind = asn1Kind(bytes);
  if (kind !== undefined && kind !== 'certificate') return { problem: kind };
  const [character] = /[^A-Za-z0-9+/=]/u.exec(base64) ?? [];
  if (hasEnd && character !== undefined) return { problem: 'character', character };
  if (!hasEnd || !BASE64.test(base64) || asn1End(bytes) !== bytes.length) return { problem: 'damaged' };
  return kind ? { pem: written(isWellFormed(lines) ? lines : linesOf(base64)) } : { problem: 'no-certificate' };
}

/** Base64 without its header: of a certificate, or of a whole PEM text, as `X-Client-Cert` has it. */
function ofBase64(text: string): CertificateText {
  const base64 = text.replace(/\s/g, '');
  if (base64.length < SHORTEST_BODY || !BASE64.test(base64)) return { problem: 'no-certificate' };
  return certificateBlocksOfFile(bytesOf(base64));
}

/** One certificate in binary form or several, one behind the other. */
function ofDer(bytes: Uint8Array): CertificateText {
  const end = asn1End(bytes);
  if (end === undefined) return { problem: 'damaged' };
  const pem = written(linesOf(base64Of(bytes.subarray(0, end))));
  const rest = bytes.subarray(end);
  if (rest.every((byte) => byte <= 0x20)) return { pem }; // A line end that a tool added.
  return together([{ pem }, asn1Kind(rest) ? certificateBlocksOfFile(rest) : { problem: 'damaged' }]);
}

/** The bytes of base64, as far as it goes. */
function bytesOf(base64: string): Uint8Array {
  const digits = base64.replace(/=+$/, '');
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  return Uint8Array.from(atob(whole), (character) => character.charCodeAt(0));
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Lines that are well formed stay as they are; a text whose lines were broken on the way gets new ones. */
function isWellFormed(lines: readonly string[]): boolean {
  const length = lines[0]?.length ?? 0;
  const isFull = (line: string, at: number) =>
    line.length === length || (at === lines.length - 1 && line.length < length);
  return length <= MAX_LINE_LENGTH && lines.every((line, at) => isFull(line, at) && !/\s/.test(line));
}

function linesOf(base64: string): string[] {
  return base64.match(/.{1,64}/g) ?? [];
}

function written(lines: readonly string[]): string {
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
