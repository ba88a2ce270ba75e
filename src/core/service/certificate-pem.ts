/** The certificate blocks of a text in PEM form (RFC 7468), or why it holds none that may be used. */
export type CertificateText = { readonly pem: string } | { readonly problem: CertificateProblem };

/** What is wrong with a text or file that was given as a certificate. */
export type CertificateProblem = 'private-key' | 'der' | 'no-certificate';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** Any kind of it: PKCS #8, encrypted, RSA, EC, OpenSSH. */
const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/;

/** Longest line a PEM reader has to take; RFC 7468 writes 64, older tools up to 76. */
const MAX_LINE_LENGTH = 76;

/**
 * Takes the certificate blocks out of a text, with line feeds and nothing around them, as the service wants to decode
 * them. A private key is never sent to anyone: a text that holds one is refused whole.
 */
export function certificateBlocks(text: string): CertificateText {
  if (PRIVATE_KEY.test(text)) return { problem: 'private-key' };
  const blocks = [...text.matchAll(CERTIFICATE)].map(([, body = '']) => certificateBlock(body));
  return blocks.length > 0 ? { pem: blocks.join('') } : { problem: 'no-certificate' };
}

/** The value of `X-Client-Cert`: base64, on one line, of the PEM text (which is ASCII). */
export function clientCertificateHeader(pem: string): string {
  return btoa(pem);
}

/** Lines that are well formed stay as they are; a text whose line ends were lost on the way gets new ones. */
function certificateBlock(body: string): string {
  const lines = body
    .split(/\r?\n|\r/)
    .map((line) => line.trim())
    .filter(Boolean);
  const isWellFormed = lines.every((line) => line.length <= MAX_LINE_LENGTH && !/\s/.test(line));
  const written = isWellFormed ? lines : (body.replace(/\s+/g, '').match(/.{1,64}/g) ?? []);
  return ['-----BEGIN CERTIFICATE-----', ...written, '-----END CERTIFICATE-----', ''].join('\n');
}
