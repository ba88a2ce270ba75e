import type { CheckRecord, ReadReport } from '../../check/check-record.ts';
import { exportedAddress } from '../../check/exported-address.ts';
import { isLocalFile } from '../../check/media-reference.ts';
import { translate } from '../../i18n.ts';
import { formatText, methodText, rangeText, sourceText } from '../shared/check-words.ts';
import { exactMomentText, numberText, secondsText, sizeText } from '../shared/numbers.ts';

/** A name and what it is, in the user's words. */
export type Fact = readonly [name: string, value: string];

/** All that is known of a result, in the order in which it came about. */
export interface ResultFacts {
  /** What was checked, and where it was. */
  readonly media: readonly Fact[];
  /** The bytes that were sent, and how they were had. Empty where none were read. */
  readonly bytes: readonly Fact[];
  /** The service's answer, as it gave it. Empty where there is none. */
  readonly answer: readonly Fact[];
}

/** Puts all that is known of a result into words. `isWhole`: addresses with all they have (exported-address.ts). */
export function resultFacts(check: CheckRecord, isWhole: boolean): ResultFacts {
  return { media: mediaFacts(check, isWhole), bytes: bytesFacts(check.read), answer: answerFacts(check) };
}

function mediaFacts({ media, startedAt, endedAt }: CheckRecord, isWhole: boolean): readonly Fact[] {
  const address = (url: string) => exportedAddress(url, isWhole);
  const where: readonly Fact[] = isLocalFile(media)
    ? [[translate('detailFileName'), media.fileName]]
    : [
        [translate('columnPage'), address(media.pageUrl)],
        ...(media.frameUrl === undefined ? [] : [[translate('detailFrame'), address(media.frameUrl)] as const]),
        ...(media.url === undefined ? [] : [[translate('columnMedia'), address(media.url) + cutMark(media)] as const]),
      ];
  return [
    [translate('detailKind'), translate(media.kind === 'video' ? 'kindVideo' : 'kindImage')],
    ...where,
    [translate('detailStarted'), exactMomentText(startedAt)],
    ...(endedAt === undefined ? [] : [[translate('detailEnded'), exactMomentText(endedAt)] as const]),
  ];
}

function cutMark({ isUrlCut }: { readonly isUrlCut?: boolean }): string {
  return isUrlCut ? ` ${translate('addressCut')}` : '';
}

function bytesFacts(read: ReadReport | undefined): readonly Fact[] {
  if (!read) return [];
  const { method, type, sizeBytes, sha256, convertedFrom, isFirstFrame, isPartial, range } = read;
  const converted = isFirstFrame ? 'convertedFirstFrame' : 'convertedFrom';
  const notes = [
    ...(convertedFrom === undefined ? [] : [translate(converted, convertedFrom)]),
    ...(isPartial ? [translate('fromScreenPartNote')] : []),
    ...(range ? [rangeText(range)] : []),
  ];
  return [
    [translate('detailMethod'), methodText(method)],
    ...notes.map((note): Fact => [translate('detailNote'), note]),
    [translate('detailType'), `${formatText(type)} (${type})`],
    [translate('detailSize'), translate('sizeInBytes', sizeText(sizeBytes), numberText(sizeBytes))],
    [translate('detailSha256'), sha256],
  ];
}

function answerFacts({ verdict, sentTo, answeredAt, endedAt }: CheckRecord): readonly Fact[] {
  if (!verdict) return [];
  const { isAi, confidence, likelihood, serviceSeconds } = verdict;
  return [
    // The service's own names and numbers, as they came: no language changes them.
    ['isAI', String(isAi)],
    ...(confidence === undefined ? [] : [['confidence', String(confidence)] as const]),
    ...(likelihood === undefined ? [] : [[translate('detailLikelihood'), String(likelihood)] as const]),
    ...(serviceSeconds === undefined ? [] : [[translate('detailServiceTime'), secondsText(serviceSeconds)] as const]),
    ...(answeredAt === undefined && endedAt === undefined
      ? []
      : [[translate('detailAnswered'), exactMomentText(answeredAt ?? endedAt ?? 0)] as const]),
    ...(sentTo === undefined ? [] : [[translate('detailService'), sentTo] as const]),
    [translate('detailSource'), sourceText(answeredAt)],
  ];
}
