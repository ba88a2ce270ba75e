import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import { type ExportFormat, type ExportOrder, exportResults } from '../../../../src/pages/results/export-results.ts';
import { aCheck } from '../../../a-check.ts';
import { SOME_FILE_METADATA } from '../../../some-file-metadata.ts';

const RULES = {
  band: { low: 0.4, high: 0.6 },
  isWhole: false,
  sentenceOf: () => 'The picture has gone.',
  exportedAt: Date.UTC(2026, 10, 25),
  extensionVersion: '1.2.3',
  filter: { text: ' cat ', outcome: 'likely-ai' },
} as const;

/** The text of a file of these checks. */
async function file(format: ExportFormat, checks: readonly CheckRecord[], told: Partial<ExportOrder> = {}) {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const read = async (ids: readonly string[]) => ids.map((id) => byId.get(id));
  let text = '';
  for await (const piece of exportResults({ ...RULES, format, ids: [...byId.keys()], read, ...told }))
    text += piece.text;
  return text;
}

/** As a program reads it that was not written here. */
function csvRows(text: string): Record<string, string>[] {
  return parse(text, { columns: true, bom: true, record_delimiter: '\r\n' });
}

async function cells(check: CheckRecord, told: Partial<ExportOrder> = {}): Promise<Record<string, string>> {
  const [row] = csvRows(await file('csv', [check], told));
  return row ?? {};
}

