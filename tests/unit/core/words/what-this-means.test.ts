import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import type { ImageTraits, ReadReport } from '../../../../src/core/check/read-report.ts';
import type { FileMetadata } from '../../../../src/core/media/file-metadata.ts';
import { whatThisMeans } from '../../../../src/core/words/what-this-means.ts';
import { speakEnglish } from '../../english.ts';

beforeAll(speakEnglish);

type Facts = Pick<CheckRecord, 'read' | 'fileMetadata'>;

const read = (change: Partial<ReadReport>): Facts => ({
  read: { method: 'page', type: 'image/jpeg', sizeBytes: 322_980, sha256: 'ab12', ...change },
});
const traits = (measured: ImageTraits) => read({ traits: measured });
const says = (change: object): Facts => {
  const fileMetadata: FileMetadata = { credentials: { state: 'none' }, notes: [], facts: {}, ...change };
  return { fileMetadata };
};

const JUDGEMENT = 'A likelihood is a judgement, not a proof.';
const NOT_FOUND = 'Finding no signs of AI is weaker evidence than finding them.';
const FLAT = 'This looks like a drawing or a screenshot; detectors are made for photographs.';
const SHAPE = 'Only the centre of this shape may have been looked at.';
const SCREEN = 'Judged from a screenshot, which loses detail.';

/** What is said, and what is measured on the side of the border where it is, and on the other. */
const RULES: readonly (readonly [sentence: string, is: Facts, isNot: Facts])[] = [
  [SCREEN, read({ method: 'screen' }), read({ method: 'direct' })],
  [
    'Judged from the pixels in the page, not from the original file.',
    read({ method: 'pixels' }),
    read({ method: 'direct-with-cookies' }),
  ],
  [
    'Only the part from 0:42 to 1:03 was judged.',
    read({ method: 'clip', range: { fromSeconds: 42, toSeconds: 63.4 } }),
    read({ type: 'video/mp4' }),
  ],
  ['Only some frames of this video were judged.', read({ method: 'frames', frameSeconds: [0, 2] }), read({})],
  [
    'This image has been recompressed strongly (JPEG quality about 49), which weakens any verdict.',
    traits({ jpegQuality: 49 }),
    traits({ jpegQuality: 50 }),
  ],
  [
    'This image has been recompressed strongly (WebP quality about 45), which weakens any verdict.',
    traits({ webpQuality: 45 }),
    traits({ webpQuality: 50 }),
  ],
  [
    'This image has few pixels (1,000 × 223), which weakens any verdict.',
    traits({ width: 1_000, height: 223 }),
    traits({ width: 1_000, height: 224 }),
  ],
  [FLAT, traits({ isFlat: true }), traits({ isFlat: false })],
  [SHAPE, traits({ width: 601, height: 300 }), traits({ width: 600, height: 300 })],
  [SHAPE, traits({ width: 300, height: 601 }), traits({ width: 300, height: 600 })],
  ['Only frame 1 of this animation was judged.', read({ frameNumber: 1 }), read({ convertedFrom: 'BMP' })],
  [
    'The file says nothing about its origin. Many websites remove such information, so this doesn’t mean anything either way.',
    says({}),
    says({ facts: { software: 'GIMP' } }),
  ],
];

describe('what a verdict means', () => {
  it.each(RULES)('"%s"', (sentence, is, isNot) => {
    expect(whatThisMeans(is, 'likely-ai')).toContain(sentence);
    expect(whatThisMeans(isNot, 'likely-ai')).not.toContain(sentence);
  });

  it.each([
    ['signed', says({ credentials: { state: 'unlisted' } })],
    ['noted', says({ notes: [{ kind: 'generator', name: 'x' }] })],
    ['not read', { fileMetadata: { unread: 'format' } as const }],
    ['not looked at', {}],
  ])('nothing is said of a file that is %s', (_name, facts) => {
    expect(whatThisMeans(facts, 'likely-ai')).toEqual([JUDGEMENT]);
  });

  it('is that it is a judgement, where nothing was measured', () => {
    expect(whatThisMeans({}, 'likely-ai')).toEqual([JUDGEMENT]);
    expect(whatThisMeans({}, 'inconclusive')).toEqual([JUDGEMENT]);
    expect(whatThisMeans(traits({}), 'likely-not-ai')).toEqual([NOT_FOUND, JUDGEMENT]);
  });

  it('is nothing without a verdict', () => {
    expect(whatThisMeans(read({ method: 'screen' }), undefined)).toEqual([]);
  });

  it('is four sentences at most, the strongest first', () => {
    const facts = { ...says({}), ...read({ method: 'screen', traits: { width: 900, height: 300, isFlat: true } }) };
    expect(whatThisMeans(facts, 'likely-ai')).toEqual([SCREEN, FLAT, SHAPE, JUDGEMENT]);
    expect(whatThisMeans(facts, 'likely-not-ai')).toEqual([SCREEN, FLAT, NOT_FOUND, JUDGEMENT]);
  });
});
