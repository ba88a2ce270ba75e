/** What bytes in DER hold, as far as this software tells it apart. */
export type Asn1Kind = 'certificate' | 'certificate-request' | 'private-key' | 'pkcs7' | 'pkcs12';

/** Tags of ASN.1 (X.690). */
const TAG = { integer: 0x02, bitString: 0x03, objectIdentifier: 0x06, sequence: 0x30, firstOfContext: 0xa0 } as const;

interface Element {
  readonly tag: number;
  /** Where its content begins and ends. */
  readonly start: number;
  readonly end: number;
}

/** What begins in `bytes`, also where the end is missing; undefined when it is nothing that is told apart. */
export function asn1Kind(bytes: Uint8Array): Asn1Kind | undefined {
  const outer = elementAt(bytes, 0);
  if (outer?.tag !== TAG.sequence) return undefined;
  const first = elementAt(bytes, outer.start);
  switch (first?.tag) {
    case TAG.objectIdentifier:
      return 'pkcs7';
    case TAG.integer:
      return versionedKind(bytes, first);
    case TAG.sequence:
      return sequenceKind(bytes, first);
    default:
      return undefined;
  }
}

/** Where the value at the beginning of `bytes` ends; undefined when it is not whole. */
export function asn1End(bytes: Uint8Array): number | undefined {
  const end = elementAt(bytes, 0)?.end;
  return end !== undefined && end <= bytes.length ? end : undefined;
}

/** A version comes first in a private key (PKCS #1, PKCS #8, SEC 1: 0 or 1) and in PKCS #12 (3). */
function versionedKind(bytes: Uint8Array, version: Element): Asn1Kind | undefined {
  if (version.end - version.start !== 1) return undefined; // The modulus of a public key.
  const value = bytes[version.start] ?? 0;
  if (value <= 1) return 'private-key';
  return value === 3 ? 'pkcs12' : undefined;
}

/** A certificate and a request are a sequence to be signed; an encrypted private key and a public key begin with an algorithm. */
function sequenceKind(bytes: Uint8Array, sequence: Element): Asn1Kind | undefined {
  const first = elementAt(bytes, sequence.start);
  if (first?.tag === TAG.firstOfContext) return 'certificate';
  if (first?.tag === TAG.objectIdentifier) {
    return elementAt(bytes, sequence.end)?.tag === TAG.bitString ? undefined : 'private-key';
  }
  if (first?.tag !== TAG.integer) return undefined;
  // Version 1: the serial number comes first, then the algorithm. In a request, the version and a name.
  const second = elementAt(bytes, first.end);
  if (second?.tag !== TAG.sequence) return undefined;
  return bytes[second.start] === TAG.objectIdentifier ? 'certificate' : 'certificate-request';
}

/** The value at `offset`. One of no told length (X.690, section 8.1.3.6) counts as going on to the end. */
function elementAt(bytes: Uint8Array, offset: number): Element | undefined {
  const [tag, told] = [bytes[offset], bytes[offset + 1]];
  if (tag === undefined || told === undefined) return undefined;
  const start = offset + 2;
  if (told < 0x80) return { tag, start, end: start + told };
  if (told === 0x80) return { tag, start, end: bytes.length };
  const lengthEnd = start + (told & 0x7f);
  const length = bytes.subarray(start, lengthEnd).reduce((value, byte) => value * 0x100 + byte, 0);
  return { tag, start: lengthEnd, end: lengthEnd + length };
}
