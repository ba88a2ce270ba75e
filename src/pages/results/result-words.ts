import type { CheckRecord } from '../../core/check/check-record.ts';
import type { ShownVerdict } from '../../core/check/shown-verdict.ts';
import type { PanelTone } from '../../core/protocol/panel-view.ts';
import { likelihoodText } from '../../core/words/check-words.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { framesLines } from '../../core/words/frames-words.ts';

/** Colour and icon of a result; its words say the same. Without an account nothing has failed. */
export function toneOf({ unjudged }: CheckRecord, verdict: ShownVerdict | undefined): PanelTone {
  return verdict?.headline ?? (unjudged ? 'no-verdict' : 'failed');
}

/** What stands below the headline: the likelihood, or those of frames; or why there is no verdict, and the service's own words. */
export function outcomeLines(
  { error, unjudged, read }: CheckRecord,
  verdict: ShownVerdict | undefined,
): readonly string[] {
  if (verdict?.frames) return framesLines(verdict.frames, read?.method).map(({ words }) => words);
  if (verdict) return [likelihoodText(verdict) ?? ''].filter(Boolean);
  // The headline itself says that nobody is signed in.
  if (unjudged) return unjudged.code === 'not-signed-in' ? [] : [errorWords(unjudged).sentence];
  if (!error) return [];
  const { sentence, quote } = errorWords(error);
  return [sentence, ...(quote === undefined ? [] : [quote])];
}
