import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SOME_FILE_METADATA } from '../../../some-file-metadata.ts';
import { speakEnglish } from '../../english.ts';
import {
  ALL,
  cells,
  csvRows,
  FAILED,
  FIRM,
  file,
  IN_PARTS,
  JUDGED,
  MORE,
  OF_A_FILE,
  PART,
  valid,
  WITH_METADATA,
} from './exported-bed.ts';

beforeAll(speakEnglish);

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
    const judgement = 'A likelihood is a judgement, not a proof.';
    const part = 'Only the part from 0:01 to 0:07 was judged.';
    const rows = csvRows(await file('csv', ALL));
    expect(rows.map(({ meaning }) => meaning)).toEqual([judgement, `${part} ${judgement}`, '', '']);
    const { results } = valid(await file('json', ALL));
    expect(results.map(({ meaning }) => meaning)).toEqual([[judgement], [part, judgement], null, null]);
  });

  it('has the verdicts on the versions of an image in one column', async () => {
    expect(await cells(FIRM)).toMatchObject({
      firmness: 'original: 0.9; left-third: not AI',
      judgement: 'disagree',
    });
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
