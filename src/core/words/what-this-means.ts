import type { CheckRecord } from '../check/check-record.ts';
import type { Headline } from '../check/headline.ts';
import type { ImageTraits } from '../check/read-report.ts';
import { type MessageKey, translate } from '../i18n.ts';
import type { FileMetadata } from '../media/file-metadata.ts';
import { numberText } from './numbers.ts';
import { playTimeText } from './time-words.ts';

/** More sentences than these are not read. */
const MOST_SENTENCES = 4;

/** Below it the steps are coarser than in the example tables of ITU-T T.81 (K.1, K.2); WebP's scale is made after JPEG's. */
const LEAST_QUALITY = 50;

/** Pixels a side that detectors look at, at the least: gasbench's docs/Safetensors.md (2026) names 224 for images and for frames. */
const LEAST_SIDE = 224;

/** The long side to the short one: beyond it, a centred square (gasbench's docs and transforms, 2026) leaves out more than half. */
const MOST_LENGTHENED = 2;

/** What a rule looks at. */
type Facts = Pick<CheckRecord, 'read' | 'fileMetadata'>;

/** A sentence, and what is put into it; nothing where it does not apply, or was not measured. */
type Rule = readonly [sentence: MessageKey, applies: (facts: Facts) => readonly string[] | false | undefined];

/** What weakens a verdict, the strongest first: a measured fact each. */
const RULES: readonly Rule[] = [
  ['meaningScreen', ({ read }) => read?.method === 'screen' && []],
  ['meaningPixels', ({ read }) => read?.method === 'pixels' && []],
  ['meaningRange', ({ read }) => read?.range && [read.range.fromSeconds, read.range.toSeconds].map(playTimeText)],
  ['meaningFrames', ({ read }) => read?.frameSeconds && !read.range && []],
  ['meaningRecompressed', ({ read }) => badlyCoded('JPEG', read?.traits?.jpegQuality)],
  ['meaningRecompressed', ({ read }) => badlyCoded('WebP', read?.traits?.webpQuality)],
  ['meaningFewPixels', ({ read }) => fewPixels({ ...read?.traits })],
  ['meaningFlat', ({ read }) => read?.traits?.isFlat && []],
  ['meaningShape', ({ read }) => isLengthened({ ...read?.traits }) && []],
  ['meaningOneFrame', ({ read }) => read?.frameNumber !== undefined && [numberText(read.frameNumber)]],
  ['meaningSilentFile', ({ fileMetadata }) => fileMetadata && saysNothing(fileMetadata) && []],
];

function badlyCoded(format: string, quality = LEAST_QUALITY): readonly string[] | false {
  return quality < LEAST_QUALITY && [format, numberText(quality)];
}

function fewPixels({ width = LEAST_SIDE, height = LEAST_SIDE }: ImageTraits): readonly string[] | false {
  return Math.min(width, height) < LEAST_SIDE && [numberText(width), numberText(height)];
}

function isLengthened({ width = 1, height = 1 }: ImageTraits): boolean {
  return Math.max(width, height) > Math.min(width, height) * MOST_LENGTHENED;
}

function saysNothing(fileMetadata: FileMetadata): boolean {
  if ('unread' in fileMetadata) return false;
  const { credentials, notes, facts } = fileMetadata;
  return credentials.state === 'none' && notes.length === 0 && Object.keys(facts).length === 0;
}

/** What a verdict is worth, in a few sentences made for it; none where there is none. */
export function whatThisMeans(facts: Facts, headline: Headline | undefined): readonly string[] {
  if (!headline) return [];
  const always: readonly MessageKey[] = [
    ...(headline === 'likely-not-ai' ? (['meaningNotFound'] as const) : []),
    'meaningJudgement',
  ];
  const measured = RULES.flatMap(([sentence, applies]) => {
    const values = applies(facts);
    return values ? [translate(sentence, ...values)] : [];
  });
  return [...measured.slice(0, MOST_SENTENCES - always.length), ...always.map((sentence) => translate(sentence))];
}
