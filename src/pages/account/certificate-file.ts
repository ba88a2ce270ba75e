import { type CertificateText, certificateBlocks } from '../../core/service/certificate-pem.ts';

/** Tags of ASN.1 (X.690). In binary form (DER) a certificate is a sequence that begins with a sequence. */
const ASN1_SEQUENCE = 0x30;

/** What begins with a version number in its place is a private key (PKCS #1, #8, SEC 1) or a file with one (PKCS #12). */
const ASN1_INTEGER = 0x02;

/** The certificate blocks of a file, which may be in the binary form, or why it holds none that may be used. */
export function certificateBlocksOfFile(bytes: Uint8Array): CertificateText {
  if (bytes[0] !== ASN1_SEQUENCE) return certificateBlocks(new TextDecoder().decode(bytes));
  return { problem: bytes[asn1HeaderLength(bytes)] === ASN1_INTEGER ? 'private-key' : 'der' };
}

/** Length of the tag and the length at the beginning (X.690, section 8.1.3): long lengths tell how long they are. */
function asn1HeaderLength(bytes: Uint8Array): number {
  const length = bytes[1] ?? 0;
  return length < 0x80 ? 2 : 2 + (length & 0x7f);
}
