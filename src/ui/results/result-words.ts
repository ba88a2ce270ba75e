import type { CheckView } from '../../check/check-view.ts';
import type { PanelTone } from '../../messaging/panel-view.ts';
import { likelihoodText } from '../shared/check-words.ts';
import { errorWords } from '../shared/error-sentence.ts';

/** Colour and icon of a result; its words say the same. */
export function toneOf({ verdict }: CheckView): PanelTone {
  return verdict?.headline ?? 'failed';
}

/** What stands below the headline: the likelihood; or why there is no verdict, and the service's own words. */
export function outcomeLines({ verdict, error }: CheckView): readonly string[] {
  if (verdict) return [likelihoodText(verdict) ?? ''].filter(Boolean);
  if (!error) return [];
  const { sentence, quote } = errorWords(error);
  return [sentence, ...(quote === undefined ? [] : [quote])];
}
