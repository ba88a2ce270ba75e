import type { CheckRecord, CheckState } from '../check/check-record.ts';
import type { Headline } from '../check/headline.ts';
import type { ReadMethod } from '../check/read-report.ts';
import type { ShownVerdict } from '../check/shown-verdict.ts';
import { type MessageKey, translate } from '../i18n.ts';
import type { PanelTone } from '../protocol/panel-view.ts';
import { numberText, progressText } from './numbers.ts';

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

/** Colour and icon of a check that has ended; its words say the same. Without an account nothing has failed. */
export function toneOf({ unjudged }: CheckRecord, verdict: ShownVerdict | undefined): PanelTone {
  return verdict?.headline ?? (unjudged ? 'no-verdict' : 'failed');
}

/** How the bytes were had, in words. */
export function methodText(method: ReadMethod): string {
  return translate(METHOD_WORDS[method]);
}
