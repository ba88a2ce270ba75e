import { beforeAll, describe, expect, it } from 'vitest';
import { fileMetadataView, fileWarnings } from '../../../../src/background/words/file-metadata-view.ts';
import type { Headline } from '../../../../src/core/check/headline.ts';
import type { Credentials, FileMetadata, UnsignedNote } from '../../../../src/core/media/file-metadata.ts';
import { speakEnglish } from '../../english.ts';

beforeAll(speakEnglish);

const NONE: Credentials = { state: 'none' };
const SIGNED = { signer: 'Example Camera', tool: 'Test Studio 1.2' };

const says = (credentials: Credentials, notes: readonly UnsignedNote[] = []) =>
  fileMetadataView({ credentials, notes, facts: {} }).lines.map(({ words }) => words);

describe('what the file says, in words', () => {
  it.each([
    [{ unread: 'not-original' }, 'Couldn’t be read. The extension has only a screenshot or pixels, not the file.'],
    [{ unread: 'stream' }, 'Can’t be read from a stream, which has no file.'],
    [{ unread: 'format' }, 'Couldn’t be read. This extension doesn’t read metadata in this format.'],
    [{ unread: 'fault' }, 'Couldn’t be read this time.'],
  ] as const)('of %j', (fileMetadata: FileMetadata, words) => {
    expect(fileMetadataView(fileMetadata)).toEqual({
      title: 'What the file says',
      lines: [{ words }],
      facts: [],
    });
  });

  it.each([
    [NONE, ['No Content Credentials. This doesn’t mean anything either way.']],
    [
      { state: 'valid', says: 'ai', ...SIGNED },
      ['Content Credentials · Valid, and the signer is known (Example Camera).', 'They say it was made by AI.'],
    ],
    [
      { state: 'unlisted', says: 'capture', ...SIGNED },
      [
        'Content Credentials · Valid, but the signer (Example Camera) isn’t on the trust list. Anyone can sign under any name.',
        'They say it was taken with a camera.',
      ],
    ],
    [
      { state: 'valid', ingredientsSay: 'part-ai', ...SIGNED },
      [
        'Content Credentials · Valid, and the signer is known (Example Camera).',
        'They don’t say whether AI was used.',
        'They say AI was used in something it was made from.',
      ],
    ],
    [
      {
        state: 'valid',
        identities: [
          { name: 'Jane', by: 'Social', state: 'unchecked' },
          { name: 'Jane Doe', state: 'unlisted' },
          { state: 'broken' },
          { name: 'J', state: 'known' },
        ],
        ...SIGNED,
      },
      [
        'Content Credentials · Valid, and the signer is known (Example Camera).',
        'They don’t say whether AI was used.',
        'Named person or organisation: Jane · Social · Not checked: this extension asks nobody online about it.',
        'Named person or organisation: Jane Doe · Signed, but nobody known vouches for it.',
        'Named person or organisation: no name · Invalid: what vouches for it doesn’t match.',
        'Named person or organisation: J · A known authority vouches for it.',
      ],
    ],
    [
      { state: 'broken', says: 'ai', problems: ['content', 'other'], ...SIGNED },
      [
        'Content Credentials · Invalid: the file was changed after it was signed.',
        'The content doesn’t match what was signed.',
        'Something in them doesn’t match or can’t be read.',
        'You can’t rely on what they say.',
      ],
    ],
    [
      { state: 'remote', host: 'manifests.example' },
      ['Content Credentials are stored online at manifests.example and weren’t fetched.'],
    ],
  ] as const)('of credentials %j', (credentials: Credentials, expected) => {
    expect(says(credentials)).toEqual(expected);
  });

  it.each([
    [{ kind: 'source', term: 'trainedAlgorithmicMedia', says: 'ai' }, 'A note in the file says: made by AI.'],
    [{ kind: 'generator', name: 'ComfyUI' }, 'The file contains traces of an AI generator: ComfyUI.'],
    [{ kind: 'ai-system', name: 'Model 3' }, 'A note in the file names an AI system: Model 3.'],
    [{ kind: 'aigc-label', level: '2' }, 'The file carries China’s label for possibly AI-generated content.'],
  ] as const)('of a note %j, which anyone can write', (note: UnsignedNote, words) => {
    expect(says(NONE, [note])).toEqual([
      'No Content Credentials. This doesn’t mean anything either way.',
      words,
      'These notes aren’t signed. Anyone can add or remove them.',
    ]);
  });
});

describe('where the file and the verdict disagree, one sentence says what that can mean', () => {
  const NOTE: UnsignedNote = { kind: 'generator', name: 'ComfyUI' };
  const cases: readonly (readonly [Credentials, readonly UnsignedNote[], Headline | undefined, RegExp | undefined])[] =
    [
      [NONE, [NOTE], 'likely-not-ai', /^The file and BitMind disagree/],
      [{ state: 'valid', says: 'ai' }, [], 'likely-not-ai', /^The file and BitMind disagree/],
      [{ state: 'unlisted', says: 'part-ai' }, [], 'likely-not-ai', /^The file and BitMind disagree/],
      [{ state: 'valid', says: 'capture' }, [], 'likely-ai', /^The signer and BitMind disagree/],
      [{ state: 'broken', says: 'ai' }, [], 'likely-not-ai', undefined],
      [{ state: 'unlisted', says: 'capture' }, [], 'likely-ai', undefined],
      [NONE, [{ kind: 'source', term: 'digitalCapture', says: 'capture' }], 'likely-ai', undefined],
      [NONE, [{ kind: 'source', term: 'digitalCapture', says: 'capture' }], 'likely-not-ai', undefined],
      [NONE, [NOTE], 'likely-ai', undefined],
      [NONE, [NOTE], 'inconclusive', undefined],
      [NONE, [NOTE], undefined, undefined],
      [NONE, [], 'likely-ai', undefined],
    ];
  it.each(cases)('%j, %j, BitMind: %s', (credentials, notes, verdict, expected) => {
    const warnings = fileWarnings({ credentials, notes, facts: {} }, verdict).map(({ words }) => words);
    expect(warnings.filter((words) => words.includes('disagree'))).toEqual(
      expected ? [expect.stringMatching(expected)] : [],
    );
  });
});

