import type { CheckRecord } from '../../core/check/check-record.ts';
import type { Headline } from '../../core/check/headline.ts';
import type { ImageTraits, ReadReport } from '../../core/check/read-report.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { FileMetadata } from '../../core/media/file-metadata.ts';
import type { MeaningView } from '../../core/protocol/panel-view.ts';
import { numberText } from '../../core/words/numbers.ts';
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

/** A sentence, and what is put into it; undefined where it does not apply, or was not measured. */
type Rule = readonly [sentence: MessageKey, applies: (facts: Facts) => readonly string[] | undefined];

const when = (applies: boolean | undefined) => (applies ? [] : undefined);

/** What weakens a verdict, the strongest first: a measured fact each. */
const RULES: readonly Rule[] = [
  ['meaningScreen', ({ read }) => when(read?.method === 'screen')],
  ['meaningPixels', ({ read }) => when(read?.method === 'pixels')],
  ['meaningRange', ({ read }) => read?.range && [read.range.fromSeconds, read.range.toSeconds].map(playTimeText)],
  ['meaningFrames', ({ read }) => when(read?.frameSeconds && !read.range)],
  ['meaningRecompressed', ({ read }) => read?.traits && badlyCoded(read.traits)],
  ['meaningFewPixels', ({ read }) => read?.traits && fewPixels(read.traits)],
  ['meaningFlat', ({ read }) => when(read?.traits?.isFlat)],
  ['meaningShape', ({ read }) => when(read?.traits && isLengthened(read.traits))],
  ['meaningOneFrame', ({ read }) => frameOfAnimation(read)],
  ['meaningSilentFile', ({ fileMetadata }) => when(fileMetadata && saysNothing(fileMetadata))],
];

function badlyCoded({ jpegQuality, webpQuality }: ImageTraits): readonly string[] | undefined {
  const [format, quality] =
    jpegQuality === undefined ? (['WebP', webpQuality] as const) : (['JPEG', jpegQuality] as const);
  return quality !== undefined && quality < LEAST_QUALITY ? [format, numberText(quality)] : undefined;
}

function fewPixels({ width, height }: ImageTraits): readonly string[] | undefined {
  if (width === undefined || height === undefined) return undefined;
  return Math.min(width, height) < LEAST_SIDE ? [numberText(width), numberText(height)] : undefined;
}

function isLengthened({ width, height }: ImageTraits): boolean {
  if (width === undefined || height === undefined) return false;
  return Math.max(width, height) > Math.min(width, height) * MOST_LENGTHENED;
}

function frameOfAnimation(read: ReadReport | undefined): readonly string[] | undefined {
  return read?.frameNumber === undefined ? undefined : [numberText(read.frameNumber)];
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

/** The same as a section of a view. */
export function meaningView(facts: Facts, headline: Headline | undefined): { readonly meaning?: MeaningView } {
  const lines = whatThisMeans(facts, headline).map((words) => ({ words }));
  if (lines.length === 0) return {};
  const buttons = [{ words: translate('howFarToTrust'), action: 'open-trust' }] as const;
  return { meaning: { title: translate('meaningTitle'), lines, facts: [], buttons } };
}
