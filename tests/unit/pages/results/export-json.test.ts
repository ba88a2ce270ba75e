import { beforeAll, describe, expect, it } from 'vitest';
import { aCheck } from '../../../a-check.ts';
import { SOME_FILE_METADATA } from '../../../some-file-metadata.ts';
import { speakEnglish } from '../../english.ts';
import { ALL, FIRM, file, IN_PARTS, JUDGED, MORE, PART, valid } from './exported-bed.ts';

beforeAll(speakEnglish);

describe('the JSON file', () => {
  it('is as docs/export-schema.json says', async () => {
    const document = valid(await file('json', ALL));
    expect(document).toMatchObject({
      version: 3,
      filter: { outcome: 'likely-ai', text: 'cat' },
      exportedAt: '2026-11-25T00:00:00.000Z',
    });
    expect(document.results.map(({ id }) => id)).toEqual(['judged', 'clip', 'failed', 'file']);
    expect(document.results[1]).toMatchObject({
      kind: 'video',
      range: { from: 1, to: 7, duration: null },
      answeredAt: '2025-12-31T00:00:00.000Z',
      convertedFrom: 'WebM',
    });
  });

  it('is so with the verdicts on the versions of an image', async () => {
    const [firm, judged] = valid(await file('json', [FIRM, JUDGED])).results;
    expect(firm?.firmness).toEqual([
      { version: 'original', isAi: true, likelihood: 0.9 },
      { version: 'left-third', isAi: false, likelihood: null },
    ]);
    expect(judged?.firmness).toBeNull();
    expect([firm?.judgement, judged?.judgement]).toEqual(['disagree', null]);
  });

  it('is so with the verdicts on the parts of a video', async () => {
    const [inParts, judged] = valid(await file('json', [IN_PARTS, JUDGED])).results;
    expect(inParts?.timeline).toEqual([
      { from: 0, to: 4, isAi: true, likelihood: 0.9 },
      { from: 12.5, to: 16.5, isAi: false, likelihood: null },
    ]);
    expect(judged?.timeline).toBeNull();
  });

  it('has the manifest store of a file, as it is kept, and none that would make no JSON of it', async () => {
    const signed = [1, 2, 3].map((at) => aCheck(`${at}`, at, { fileMetadata: SOME_FILE_METADATA }));
    const manifests = new Map([
      ['1', '{ "active_manifest": "a", "manifests": {} }'],
      ['2', '{ "active'],
      ['unsigned', '{}'],
    ]);
    const manifest = async (id: string) => manifests.get(id);
    const { results } = valid(await file('json', [...signed, aCheck('unsigned', 4)], { manifest }));
    expect(results.map((result) => result.manifest)).toEqual([
      { active_manifest: 'a', manifests: {} },
      null,
      null,
      null,
    ]);
  });

  it('comes in pieces where manifest stores are long, all of it', async () => {
    const checks = Array.from({ length: 12 }, (_, at) => aCheck(`${at}`, at, { fileMetadata: SOME_FILE_METADATA }));
    const long = JSON.stringify({ text: 'a'.repeat(900_000) });
    const text = await file('json', checks, { manifest: async () => long });
    expect(valid(text).results).toHaveLength(12);
  });

  it('is so of a part', async () => {
    const [part, judged] = valid(await file('json', [PART, JUDGED])).results;
    expect(part?.part).toEqual({ x: 40, y: 16, width: 320, height: 200, of: 'whole' });
    expect(judged?.part).toBeNull();
  });

  it('is so with metadata, without an account, and of frames', async () => {
    const [withMetadata, unjudged, unread, frames] = valid(await file('json', MORE)).results;
    const { signedAt, ingredients, earlier, identities, ...credentials } = SOME_FILE_METADATA.credentials;
    const empty = { title: null, state: 'none', relation: null, signer: null, actions: [], sources: [] };
    expect(withMetadata?.fileSays).toEqual({
      unread: null,
      credentials: {
        ...credentials,
        signedAt: '2026-01-01T00:00:00.000Z',
        ingredients: [ingredients[0], empty],
        earlier: [{ ...empty, ...earlier[0] }],
        identities: [identities[0], { name: null, by: null, state: 'broken' }],
        host: null,
      },
      notes: [
        { kind: 'source', value: 'compositeSynthetic', says: 'part-ai' },
        { kind: 'generator', value: 'Stable Diffusion', says: null },
        { kind: 'ai-system', value: 'Example AI', says: null },
        { kind: 'aigc-label', value: '2', says: null },
      ],
      facts: SOME_FILE_METADATA.facts,
    });
    expect(unjudged).toMatchObject({
      headline: null,
      failure: null,
      unjudged: { code: 'not-signed-in' },
      fileSays: { credentials: { state: 'remote', signer: null, host: 'credentials.example' } },
    });
    expect(unread?.fileSays).toMatchObject({ unread: 'not-original', credentials: null, notes: [] });
    expect(frames).toMatchObject({
      headline: 'likely-ai',
      isAi: null,
      frames: [
        { at: 0.5, isAi: true, likelihood: 0.9 },
        { at: 2, isAi: true, likelihood: null },
      ],
      fileSays: null,
    });
  });

  it('is so without results, and where every result was removed meanwhile', async () => {
    expect(valid(await file('json', [])).results).toEqual([]);
    const gone = await file('json', ALL, { read: async (ids) => ids.map(() => undefined) });
    expect(valid(gone).results).toEqual([]);
  });

  it('is written in pieces, and one file all the same', async () => {
    const many = Array.from({ length: 1_201 }, (_, at) => aCheck(`${at}`, at));
    const pieces: number[] = [];
    const read = async (ids: readonly string[]) => {
      pieces.push(ids.length);
      return ids.map((id) => many[Number(id)]);
    };
    expect(valid(await file('json', many, { read })).results).toHaveLength(1_201);
    expect(pieces).toEqual([500, 500, 201]);
  });
});