it.each<[FileMetadata, true | undefined]>([
  [{ unread: 'stream' }, undefined],
  [{ credentials: NONE, notes: [], facts: { make: 'Maker' } }, undefined],
  [{ credentials: NONE, notes: [{ kind: 'source', term: 'digitalCapture' }], facts: {} }, undefined],
  [{ credentials: NONE, notes: [{ kind: 'generator', name: 'ComfyUI' }], facts: {} }, true],
  [{ credentials: { state: 'remote', host: 'a.example' }, notes: [], facts: {} }, true],
  [{ credentials: { state: 'broken' }, notes: [], facts: {} }, true],
])(
  'opens by itself where the file says something, and closes nothing the user has opened: %j, %s',
  (fileMetadata, isOpen) => {
    expect(fileMetadataView(fileMetadata).isOpen).toBe(isOpen);
  },
);

it('warns of credentials that are not valid, and of nothing where nobody could read them', () => {
  const warned = (fileMetadata?: FileMetadata) => fileWarnings(fileMetadata, 'likely-ai').map(({ words }) => words);
  expect(warned({ credentials: { state: 'broken' }, notes: [], facts: {} })).toEqual([
    'Content Credentials · Invalid: the file was changed after it was signed.',
  ]);
  expect(warned({ unread: 'fault' })).toEqual([]);
  expect(warned(undefined)).toEqual([]);
});

it('lists who, when, with what, what was done to what, and the facts', () => {
  const picture = new Blob(['a']);
  const credentials: Credentials = {
    state: 'valid',
    ...SIGNED,
    signedAt: Date.UTC(2026, 4, 4, 12),
    isTimeProven: true,
    picture: 1,
    actions: ['c2pa.opened', 'c2pa.color_adjustments', 'com.example.sparkle'],
    hasAllSteps: false,
    redacted: ['c2pa.metadata'],
    ingredients: [
      {
        title: 'sky.jpg',
        state: 'checked',
        relation: 'parent',
        signer: 'Camera',
        actions: ['c2pa.created'],
        sources: ['digitalCapture'],
        picture: 0,
      },
      { title: 'sea.jpg', state: 'broken', relation: 'input' },
      { state: 'none' },
    ],
    earlier: [{ title: 'raw.dng', state: 'checked' }],
    sources: ['compositeWithTrainedAlgorithmicMedia'],
    says: 'part-ai',
  };
  const facts = {
    software: 'Edit 3',
    creatorTool: 'Edit 3',
    make: 'Example',
    model: 'EXAMPLE One',
    takenAt: '2026:05:04',
  };
  const view = fileMetadataView({ credentials, notes: [], facts }, [undefined, picture]);
  expect(Object.fromEntries(view.facts)).toEqual({
    'Trust list date': 'August 5, 2026',
    Software: 'Edit 3',
    Camera: 'EXAMPLE One',
    Taken: '2026:05:04',
  });
  expect(view.claims?.title).toBeUndefined();
  expect(Object.fromEntries(view.claims?.facts ?? [])).toEqual({
    'Signed by': 'Example Camera',
    'Signed (time-stamped)': expect.stringContaining('May 4, 2026'),
    'Made with': 'Test Studio 1.2',
    Source: 'Composite with parts made by AI',
  });
  expect(view.claims?.lines.map(({ words }) => words)).toEqual([
    'Removed from earlier credentials: c2pa.metadata.',
    'They say that not all steps are recorded.',
  ]);
  expect(view.claims?.chain).toEqual([
    {
      words: 'This file',
      lines: ['Opened from an existing file, Colour or tone adjusted, com.example.sparkle'],
      picture,
    },
    { words: 'Edited from: sky.jpg', lines: ['Signed by Camera', 'Created', 'Taken with a digital camera'] },
    { words: 'Made with: sea.jpg', lines: ['Its Content Credentials are invalid.'] },
    {
      words: 'Contains: untitled',
      lines: ['No Content Credentials of its own, so what was done before isn’t recorded.'],
    },
    { words: 'Before that: raw.dng', lines: [] },
  ]);
});

it('what broken credentials say is behind a choice', () => {
  const { claims } = fileMetadataView({ credentials: { state: 'broken', ...SIGNED }, notes: [], facts: {} });
  expect(claims).toMatchObject({
    title: 'Show what they claim',
    chain: [],
    facts: [['Signed by', 'Example Camera'], expect.anything()],
  });
});

it.each([
  [true, []],
  [false, ['They say that not all steps are recorded.']],
  [undefined, ['They don’t say whether all steps are recorded.']],
])('that steps may be missing is said: with %s, %j', (hasAllSteps, words) => {
  const credentials = {
    state: 'valid',
    actions: ['c2pa.created'],
    ...(hasAllSteps !== undefined && { hasAllSteps }),
  } as const;
  const { claims } = fileMetadataView({ credentials, notes: [], facts: {} });
  expect(claims?.lines.map((line) => line.words)).toEqual(words);
});
