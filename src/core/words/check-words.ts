import type { CheckRecord, Judgement } from '../check/check-record.ts';
import type { Headline } from '../check/headline.ts';
import type { ReadMethod } from '../check/read-report.ts';
import type { ShownVerdict } from '../check/shown-verdict.ts';
import { type MessageKey, translate } from '../i18n.ts';
import type { PanelTone } from '../protocol/panel-view.ts';

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

/** Whether it is checked once the user chooses it: what nobody pointed at, and only a question or the screen could vouch for. */
export function awaitsClick({ media, error }: Pick<CheckRecord, 'media' | 'error'>): boolean {
  return 'isAutomatic' in media && error?.code === 'needs-answer';
}

/** What a check that has ended came to, in one line: its verdict's headline, or why there is none. */
export function outcomeText(check: CheckRecord, verdict: ShownVerdict | undefined): string {
  const { state, unjudged } = check;
  if (awaitsClick(check)) return translate('notSentAutomatically');
  if (unjudged) return translate(unjudged.code === 'not-signed-in' ? 'unjudgedSignedOut' : 'unjudged');
  if (verdict) return headlineText(verdict.headline);
  return translate(state === 'cancelled' ? 'stateCancelled' : 'stateFailed');
}

/** A headline in words. */
export function headlineText(headline: Headline): string {
  return translate(HEADLINE_WORDS[headline]);
}

/** Colour and icon of a check that has ended; its words say the same. Without an account, or a click, nothing has failed. */
export function toneOf(check: CheckRecord, verdict: ShownVerdict | undefined): PanelTone {
  if (awaitsClick(check)) return 'no-verdict';
  return verdict?.headline ?? (check.unjudged ? 'local' : 'failed');
}

const JUDGEMENT_WORDS: Record<Judgement, MessageKey> = {
  agree: 'judgementAgree',
  disagree: 'judgementDisagree',
  unsure: 'judgementUnsure',
};

/** What the user thinks of a verdict, in words. */
export function judgementText(judgement: Judgement): string {
  return translate(JUDGEMENT_WORDS[judgement]);
}

/** How the bytes were had, in words. */
export function methodText(method: ReadMethod): string {
  return translate(METHOD_WORDS[method]);
}
