import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certificateBlocks, clientCertificateHeader } from '../../../../src/core/service/certificate-pem.ts';
import { certificateBlocksOfFile } from '../../../../src/pages/account/certificate-file.ts';
import { OTHER_CERTIFICATE_PEM } from '../../../fixtures/certificates.ts';
import { SANDBOX_CERTIFICATE_PEM } from '../../../sandbox/sandbox-credentials.ts';

const PEM = SANDBOX_CERTIFICATE_PEM;
const DER = Uint8Array.from(atob(PEM.split('\n').slice(1, -2).join('')), (character) => character.charCodeAt(0));
const onOneLine = PEM.replaceAll('\n', ' ').trim();

describe('a text given as a certificate', () => {
  it.each([
    ['PEM', PEM, PEM],
    ['PEM without its last line end', PEM.trimEnd(), PEM],
    ['PEM with CRLF', PEM.replaceAll('\n', '\r\n'), PEM],
    ['PEM with old Mac line ends', PEM.replaceAll('\n', '\r'), PEM],
    ['PEM with words around it', `Bag Attributes\n  friendlyName: desk\n${PEM}\nthe end`, PEM],
    ['PEM with blanks around its lines', PEM.replaceAll('\n', '  \n  '), PEM],
    ['PEM that lost its line ends', onOneLine, PEM],
    ['a chain', PEM + OTHER_CERTIFICATE_PEM, PEM + OTHER_CERTIFICATE_PEM],
  ])('is taken: %s', (_name, text, pem) => {
    expect(certificateBlocks(text)).toEqual({ pem });
  });

  it.each([
    ['a private key', '-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----', 'private-key'],
    ['an RSA key', '-----BEGIN RSA PRIVATE KEY-----\nAA==', 'private-key'],
    ['an encrypted key', '-----BEGIN ENCRYPTED PRIVATE KEY-----', 'private-key'],
    ['a certificate with its key', `${PEM}-----BEGIN EC PRIVATE KEY-----\nAA==`, 'private-key'],
    ['a request', '-----BEGIN CERTIFICATE REQUEST-----\nAA==\n-----END CERTIFICATE REQUEST-----', 'no-certificate'],
    ['half a certificate', PEM.slice(0, 200), 'no-certificate'],
    ['nothing', '', 'no-certificate'],
  ])('is refused: %s', (_name, text, problem) => {
    expect(certificateBlocks(text)).toEqual({ problem });
  });
});

describe('a file given as a certificate', () => {
  it('is taken as PEM, also with a byte order mark', () => {
    expect(certificateBlocksOfFile(new TextEncoder().encode(PEM))).toEqual({ pem: PEM });
    expect(certificateBlocksOfFile(new TextEncoder().encode(`\uFEFF${PEM}`))).toEqual({ pem: PEM });
  });

  it('is recognised in its binary form', () => {
    expect(certificateBlocksOfFile(DER)).toEqual({ problem: 'der' });
  });
});

describe('a file in binary form that is no certificate', () => {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const small = generateKeyPairSync('ed25519').privateKey;
  it.each([
    ['a PKCS #8 key', key.export({ type: 'pkcs8', format: 'der' })],
    ['a PKCS #1 key', key.export({ type: 'pkcs1', format: 'der' })],
    ['a short key', small.export({ type: 'pkcs8', format: 'der' })],
  ])('is refused as a private key: %s', (_name, bytes) => {
    expect(certificateBlocksOfFile(bytes)).toEqual({ problem: 'private-key' });
  });
});

it('the header is the PEM text in base64, on one line', () => {
  const header = clientCertificateHeader(PEM);
  expect(header).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(Buffer.from(header, 'base64').toString()).toBe(PEM);
});
