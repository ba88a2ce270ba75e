import 'reflect-metadata';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Pkcs10CertificateRequestGenerator, X509Certificate, X509Certificates } from '@peculiar/x509';
import { describe, expect, it } from 'vitest';
import { clientCertificateHeader } from '../../../../src/background/service/service-error.ts';
import {
  type CertificateText,
  certificateBlocks,
  certificateBlocksOfFile,
} from '../../../../src/core/service/certificate-pem.ts';
import { derInteger, derOctets, derOid, derSequence } from '../../../fixtures/c2pa/der.ts';
import { ENDED_CERTIFICATE_PEM, OTHER_CERTIFICATE_PEM } from '../../../fixtures/certificates.ts';
import { PASTED_BLOCKS, PASTED_PEMS, PEM_FILES } from '../../../fixtures/pasted-certificates.ts';
import { SANDBOX_CERTIFICATE_PEM } from '../../../sandbox/sandbox-credentials.ts';

const PEM = SANDBOX_CERTIFICATE_PEM;
const CHAIN = PEM + OTHER_CERTIFICATE_PEM;
const derOf = (pem: string) => Buffer.from(pem.replace(/-----.*-----|\s/g, ''), 'base64');

describe.each([
  ['a certificate', PEM],
  ['a certificate of version 1', ENDED_CERTIFICATE_PEM],
  ['a chain', CHAIN],
])('%s', (_name, pem) => {
  it.each(Object.entries(PASTED_PEMS))('is taken %s', (_how, pasted) => {
    expect(certificateBlocks(pasted(pem))).toEqual({ pem });
  });

  it.each(Object.entries(PEM_FILES))('is taken from a file: %s', (_how, written) => {
    expect(certificateBlocksOfFile(written(pem))).toEqual({ pem });
  });

  it.each(Object.entries(PASTED_PEMS))('is taken from a file: UTF-16, %s', (_how, pasted) => {
    expect(certificateBlocksOfFile(Buffer.from(`\uFEFF${pasted(pem)}`, 'utf16le'))).toEqual({ pem });
  });
});

