import type { CheckRecord } from '../../core/check/check-record.ts';
import type { InconclusiveBand } from '../../core/check/headline.ts';
import type { ReadReport } from '../../core/check/read-report.ts';
import { type ShownFrames, type ShownVerdict, shownVerdict } from '../../core/check/shown-verdict.ts';
import { translate } from '../../core/i18n.ts';
import type { Fact, ResultView } from '../../core/protocol/result-view.ts';
import type { Verdict } from '../../core/service/verdict.ts';
import { awaitsClick, judgementText, methodText, outcomeText, toneOf } from '../../core/words/check-words.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { exactMomentText, numberText, secondsText, sizeText } from '../../core/words/numbers.ts';
import type { Policy } from '../store/policy.ts';
import { type Build, diagnosticsOf } from './diagnostics.ts';
import { fileBeingRead, fileMetadataView, fileWarnings } from './file-metadata-view.ts';
import { firmnessView } from './firmness-words.ts';
import { framesDetail, framesLines } from './frames-words.ts';
import { likelihoodView } from './likelihood-words.ts';
import { meaningView } from './meaning-view.ts';
import { isForElsewhere, publicAddress } from './public-address.ts';
import { conversionText, formatText, imageConversionText, partText, rangeText, sourceText } from './read-words.ts';
import { timelineDetail, timelineView } from './timeline-words.ts';

/** What the view of a result depends on. */
interface ResultRules {
  readonly band: InconclusiveBand;
  readonly build: Build;
  readonly policy?: Pick<Policy, 'lookElsewhere'>;
  /** The file of its image can be had once more. */
  readonly hasFile?: boolean;
  /** Those of its Content Credentials, by their numbers. */
  readonly pictures?: readonly (Blob | undefined)[];
  readonly canLookCloser?: boolean;
  /** The same of its video, which can be judged in so many parts. */
  readonly partsToJudge?: number | undefined;
  /** What the file says is still being read. */
  readonly isReadingFile?: boolean | undefined;
}

/** Puts what is known of a kept result into words. */
export function composeResultView(
  check: CheckRecord,
  {
    band,
    build,
    policy = {},
    hasFile = false,
    pictures,
    canLookCloser = false,
    partsToJudge,
    isReadingFile,
  }: ResultRules,
): ResultView {
  const verdict = shownVerdict(check, band);
  const likelihood = verdict && likelihoodView(verdict);
  const { fileMetadata } = check;
  const [firmness, timeline] = [firmnessView(check, band), timelineView(check, band)];
  return {
    headline: { words: outcomeText(check, verdict), tone: toneOf(check, verdict) },
    ...(likelihood && { likelihood, inconclusiveRange: band }),
    warnings: fileWarnings(fileMetadata, verdict?.headline),
    outcome: outcomeLines(check, verdict),
    ...meaningView(check, verdict?.headline, []),
    ...firmness,
    ...timeline,
    bytes: bytesFacts(check.read),
    answer: [
      ...answerFacts(check, verdict?.frames),
      ...firmnessFacts(firmness),
      ...timelineFacts(check, timeline, band),
    ],
    ...(fileMetadata && { fileSays: fileMetadataView(fileMetadata, pictures) }),
    ...(!fileMetadata && isReadingFile && { fileSays: fileBeingRead(check.media) }),
    ...(isForElsewhere(check.media) && {
      elsewhere: { address: publicAddress(check.media), hasFile, allowed: policy.lookElsewhere },
    }),
    diagnostics: diagnosticsOf(check, build),
    canLookCloser,
    ...(partsToJudge !== undefined && { partsToJudge }),
  };
}

function outcomeLines(check: CheckRecord, verdict: ShownVerdict | undefined): readonly string[] {
  const { error, unjudged, read } = check;
  if (verdict?.frames) return framesLines(verdict.frames, read?.method).map(({ words }) => words);
  if (verdict) {
    const likelihood = likelihoodView(verdict);
    return likelihood ? [likelihood.words] : [];
  }
  // The headline itself says that nobody is signed in.
  if (unjudged) return unjudged.code === 'not-signed-in' ? [] : [errorWords(unjudged).sentence];
  if (!error || awaitsClick(check)) return [];
  const { sentence, quote } = errorWords(error);
  return [sentence, ...(quote === undefined ? [] : [quote])];
}

function bytesFacts(read: ReadReport | undefined): readonly Fact[] {
  if (!read) return [];
  const { method, type, sizeBytes, sha256, isPartial, part, range } = read;
  const notes = [
    ...conversionNotes(read),
    ...(isPartial ? [translate('fromScreenPartNote')] : []),
    ...(part ? [partText(part)] : []),
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
  const { verdict, sentTo, answeredAt, endedAt, judgement } = check;
  if (!verdict && !frames) return [];
  return [
    ...(verdict ? verdictFacts(verdict) : []),
    ...(frames ? [[translate('detailFrames'), framesDetail(frames)] as const] : []),
    ...(answeredAt === undefined && endedAt === undefined
      ? []
      : [[translate('detailAnswered'), exactMomentText(answeredAt ?? endedAt ?? 0)] as const]),
    ...(sentTo === undefined ? [] : [[translate('detailService'), sentTo] as const]),
    [translate('detailSource'), sourceText(answeredAt)],
    ...(judgement ? [[translate('myJudgement'), judgementText(judgement)] as const] : []),
  ];
}

function firmnessFacts({ firmness }: Pick<ResultView, 'firmness'>): readonly Fact[] {
  if (!firmness) return [];
  const { words, versions } = firmness;
  return [[translate('detailFirmness'), [words, ...versions.map((one) => one.words)].join(' · ')]];
}

function timelineFacts(
  check: CheckRecord,
  { timeline }: Pick<ResultView, 'timeline'>,
  band: InconclusiveBand,
): readonly Fact[] {
  if (!timeline) return [];
  return [[translate('detailTimeline'), [timeline.words, ...timelineDetail(check, band)].join(' · ')]];
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
