import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TRUST_LIST_ISSUED } from '../../../../src/background/words/trust-list-issued.ts';

const PEM = readFileSync(
  new URL('../../../../src/offscreen/file-metadata/trust-list/c2pa-trust-list.pem', import.meta.url),
  'utf8',
);
const listed = [...PEM.matchAll(/^(.+)\n(-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----)$/gm)].map(
  ([, name = '', pem = '']) => ({ name, certificate: new X509Certificate(pem) }),
);

/** Its root is not on the list. */
const WITHOUT_ISSUER = 'Adobe Product Issuing CA vault-a-or2.adobe.net cai';

describe('the trust list', () => {
  it('is the whole one, each certificate once', () => {
    expect(listed).toHaveLength(29);
    expect(new Set(listed.map(({ certificate }) => certificate.fingerprint256)).size).toBe(29);
    expect(PEM.match(/BEGIN/g)).toHaveLength(29);
  });

  it.each(listed)(
    '$name: the certificate has that name, may issue others, and was in force',
    ({ name, certificate }) => {
      expect(certificate.subject.split('\n').map((part) => part.replace('\\', ''))).toContain(`CN=${name}`);
      expect(certificate.ca).toBe(true);
      expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.parse(TRUST_LIST_ISSUED));
      expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.parse(TRUST_LIST_ISSUED));
    },
  );

  it.each(listed.filter(({ name }) => name !== WITHOUT_ISSUER))('$name: the signature is right', ({ certificate }) => {
    const issuers = listed.filter(({ certificate: issuer }) => certificate.checkIssued(issuer));
    const isRight = issuers.some(({ certificate: issuer }) => certificate.verify(issuer.publicKey));
    expect(isRight).toBe(true);
  });

  it(`${WITHOUT_ISSUER}: its key is the one that its identifier names (RFC 5280, section 4.2.1.2)`, () => {
    const found = listed.find(({ name }) => name === WITHOUT_ISSUER)?.certificate;
    const key = found?.publicKey.export({ type: 'spki', format: 'der' }) ?? Buffer.alloc(0);
    const point = key.subarray(-97); // The uncompressed point of P-384.
    const identifier = createHash('sha1').update(point).digest();
    expect(found?.raw.includes(Buffer.concat([Buffer.from('551d0e04160414', 'hex'), identifier]))).toBe(true);
  });
});
