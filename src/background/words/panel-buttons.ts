import type { CheckRecord } from '../../core/check/check-record.ts';
import type { Question } from '../../core/check/question.ts';
import type { ErrorAction } from '../../core/errors/error-catalogue.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { PanelAction, PanelView } from '../../core/protocol/panel-view.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { isRunning } from '../store/check-state.ts';

const ERROR_BUTTONS: Record<ErrorAction, readonly [MessageKey, PanelAction]> = {
  'try-again': ['tryAgain', 'retry'],
  'sign-in': ['signIn', 'open-options'],
  unlock: ['unlock', 'unlock'],
  'open-settings': ['openSettings', 'open-options'],
  'allow-all-sites': ['allowAllSites', 'allow-all-sites'],
  'use-screen': ['useScreen', 'use-screen'],
};

const ACCESS_BUTTONS: readonly (readonly [MessageKey, PanelAction])[] = [
  ['allowSite', 'allow-site'],
  ['allowAllSites', 'allow-all-sites'],
  ['useScreen', 'use-screen'],
];

const QUESTION_BUTTONS: Record<Question['kind'], readonly (readonly [MessageKey, PanelAction])[]> = {
  'site-access': ACCESS_BUTTONS,
  'before-sending': [
    ['checkAnyway', 'check-anyway'],
    ['cancel', 'cancel'],
  ],
  // The pictures are the buttons.
  'which-picture': [['cancel', 'cancel']],
};

/** The buttons that fit where a check stands. `mayCapture`: the administrator leaves screen capture on. */
export function panelButtons(check: CheckRecord, mayCapture: boolean): PanelView['buttons'] {
  // Of a picture of the screen no file says anything.
  const isUnsent = check.question?.kind === 'site-access' && check.question.isUnsent === true;
  const fitting = choices(check).filter(([, action]) => (mayCapture && !isUnsent) || action !== 'use-screen');
  const site = check.question?.kind === 'site-access' ? new URL(check.question.origin).host : '';
  return fitting.map(([words, action]) => ({ words: translate(words, site), action }));
}

function choices({
  state,
  question,
  error,
  unjudged,
  verdict,
  frames,
}: CheckRecord): readonly (readonly [MessageKey, PanelAction])[] {
  if (isRunning(state)) return [['cancel', 'cancel']];
  if (question) return QUESTION_BUTTONS[question.kind];
  if (state === 'cancelled') return [['tryAgain', 'retry']];
  if (verdict || frames) return [['checkAgain', 'check-again']];
  const reason = error ?? unjudged;
  return reason ? errorWords(reason).actions.map((action) => ERROR_BUTTONS[action]) : [];
}
