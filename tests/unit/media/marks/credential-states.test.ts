import { beforeAll, describe, expect, it } from 'vitest';
import type { Credentials } from '../../../../src/media/marks/file-marks.ts';
import { readMarksInNode } from '../../../fixtures/c2pa/read-in-node.ts';
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
  const { marks } = await readMarksInNode(file.bytes, anchors);
  if ('unread' in marks) throw new Error(marks.unread);
  return marks.credentials;
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
