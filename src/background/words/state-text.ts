import type { CheckRecord, CheckState } from '../../core/check/check-record.ts';
import type { ShownVerdict } from '../../core/check/shown-verdict.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import { outcomeText } from '../../core/words/check-words.ts';
import { numberText, progressText } from '../../core/words/numbers.ts';

/** Where a check stands that has not ended. */
const STATE_WORDS: Partial<Record<CheckState, MessageKey>> = {
  queued: 'stateQueued',
  reading: 'stateReading',
  asking: 'stateAsking',
  uploading: 'stateUploading',
  waiting: 'stateWaiting',
};

/** One line for where a check stands: what it came to, or its state. */
export function stateText(check: CheckRecord, verdict: ShownVerdict | undefined): string {
  const { state, media, unjudged, progress: { transfer, converting } = {} } = check;
  const paused = state === 'uploading' ? pausedText(check) : undefined;
  if (paused !== undefined) return paused;
  if (state === 'uploading' && transfer?.totalBytes) {
    return translate('stateUploadingSome', progressText(transfer.doneBytes / transfer.totalBytes));
  }
  if (state === 'reading' && converting !== undefined) return translate('stateConverting', progressText(converting));
  if (state === 'reading' && media.kind === 'video') return translate('stateReadingVideo');
  const words = verdict || unjudged ? undefined : STATE_WORDS[state];
  return words ? translate(words) : outcomeText(check, verdict);
}

/** Why a check is not sent yet, and a countdown; undefined for one that does not wait. */
export function pausedText({ progress }: Pick<CheckRecord, 'progress'>, nowMs = Date.now()): string | undefined {
  const pause = progress?.pause;
  if (!pause) return undefined;
  const left = numberText(Math.max(1, Math.ceil((pause.until - nowMs) / 1_000)));
  return translate(pause.reason === 'busy' ? 'statePausedBusy' : 'statePaused', left);
}
