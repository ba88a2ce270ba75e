// @module-tag ffmpeg
import { beforeAll, describe, expect, it } from 'vitest';
import type { Credentials } from '../../../../src/core/media/file-metadata.ts';
import { readFileMetadataInNode } from '../../../fixtures/c2pa/read-in-node.ts';
import {
  makeSignedFiles,
  SIGNED_FORMATS,
  type SignedFiles,
  type SignedName,
} from '../../../fixtures/c2pa/signed-files.ts';

let signed: SignedFiles;
beforeAll(async () => {
  signed = await makeSignedFiles();
}, 120_000);

async function credentialsOf(name: SignedName, anchors = signed.anchors): Promise<Credentials> {
  const file = signed.files.get(name);
  if (!file) throw new Error(`there is no ${name}`);
  const { fileMetadata } = await readFileMetadataInNode(file.bytes, anchors);
  if ('unread' in fileMetadata) throw new Error(fileMetadata.unread);
  return fileMetadata.credentials;
}

describe('the state of credentials', () => {
  it.each(SIGNED_FORMATS)('of a signed file in %s is valid, and says AI', async (format) => {
    expect(await credentialsOf(format)).toEqual({
      state: 'valid',
      signer: 'Example Camera',
      tool: 'Test Studio 1.2',
      actions: ['c2pa.created'],
      sources: ['trainedAlgorithmicMedia'],
      says: 'ai',
    });
  });

  it.each(SIGNED_FORMATS)('of a file without any in %s is none', async (format) => {
    expect(await credentialsOf(`${format}, stripped`)).toEqual({ state: 'none' });
  });

  it.each(SIGNED_FORMATS)('of a signed file in %s without a list is unlisted', async (format) => {
    expect((await credentialsOf(format, '')).state).toBe('unlisted');
  });

  it('does not depend on what else an administrator wrote beside a certificate', async () => {
    const damaged = '-----BEGIN CERTIFICATE-----\n@@\n-----END CERTIFICATE-----\n';
    expect((await credentialsOf('jpeg', `words\n${damaged}${signed.anchors}\nwords`)).state).toBe('valid');
    expect((await credentialsOf('jpeg', damaged)).state).toBe('unlisted');
  });

  it.each([
    ['a photograph', { state: 'valid', says: 'capture' }],
    ['AI in a part', { state: 'valid', says: 'part-ai' }],
    ['unlisted signer', { state: 'unlisted', signer: 'Nobody Known', says: 'capture' }],
    ['identity of nobody known', { state: 'valid', identities: [{ name: 'Jane Doe Photography', state: 'unlisted' }] }],
    ['identity that is none', { state: 'valid', identities: [{ state: 'broken' }] }],
    ['identity to be asked for', { state: 'valid', identities: [{ name: 'jane', by: 'Social', state: 'unchecked' }] }],
    ['expired certificate', { state: 'broken', problems: ['expired'] }],
    ['other pixels', { state: 'broken', problems: ['content'] }],
    ['bytes appended', { state: 'broken', problems: ['content'] }],
    ['credentials of another picture', { state: 'broken', problems: ['content'] }],
    ['marker bytes appended', { state: 'none' }],
    ['kept elsewhere', { state: 'remote', host: 'manifests.example' }],
    [
      'edited',
      {
        state: 'valid',
        actions: ['c2pa.opened', 'c2pa.color_adjustments'],
        ingredients: [{ title: 'generated.jpg', state: 'checked' }],
        ingredientsSay: 'ai',
      },
    ],
    ['edited from what is broken', { state: 'valid', ingredients: [{ title: 'generated.jpg', state: 'broken' }] }],
  ] as const)('of "%s" is as it should be', async (name, expected) => {
    expect(await credentialsOf(name)).toMatchObject(expected);
  });
});

describe('the time of signing', () => {
  const DAY_MS = 86_400_000;

  it.each([
    ['time stamped', { state: 'valid', isTimeProven: true }],
    // The stamp proves that the certificate was in its time then (C2PA 2.2, section 15.8).
    ['time stamped, expired since', { state: 'valid', isTimeProven: true }],
    ['time stamped after its certificate ended', { state: 'broken', problems: ['expired'] }],
    ['time stamped by nobody known, expired since', { state: 'broken', problems: ['expired'], isTimeProven: false }],
    ['revoked since its time stamp', { state: 'valid', isTimeProven: true }],
    ['revoked before its time stamp', { state: 'broken', problems: ['revoked'] }],
    ['revoked', { state: 'broken', problems: ['revoked'] }],
    ['not revoked', { state: 'valid' }],
  ] as const)('counts: of "%s"', async (name, expected) => {
    expect(await credentialsOf(name)).toMatchObject(expected);
  });

  it('is that of the stamp, to the second', async () => {
    const { signedAt = 0 } = await credentialsOf('time stamped');
    expect(Math.round((Date.now() - signedAt) / DAY_MS)).toBe(50);
  });

  it('is proven by no stamp that an authority put on something else', async () => {
    const credentials = await credentialsOf('time stamp of another signature');
    expect(credentials.state).toBe('valid');
    expect(credentials).not.toHaveProperty('signedAt');
  });

  it('is proven by nobody whom nothing vouches for', async () => {
    expect(await credentialsOf('time stamped', '')).toMatchObject({ state: 'unlisted', isTimeProven: false });
  });
});
