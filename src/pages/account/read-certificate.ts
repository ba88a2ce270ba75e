import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, type Name } from '@peculiar/asn1-x509';
import type { CertificateProblem } from '../../core/service/certificate-pem.ts';
import type { CertificateSummary } from '../../core/service/credential.ts';

/** Short names of the attributes a subject is commonly made of (RFC 4514, section 3; RFC 2985 for the address). */
const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'E',
};

/** What the first certificate of a PEM text says; a problem when it is none. */
export function readCertificate(pem: string): CertificateSummary | CertificateProblem {
  const [, base64 = ''] = /CERTIFICATE-----([^-]+)-----END/.exec(pem) ?? [];
  try {
    const der = Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0));
    const { tbsCertificate } = AsnConvert.parse(der, Certificate);
    return {
      subject: nameText(tbsCertificate.subject),
      issuer: nameText(tbsCertificate.issuer),
      expiresAt: tbsCertificate.validity.notAfter.getTime().getTime(),
    };
  } catch {
    return { problem: 'no-certificate' }; // Whatever the parser has against it, it is no certificate.
  }
}

function nameText(name: Name): string {
  const attributes = name.flatMap((set) => [...set]);
  return attributes.map(({ type, value }) => `${ATTRIBUTE_NAMES[type] ?? type}=${value.toString()}`).join(', ');
}
