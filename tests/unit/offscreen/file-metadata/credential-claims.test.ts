// @module-tag ffmpeg
import { expect, it } from 'vitest';
import { credentialsOf } from '../../../../src/offscreen/file-metadata/credentials-of.ts';
import { readFileMetadataInNode } from '../../../fixtures/c2pa/read-in-node.ts';
import { makeSignedFiles } from '../../../fixtures/c2pa/signed-files.ts';

it('of a file made of several, what was done, what it was made from, what is missing, and pictures are read', async () => {
  const { files, anchors } = await makeSignedFiles();
  const { fileMetadata, whole } = await readFileMetadataInNode(
    files.get('made of several')?.bytes ?? Buffer.alloc(0),
    anchors,
  );
  expect(fileMetadata).toMatchObject({
    credentials: {
      state: 'valid',
      picture: 0,
      actions: ['c2pa.opened', 'c2pa.cropped', 'com.example.sparkle', 'c2pa.redacted'],
      hasAllSteps: false,
      redacted: ['com.example.photographer'],
      ingredients: [
        {
          title: 'photograph.jpg',
          state: 'checked',
          relation: 'parent',
          signer: 'Example Camera',
          actions: ['c2pa.created'],
          sources: ['digitalCapture'],
          picture: 1,
        },
        { title: 'logo.png', state: 'none', relation: 'component' },
      ],
      ingredientsSay: 'capture',
    },
  });
  expect(whole?.pictures.map((picture) => picture?.type)).toEqual(['image/jpeg', 'image/jpeg']);
  expect(JSON.parse(whole?.json ?? '')).toHaveProperty('active_manifest');
});

const ingredient = (title: string, label: string) => ({ title, relationship: 'parentOf', active_manifest: label });
const store = (manifests: object) =>
  JSON.stringify({ active_manifest: 'a', manifests, validation_state: 'Valid', validation_results: {} });

it('parents are followed through some generations, and no circle', () => {
  const chain = Object.fromEntries(
    [...'abcdefgh'].map((label, at) => [label, { ingredients: [ingredient(`before ${label}`, 'bcdefgha'[at] ?? '')] }]),
  );
  const titles = (json: string) => credentialsOf(json).credentials.earlier?.map(({ title }) => title);
  expect(titles(store(chain))).toEqual(['before b', 'before c', 'before d']);
  expect(titles(store({ a: { ingredients: [ingredient('itself', 'a')] } }))).toBeUndefined();
  expect(titles(store({ a: { ingredients: [ingredient('none', '__proto__')] } }))).toBeUndefined();
});

it('no more pictures, ingredients, steps and letters are kept than are shown', () => {
  const many = Array.from({ length: 5_000 }, (_, at) => ({
    ...ingredient(`${at}${'x'.repeat(500)}`, 'b'),
    thumbnail: { identifier: `self#${at}` },
  }));
  const actions = many.map(({ title }) => ({ action: title }));
  const a = {
    ingredients: many,
    redactions: many.map(({ title }) => title),
    assertions: [{ label: 'c2pa.actions', data: { actions } }],
  };
  const { credentials, pictureUris } = credentialsOf(store({ a, b: a }));
  expect(pictureUris).toHaveLength(8);
  expect(JSON.stringify(credentials).length).toBeLessThan(60_000);
  expect(credentials.ingredients).toHaveLength(12);
  expect(credentials.ingredients?.[11]).not.toHaveProperty('picture');
});
