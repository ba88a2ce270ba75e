import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import type { ReadReport } from '../../core/check/read-report.ts';
import type { ShownFrames, ShownVerdict } from '../../core/check/shown-verdict.ts';
import { language, translate } from '../../core/i18n.ts';
import type { FileMetadataView } from '../../core/protocol/panel-view.ts';
import type { Verdict } from '../../core/service/verdict.ts';
import {
  conversionText,
  formatText,
  imageConversionText,
  methodText,
  rangeText,
  sourceText,
} from '../../core/words/check-words.ts';
import { fileMetadataView } from '../../core/words/file-metadata-view.ts';
import { framesDetail } from '../../core/words/frames-words.ts';
import { numberText, secondsText, sizeText } from '../../core/words/numbers.ts';
import { exportedAddress } from './exported-address.ts';

/** A name and what it is, in the user's words. */
export type Fact = readonly [name: string, value: string];

/** All that is known of a result, in the order in which it came about. */
export interface ResultFacts {
  /** What was checked, and where it was. */
  readonly media: readonly Fact[];
  /** The bytes that were sent, or read where there is no account, and how they were had. Empty where none were read. */
  readonly bytes: readonly Fact[];
  /** The service's answer, as it gave it. Empty where there is none. */
  readonly answer: readonly Fact[];
  /** Left out where nobody looked at it. */
  readonly fileSays?: FileMetadataView;
}

/**
 * Puts all that is known of a result into words; `verdict` is that of the same check. `isWhole`: addresses with all they have
 * (exported-address.ts).
 */
export function resultFacts(check: CheckRecord, verdict: ShownVerdict | undefined, isWhole: boolean): ResultFacts {
  const { fileMetadata } = check;
  return {
    media: mediaFacts(check, isWhole),
    bytes: bytesFacts(check.read),
    answer: answerFacts(check, verdict?.frames),
    ...(fileMetadata && { fileSays: fileMetadataView(fileMetadata) }),
  };
}

function mediaFacts({ media, startedAt, endedAt }: CheckRecord, isWhole: boolean): readonly Fact[] {
  const address = (url: string) => exportedAddress(url, isWhole);
  const where: readonly Fact[] = isLocalFile(media)
    ? [[translate('detailFileName'), media.fileName]]
    : [
        [translate('columnPage'), address(media.pageUrl)],
        ...(media.frameUrl === undefined ? [] : [[translate('detailFrame'), address(media.frameUrl)] as const]),
        ...(media.url === undefined ? [] : [[translate('columnMedia'), address(media.url) + cutSign(media)] as const]),
      ];
  return [
    [translate('detailKind'), translate(media.kind === 'video' ? 'kindVideo' : 'kindImage')],
    ...where,
    [translate('detailStarted'), exactMomentText(startedAt)],
    ...(endedAt === undefined ? [] : [[translate('detailEnded'), exactMomentText(endedAt)] as const]),
  ];
}

function cutSign({ isUrlCut }: { readonly isUrlCut?: boolean }): string {
  return isUrlCut ? ` ${translate('addressCut')}` : '';
}

function bytesFacts(read: ReadReport | undefined): readonly Fact[] {
  if (!read) return [];
  const { method, type, sizeBytes, sha256, isPartial, range } = read;
  const notes = [
    ...conversionNotes(read),
    ...(isPartial ? [translate('fromScreenPartNote')] : []),
    ...(range ? [rangeText(range)] : []),
  ];
  return [
    [translate('detailMethod'), methodText(method)],
    ...notes.map((note): Fact => [translate('detailNote'), note]),
    [translate('detailType'), `${formatText(read)} (${type})`],
    [translate('detailSize'), translate('sizeInBytes', sizeText(sizeBytes), numberText(sizeBytes))],
    [translate('detailSha256'), sha256],
  ];
}

function conversionNotes(read: ReadReport): readonly string[] {
  const { type, convertedFrom, isReencoded } = read;
  if (convertedFrom === undefined || !type.startsWith('video/')) return imageConversionText(read);
  return [conversionText(convertedFrom, isReencoded)];
}

function answerFacts(check: CheckRecord, frames: ShownFrames | undefined): readonly Fact[] {
  const { verdict, sentTo, answeredAt, endedAt } = check;
  if (!verdict && !frames) return [];
  return [
    ...(verdict ? verdictFacts(verdict) : []),
    ...(frames ? [[translate('detailFrames'), framesDetail(frames)] as const] : []),
    ...(answeredAt === undefined && endedAt === undefined
      ? []
      : [[translate('detailAnswered'), exactMomentText(answeredAt ?? endedAt ?? 0)] as const]),
    ...(sentTo === undefined ? [] : [[translate('detailService'), sentTo] as const]),
    [translate('detailSource'), sourceText(answeredAt)],
  ];
}

/** The service's own names and numbers, as they came: no language changes them. */
function verdictFacts({ isAi, confidence, likelihood, serviceSeconds }: Verdict): readonly Fact[] {
  return [
    ['isAI', String(isAi)],
    ...(confidence === undefined ? [] : [['confidence', String(confidence)] as const]),
    ...(likelihood === undefined ? [] : [[translate('detailLikelihood'), String(likelihood)] as const]),
    ...(serviceSeconds === undefined ? [] : [[translate('detailServiceTime'), secondsText(serviceSeconds)] as const]),
  ];
}

/** A moment for people and for the record: with its time zone, and as ISO 8601. `epochMs` is in milliseconds. */
export function exactMomentText(epochMs: number): string {
  const local = new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'long' }).format(epochMs);
  return `${local} (${new Date(epochMs).toISOString()})`;
}
