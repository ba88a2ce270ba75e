import { X509Certificate } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Why a certificate header does not do, or that it does. */
export type CertificateCheck = { readonly ok: true } | { readonly ok: false; readonly why: string };

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The `X-Client-Cert` header; undefined when it was not sent. */
export function certificateHeader(headers: IncomingHttpHeaders): string | undefined {
  const header = headers['x-client-cert'];
  return Array.isArray(header) ? header.join(', ') : header;
}

/**
 * Checks an `X-Client-Cert` header against the certificate a client is bound to: base64, on one line, of the PEM text
 * of that very certificate, with no private key beside it.
 */
export function checkCertificate(header: string | undefined, expectedPem: string): CertificateCheck {
  if (header === undefined || header === '') {
    return no('This client is bound to a certificate: X-Client-Cert is missing.');
  }
  const decoded = BASE64.test(header) ? Buffer.from(header, 'base64') : undefined;
  if (decoded === undefined || decoded.toString('base64') !== header) {
    return no('X-Client-Cert is not base64 on one line.');
  }
  const pem = decoded.toString('utf8');
  if (pem.includes('PRIVATE KEY')) {
    return no('X-Client-Cert holds a private key. It must never be sent.');
  }
  if (!pem.startsWith('-----BEGIN CERTIFICATE-----')) {
    return no('X-Client-Cert does not decode to the text of a PEM certificate.');
  }
  return fingerprint(pem) === fingerprint(expectedPem)
    ? { ok: true }
    : no('X-Client-Cert is not the certificate this client is bound to.');
}

function no(why: string): CertificateCheck {
  return { ok: false, why };
}

function fingerprint(pem: string): string | undefined {
  try {
    return new X509Certificate(pem).fingerprint256;
  } catch {
    return undefined;
  }
}