describe('a certificate', () => {
  it.each(Object.entries(PASTED_BLOCKS))('is taken %s', (_how, pasted) => {
    expect(certificateBlocks(pasted(PEM))).toEqual({ pem: PEM });
  });

  it.each([
    ['one', derOf(PEM), PEM],
    ['one with a line end behind it', Buffer.concat([derOf(PEM), Buffer.from('\r\n')]), PEM],
    ['two', Buffer.concat([derOf(PEM), derOf(OTHER_CERTIFICATE_PEM)]), CHAIN],
  ])('is taken in binary form: %s', (_how, bytes, pem) => {
    expect(certificateBlocksOfFile(bytes)).toEqual({ pem });
  });

  it.each([
    ['with the label of older tools', PEM.replaceAll('CERTIFICATE', 'X509 CERTIFICATE'), PEM],
    [
      'below words about it',
      `Copy all from “-----BEGIN CERTIFICATE-----” to “-----END CERTIFICATE-----”; a private key is no part of it:\n${PEM}`,
      PEM,
    ],
  ])('is taken %s', (_how, text, pem) => {
    expect(certificateBlocks(text)).toEqual({ pem });
  });

  it.each<[string, string, CertificateText]>([
    ['half', PEM.slice(0, 200), { problem: 'damaged' }],
    ['its end alone', PEM.slice(200), { problem: 'damaged' }],
    ['without a line', PEM.split('\n').toSpliced(3, 1).join('\n'), { problem: 'damaged' }],
    ['half a chain', PEM + OTHER_CERTIFICATE_PEM.slice(0, 200), { problem: 'damaged' }],
    ['with an ellipsis', PEM.replace('MIIB', 'MIIB…'), { problem: 'character', character: '…' }],
    ['of words', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', { problem: 'no-certificate' }],
    ['of no words', '', { problem: 'no-certificate' }],
    ['of other base64', btoa('a'.repeat(100)), { problem: 'no-certificate' }],
  ])('is not taken %s', (_how, text, problem) => {
    expect(certificateBlocks(text)).toEqual(problem);
  });

  it('is not taken where its binary form is cut off, or has something behind it', () => {
    expect(certificateBlocksOfFile(derOf(PEM).subarray(0, 300))).toEqual({ problem: 'damaged' });
    expect(certificateBlocksOfFile(Buffer.concat([derOf(PEM), Buffer.from('?')]))).toEqual({ problem: 'damaged' });
  });
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { privateKey: ec } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const { privateKey: small } = generateKeyPairSync('ed25519');
const sealed = { cipher: 'aes-256-cbc', passphrase: 'correct horse' } as const;
const pem = (key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1', seal = {}) =>
  key.export({ type, format: 'pem', ...seal }).toString();

const PRIVATE_KEYS = [
  ['PKCS #8', pem(rsa.privateKey, 'pkcs8')],
  ['PKCS #8, short', pem(small, 'pkcs8')],
  ['PKCS #8, encrypted', pem(rsa.privateKey, 'pkcs8', sealed)],
  ['PKCS #1', pem(rsa.privateKey, 'pkcs1')],
  ['SEC 1', pem(ec, 'sec1')],
] as const;

describe.each(PRIVATE_KEYS)('a private key (%s)', (_name, key) => {
  it.each([...Object.entries(PASTED_PEMS), ...Object.entries(PASTED_BLOCKS)])('is refused %s', (_how, pasted) => {
    expect(certificateBlocks(pasted(key))).toEqual({ problem: 'private-key' });
  });

  it.each(Object.entries(PEM_FILES))('is refused in a file: %s', (_how, written) => {
    expect(certificateBlocksOfFile(written(key))).toEqual({ problem: 'private-key' });
  });

  it.each([
    ['its binary form', derOf(key)],
    ['its binary form, behind a certificate', Buffer.concat([derOf(PEM), derOf(key)])],
    ['its binary form, cut off', derOf(key).subarray(0, 40)],
    ['a certificate before it', Buffer.from(PEM + key)],
    ['a certificate behind it', Buffer.from(key + PEM)],
    ['the label of a certificate', Buffer.from(key.replace(/(?:RSA |EC |ENCRYPTED )?PRIVATE KEY/g, 'CERTIFICATE'))],
    ['its end alone', Buffer.from(key.slice(60))],
  ])('is refused in a file: %s', (_how, bytes) => {
    expect(certificateBlocksOfFile(bytes)).toEqual({ problem: 'private-key' });
  });
});

describe('a private key of another kind', () => {
  it.each([
    ['PKCS #1, encrypted', pem(rsa.privateKey, 'pkcs1', sealed)],
    ['OpenSSH', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk'],
    ['PuTTY', 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPrivate-Lines: 1\nAAAA'],
  ])('is refused: %s', (_name, text) => {
    expect(certificateBlocks(text)).toEqual({ problem: 'private-key' });
  });
});

/** A request for a certificate. */
const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const keys = await crypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify']);
const request = await Pkcs10CertificateRequestGenerator.create({ name: 'CN=desk', keys, signingAlgorithm });

describe('what is no certificate', () => {
  const pkcs7 = Buffer.from(new X509Certificates([new X509Certificate(PEM)]).export('raw'));
  const data = derSequence([derOid('1.2.840.113549.1.7.1')]);
  const pkcs12 = derSequence([derInteger(Buffer.of(3)), data, derOctets(Buffer.alloc(200))]);
  const withoutLength = Buffer.concat([Buffer.of(0x30, 0x80, 0x02, 0x01, 0x03, 0x30, 0x80), Buffer.alloc(200)]);
  const publicKey = rsa.publicKey.export({ type: 'spki', format: 'der' });

  it.each<[string, Buffer, CertificateText]>([
    ['a request', Buffer.from(request.rawData), { problem: 'certificate-request' }],
    ['a request as PEM', Buffer.from(request.toString('pem')), { problem: 'certificate-request' }],
    ['PKCS #7', pkcs7, { problem: 'pkcs7' }],
    ['PKCS #7 as PEM', Buffer.from(`-----BEGIN PKCS7-----\n${pkcs7.toString('base64')}`), { problem: 'pkcs7' }],
    ['PKCS #7 in base64', Buffer.from(pkcs7.toString('base64')), { problem: 'pkcs7' }],
    ['PKCS #12', pkcs12, { problem: 'pkcs12' }],
    ['PKCS #12 of no told length', withoutLength, { problem: 'pkcs12' }],
    ['PKCS #12 in base64', Buffer.from(pkcs12.toString('base64')), { problem: 'pkcs12' }],
    ['a public key', publicKey, { problem: 'no-certificate' }],
    [
      'a public key as PEM',
      Buffer.from(rsa.publicKey.export({ type: 'spki', format: 'pem' })),
      { problem: 'no-certificate' },
    ],
    ['a text that begins like binary', Buffer.from('0 s:CN = desk'), { problem: 'no-certificate' }],
    ['nothing', Buffer.alloc(0), { problem: 'no-certificate' }],
  ])('is named: %s', (_name, bytes, problem) => {
    expect(certificateBlocksOfFile(bytes)).toEqual(problem);
  });
});

it('a long file that is no certificate is read in no time', () => {
  for (const text of [' ', '-', '"', '\\', 'BEGIN', '\n ', '=', 'A']) {
    expect(certificateBlocks(`BEGIN CERTIFICATE ${text.repeat(1_000_000 / text.length)}?`)).toHaveProperty('problem');
  }
});

it('the header is the PEM text in base64, on one line', () => {
  const header = clientCertificateHeader(PEM);
  expect(header).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(Buffer.from(header, 'base64').toString()).toBe(PEM);
});
