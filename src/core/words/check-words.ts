import type { CheckRecord, CheckState } from '../check/check-record.ts';
import type { Headline } from '../check/headline.ts';
import type { ClipRange, ReadMethod, ReadReport } from '../check/read-report.ts';
import type { ShownVerdict } from '../check/shown-verdict.ts';
import { type MessageKey, translate, translateCount } from '../i18n.ts';
import type { LikelihoodView } from '../protocol/panel-view.ts';
import { momentText, numberText, percentText, playTimeText, progressText } from './numbers.ts';

const STATE_WORDS: Record<CheckState, MessageKey> = {
  queued: 'stateQueued',
  reading: 'stateReading',
  asking: 'stateAsking',
  uploading: 'stateUploading',
  waiting: 'stateWaiting',
  done: 'stateFailed',
  failed: 'stateFailed',
  cancelled: 'stateCancelled',
};

const HEADLINE_WORDS: Record<Headline, MessageKey> = {
  'likely-ai': 'verdictLikelyAi',
  'likely-not-ai': 'verdictLikelyNotAi',
  inconclusive: 'verdictInconclusive',
};

const METHOD_WORDS: Record<ReadMethod, MessageKey> = {
  page: 'methodPage',
  direct: 'methodDirect',
  'direct-with-cookies': 'methodDirectWithCookies',
  'direct-with-referrer': 'methodDirectWithReferrer',
  pixels: 'methodPixels',
  screen: 'methodScreen',
  clip: 'methodClip',
  frames: 'methodFrames',
  'screen-frames': 'methodScreenFrames',
  file: 'methodFile',
};

/** One line for where a check stands: its verdict's headline, or its state. */
export function stateText(check: CheckRecord, verdict: ShownVerdict | undefined): string {
  const { state, media, unjudged, progress: { transfer, converting } = {} } = check;
  const paused = state === 'uploading' ? pausedText(check) : undefined;
  if (paused !== undefined) return paused;
  if (state === 'uploading' && transfer?.totalBytes) {
    return translate('stateUploadingSome', progressText(transfer.doneBytes / transfer.totalBytes));
  }
  if (state === 'reading' && converting !== undefined) return translate('stateConverting', progressText(converting));
  if (state === 'reading' && media.kind === 'video') return translate('stateReadingVideo');
  if (unjudged) return translate(unjudged.code === 'not-signed-in' ? 'unjudgedSignedOut' : 'unjudged');
  return translate(verdict ? HEADLINE_WORDS[verdict.headline] : STATE_WORDS[state]);
}

/** Why a check is not sent yet, and a countdown; undefined for one that does not wait. */
export function pausedText({ progress }: CheckRecord, nowMs = Date.now()): string | undefined {
  const pause = progress?.pause;
  if (!pause) return undefined;
  const left = numberText(Math.max(1, Math.ceil((pause.until - nowMs) / 1_000)));
  return translate(pause.reason === 'busy' ? 'statePausedBusy' : 'statePaused', left);
}

/** A headline in words. */
export function headlineText(headline: Headline): string {
  return translate(HEADLINE_WORDS[headline]);
}

/** The likelihood beside a headline, in one line; undefined when no number is known. */
export function likelihoodText(verdict: ShownVerdict): string | undefined {
  return likelihoodView(verdict)?.words;
}

/** What `likelihoodText` says, and its parts; undefined when no number is known. */
export function likelihoodView({ headline, likelihood, isAi }: ShownVerdict): LikelihoodView | undefined {
  if (likelihood === undefined) return undefined;
  const percent = percentText(likelihood);
  const leaning = headline === 'inconclusive' && translate(isAi ? 'leansAi' : 'leansNotAi');
  const words = leaning ? translate('likelihoodLeaning', percent, leaning) : translate('likelihood', percent);
  return { words, percent, fraction: likelihood };
}

/** How the bytes were had, in words. */
export function methodText(method: ReadMethod): string {
  return translate(METHOD_WORDS[method]);
}

/** Which part of a video was checked. */
export function rangeText({ fromSeconds, toSeconds, durationSeconds }: ClipRange): string {
  const [from, to] = [playTimeText(fromSeconds), playTimeText(toSeconds)];
  return durationSeconds === undefined
    ? translate('range', from, to)
    : translate('rangeOf', from, to, playTimeText(durationSeconds));
}

/** Whether BitMind was asked, or had judged the same bytes before. */
export function sourceText(answeredAt: number | undefined): string {
  return answeredAt === undefined ? translate('sourceService') : translate('sourceKnown', momentText(answeredAt));
}

/** What an image was converted from, and which frame of it was taken. */
export function imageConversionText({ convertedFrom, frameNumber = 0 }: ReadReport): readonly string[] {
  if (convertedFrom === undefined) return [];
  const words = (['convertedFrom', 'convertedFirstFrame'] as const)[frameNumber] ?? 'convertedFrame';
  return [translate(words, convertedFrom, String(frameNumber))];
}

/** What became of a video's pictures when its container was changed. */
export function conversionText(convertedFrom: string, isReencoded = false): string {
  return translate(isReencoded ? 'conversionCodedAnew' : 'conversionCopied', convertedFrom);
}

/** Where the name is not the type in capitals. */
const FORMAT_NAMES: Readonly<Record<string, string>> = { webp: 'WebP', quicktime: 'MOV', 'x-msvideo': 'AVI' };

/** What was read, as people write it: `image/jpeg` is "JPEG", and frames of a video are "16 frames", whatever each is coded as. */
export function formatText({ type, frameSeconds }: ReadReport): string {
  if (frameSeconds) return translateCount('frameCount', frameSeconds.length);
  const name = type.replace(/^(image|video)\//, '');
  return FORMAT_NAMES[name] ?? name.toUpperCase();
}