const validate = addFormats
  .default(new Ajv2020({ strict: true, allowUnionTypes: true }))
  .compile(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../docs/export-schema.json'), 'utf8')));

/** Throws unless it is as docs/export-schema.json says. */
function valid(text: string): { results: Record<string, unknown>[]; [name: string]: unknown } {
  const document = JSON.parse(text);
  validate(document);
  expect(validate.errors).toBeNull();
  return document;
}

const JUDGED = aCheck('judged', Date.UTC(2026, 0, 2), {
  verdict: { isAi: true, likelihood: 0.9, confidence: 0.9, serviceSeconds: 0.42 },
  read: { sha256: 'ab'.repeat(32), sizeBytes: 1_234 },
});
const CLIP = aCheck('clip', Date.UTC(2026, 0, 1), {
  media: { kind: 'video', frameUrl: 'https://player.example/v' },
  verdict: { isAi: false, likelihood: 0.5 },
  answeredAt: Date.UTC(2025, 11, 31),
  read: { method: 'clip', range: { fromSeconds: 1, toSeconds: 7 }, convertedFrom: 'WebM' },
});
const FAILED = aCheck('failed', 0);
const OF_A_FILE: CheckRecord = {
  ...aCheck('file', 5),
  media: { kind: 'image', fileName: 'Zürich "1", neu\r\n.png', isPrivate: false },
};
const ALL = [JUDGED, CLIP, FAILED, OF_A_FILE];
const WITH_METADATA = aCheck('withMetadata', 4, { verdict: { isAi: true }, fileMetadata: SOME_FILE_METADATA });
const UNJUDGED = aCheck('unjudged', 3, {
  unjudged: { code: 'not-signed-in' },
  read: {},
  fileMetadata: { credentials: { state: 'remote', host: 'credentials.example' }, notes: [], facts: {} },
});
const UNREAD = aCheck('unread', 2, { verdict: { isAi: true }, fileMetadata: { unread: 'not-original' } });
const FRAMES = aCheck('frames', 1, {
  media: { kind: 'video' },
  read: { method: 'frames', type: 'video/mp4', frameSeconds: [0.5, 2] },
  frames: [
    { isAi: true, likelihood: 0.9, atSeconds: 0.5 },
    { isAi: true, atSeconds: 2 },
  ],
});
const PART = aCheck('part', 7, {
  verdict: { isAi: true },
  part: { parentId: 'whole', sha256: 'ab', share: { left: 0.1, top: 0.1, width: 0.5, height: 0.5 } },
  read: { part: { x: 40, y: 16, width: 320, height: 200 } },
});
const MORE = [WITH_METADATA, UNJUDGED, UNREAD, FRAMES];
const FIRM = aCheck('firm', 6, {
  verdict: { isAi: true, likelihood: 0.9 },
  firmness: [
    { version: 'original', isAi: true, likelihood: 0.9 },
    { version: 'left-third', isAi: false },
  ],
});

const IN_PARTS = aCheck('in-parts', 7, {
  media: { kind: 'video' },
  verdict: { isAi: true, likelihood: 0.9 },
  timeline: {
    sentCount: 3,
    parts: [
      { fromSeconds: 0, toSeconds: 4, isAi: true, likelihood: 0.9 },
      { fromSeconds: 12.5, toSeconds: 16.5, isAi: false },
    ],
  },
});

describe('the CSV file', () => {
  it('is read back by a parser, each value in its column', async () => {
    const rows = csvRows(await file('csv', ALL));
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({
      id: 'judged',
      headline: 'likely-ai',
      likelihood: '0.9',
      isAi: 'true',
      serviceSeconds: '0.42',
      page: 'https://news.example/story',
      media: 'https://cdn.example/judged.jpg',
      sizeBytes: '1234',
      startedAt: '2026-01-02T00:00:00.000Z',
      failure: '',
    });
    expect(rows[1]).toMatchObject({ headline: 'inconclusive', rangeFrom: '1', rangeTo: '7', rangeDuration: '' });
    expect(rows[2]).toMatchObject({ headline: '', failure: 'media-gone', failureSentence: 'The picture has gone.' });
    expect(rows[3]).toMatchObject({ fileName: 'Zürich "1", neu\r\n.png', media: '', page: '' });
  });

  it('has what the verdict means in one column, of each its own', async () => {
    const explain = async (ids: readonly string[]) =>
      ids.map((id) => (id === 'failed' ? [] : [`=${id}`, 'A judgement.']));
    const rows = csvRows(await file('csv', ALL, { explain }));
    expect(rows.map(({ meaning }) => meaning)).toEqual([
      "'=judged A judgement.",
      "'=clip A judgement.",
      '',
      "'=file A judgement.",
    ]);
    const { results } = valid(await file('json', ALL, { explain }));
    expect(results.map(({ meaning }) => meaning)).toEqual([
      ['=judged', 'A judgement.'],
      ['=clip', 'A judgement.'],
      null,
      ['=file', 'A judgement.'],
    ]);
    const unexplained = valid(await file('json', ALL));
    expect(unexplained.results.map(({ meaning }) => meaning)).toEqual([null, null, null, null]);
  });

  it('has the verdicts on the versions of an image in one column', async () => {
    expect(await cells(FIRM)).toMatchObject({ firmness: 'original: 0.9; left-third: not AI' });
    expect(await cells(JUDGED)).toMatchObject({ firmness: '' });
  });

  it('has the verdicts on the parts of a video in one column', async () => {
    expect(await cells(IN_PARTS)).toMatchObject({ timeline: '0–4 s: 0.9; 12.5–16.5 s: not AI' });
    expect(await cells(JUDGED)).toMatchObject({ timeline: '' });
  });

  it('has where a part lies in columns', async () => {
    expect(await cells(PART)).toMatchObject({
      partOf: 'whole',
      partX: '40',
      partY: '16',
      partWidth: '320',
      partHeight: '200',
    });
    expect(await cells(JUDGED)).toMatchObject({ partOf: '', partX: '' });
  });

  it('has what the file says in columns, and lists in one', async () => {
    const [withMetadata, unjudged, unread, frames] = csvRows(await file('csv', MORE));
    expect(withMetadata).toMatchObject({
      credentials: 'broken',
      credentialsSay: 'ai',
      credentialsSigner: 'Example Camera',
      credentialsSignedAt: '2026-01-01T00:00:00.000Z',
      credentialsTimeProven: 'true',
      credentialsTool: 'Example Editor 2',
      credentialsActions: 'c2pa.created; c2pa.color_adjustments',
      credentialsIngredients: 'sky.jpg (checked); (none)',
      credentialsIngredientsSay: 'capture',
      credentialsSources: 'trainedAlgorithmicMedia',
      credentialsProblems: 'content; expired',
      notes: 'source: compositeSynthetic; generator: Stable Diffusion; ai-system: Example AI; aigc-label: 2',
      software: 'Editor',
      takenAt: '2025:12:31 23:59:59',
    });
    expect(unjudged).toMatchObject({
      headline: '',
      failure: '',
      unjudged: 'not-signed-in',
      credentials: 'remote',
      credentialsHost: 'credentials.example',
      notes: '',
    });
    expect(unread).toMatchObject({ fileUnread: 'not-original', credentials: '' });
    expect(frames).toMatchObject({ headline: 'likely-ai', isAi: '', frames: '0.5 s: 0.9; 2 s: AI', credentials: '' });
  });

  it('is RFC 4180 to the byte, after a byte order mark', async () => {
    const text = await file('csv', [FAILED, OF_A_FILE]);
    expect(text.startsWith('\u{FEFF}"startedAt","headline",')).toBe(true);
    expect(text.endsWith('"file"\r\n')).toBe(true);
    expect(text).toContain(',"Zürich ""1"", neu\r\n.png",');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('is its head alone without results', async () => {
    const text = await file('csv', []);
    expect(csvRows(text)).toEqual([]);
    expect(text.split('\r\n')).toHaveLength(2);
  });

  it.each([
    '=1+1',
    '+1',
    '-1+cmd|calc',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    'a;=HYPERLINK("https://evil.example";"x")',
    'a;"=1+1',
    'a; "" @x',
    'a\t@x',
    'a\n-1',
    '＝1',
    '\0=1',
    '\u200b=1',
    'a;\u00ad\u2028=1',
    '\t\x07@x',
    '﹦1',
    '﹢1',
    '﹣1',
    '﹫x',
    '\u22121',
    '\u3164=1',
    '\ufe0f=1',
    '\u034f+1',
    'a;\u115f@x',
    '\u202e=1',
    '\u2066-1',
    '\ufeff=1',
    '"=1',
    'a\x0b=1',
    'a\f=1',
    'a\u0085=1',
    'a\u2028=1',
    'a\u2029 @x',
    '\ud800=1',
  ])('lets no spreadsheet take %j for a formula', async (fileName) => {
    const row = await cells({ ...FAILED, media: { kind: 'image', fileName, isPrivate: false } });
    for (const part of (row.fileName ?? '').split(/[;\t\r\n\v\f\x85\u2028\u2029]/))
      expect(part).not.toMatch(/^[\p{C}\p{DI}\s"]*[=+\-@＝＋－＠﹦﹢﹣﹫−]/u);
  });

  it('lets no spreadsheet take the words of a file for a formula', async () => {
    const fileMetadata = {
      ...SOME_FILE_METADATA,
      credentials: { ...SOME_FILE_METADATA.credentials, signer: '=1+1', tool: '+1' },
    };
    const row = await cells({ ...WITH_METADATA, fileMetadata });
    expect([row.credentialsSigner, row.credentialsTool]).toEqual(["'=1+1", "'+1"]);
  });

  it('brings back every file name but for the apostrophes', async () => {
    const names = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'=+-@";,\r\n\t\'a ') }));
    await fc.assert(
      fc.asyncProperty(names, async (fileName) => {
        const row = await cells({ ...FAILED, media: { kind: 'image', fileName, isPrivate: false } });
        expect(row.fileName?.replaceAll("'", '')).toBe(fileName.toWellFormed().replaceAll("'", ''));
        expect(row.id).toBe('failed');
      }),
    );
  });
});

describe('the JSON file', () => {
  it('is as docs/export-schema.json says', async () => {
    const document = valid(await file('json', ALL));
    expect(document).toMatchObject({
      version: 2,
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
  });

  it('is so with the verdicts on the parts of a video', async () => {
    const [inParts, judged] = valid(await file('json', [IN_PARTS, JUDGED])).results;
    expect(inParts?.timeline).toEqual([
      { from: 0, to: 4, isAi: true, likelihood: 0.9 },
      { from: 12.5, to: 16.5, isAi: false, likelihood: null },
    ]);
    expect(judged?.timeline).toBeNull();
  });

  it('is so of a part', async () => {
    const [part, judged] = valid(await file('json', [PART, JUDGED])).results;
    expect(part?.part).toEqual({ x: 40, y: 16, width: 320, height: 200, of: 'whole' });
    expect(judged?.part).toBeNull();
  });

  it('is so with metadata, without an account, and of frames', async () => {
    const [withMetadata, unjudged, unread, frames] = valid(await file('json', MORE)).results;
    const { signedAt, ingredients, ...credentials } = SOME_FILE_METADATA.credentials;
    expect(withMetadata?.fileSays).toEqual({
      unread: null,
      credentials: {
        ...credentials,
        signedAt: '2026-01-01T00:00:00.000Z',
        ingredients: [ingredients[0], { title: null, state: 'none' }],
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

describe.each(['csv', 'json'] as const)('addresses in %s', (format) => {
  const signed = 'https://me:secret@cdn.example/a.jpg?X-Amz-Signature=secret&id=3#secret';
  const check = aCheck('a', 1, { media: { url: signed, pageUrl: signed, frameUrl: signed } });

  it('leave out what may open a file to whoever holds it', async () => {
    const text = await file(format, [check]);
    expect(text).not.toContain('secret');
    expect(text.match(/https:\/\/cdn\.example\/a\.jpg\?…#…/g)).toHaveLength(3);
  });

  it('are whole at the user’s wish, but for names and passwords', async () => {
    const text = await file(format, [check], { isWhole: true });
    expect(text).toContain('https://cdn.example/a.jpg?X-Amz-Signature=secret&id=3#secret');
    expect(text).not.toContain('me:secret@');
  });

  it('never hold the media itself', async () => {
    const data = aCheck('a', 1, { media: { url: 'data:image/png;base64,iVBORw0KGgo' } });
    expect(await file(format, [data], { isWhole: true })).not.toContain('iVBOR');
  });
});

it('nothing is exported that has no field of its own', async () => {
  const canary = 'canary-7b1f0c52d94e';
  const fileMetadata = {
    ...SOME_FILE_METADATA,
    manifest: canary,
    credentials: { ...SOME_FILE_METADATA.credentials, apiKey: canary },
  };
  const check = { ...JUDGED, fileMetadata, apiKey: canary, media: { ...JUDGED.media, authorization: canary } };
  const failed = { ...FAILED, error: { code: 'input-refused', detail: `no: Bearer ${canary}` } as const };
  for (const format of ['csv', 'json'] as const) {
    expect(await file(format, [check, failed], { isWhole: true })).not.toContain(canary);
  }
});
