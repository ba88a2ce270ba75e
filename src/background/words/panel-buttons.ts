import { GESTURE_TRAVELS_IN_MESSAGES } from '../../core/browser/quirks.ts';
import type { CheckRecord } from '../../core/check/check-record.ts';
import type { Question } from '../../core/check/question.ts';
import type { ErrorAction } from '../../core/errors/error-catalogue.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import type { PanelAction, PanelView } from '../../core/protocol/panel-view.ts';
import { awaitsClick } from '../../core/words/check-words.ts';
import { errorWords } from '../../core/words/error-sentence.ts';
import { canBeReadAgain, hasEnded, isRunning, partsToJudge } from '../store/check-state.ts';
import type { Measuring } from './firmness-words.ts';

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

/** What an administrator leaves on, and what is under way beside the check. */
interface ButtonRules {
  /** Screen capture. */
  readonly mayCapture: boolean;
  /** Sending what is made of original files. */
  readonly mayAlter: boolean;
  readonly measuring?: Measuring;
  /** It is shown in the page, and not in a place that has the list beside it. */
  readonly isInPage?: boolean;
}

/** The buttons that fit where a check stands. */
export function panelButtons(
  check: CheckRecord,
  { mayCapture, mayAlter, measuring, isInPage = false }: ButtonRules,
): PanelView['buttons'] {
  if (measuring?.stop) return [{ words: translate('cancel'), action: 'cancel' }];
  // Of a picture of the screen no file says anything.
  const isUnsent = check.question?.kind === 'site-access' && check.question.isUnsent === true;
  const fitting = choices(check).filter(([, action]) => (mayCapture && !isUnsent) || action !== 'use-screen');
  const site = check.question?.kind === 'site-access' ? new URL(check.question.origin).host : '';
  const buttons = fitting.map(([words, action]) => ({ words: translate(words, site), action }));
  const byPlace = isInPage ? listButton(check) : cancelButton(check);
  return [...buttons, ...wholeButton(check), ...byPlace, ...(mayAlter ? lookCloser(check, measuring) : [])];
}

/** A no to the question about access: in the page, closing the panel says it. */
function cancelButton({ question }: CheckRecord): PanelView['buttons'] {
  return question?.kind === 'site-access' ? [{ words: translate('cancel'), action: 'cancel' }] : [];
}

/** From one of many to all of them, where a click in the page can open their list. */
function listButton({ pageRun, state }: CheckRecord): PanelView['buttons'] {
  if (pageRun === undefined || !hasEnded(state) || !GESTURE_TRAVELS_IN_MESSAGES) return [];
  return [{ words: translate('sidePanel'), action: 'open-side-panel' }];
}

/** Ways to look closer at what can be read once more, but for what was found not to work with its file. */
function lookCloser(check: CheckRecord, measuring?: Measuring): PanelView['buttons'] {
  const { firmness, timeline } = check;
  if (measuring?.error?.code === 'video-uncut') return [];
  if (partsToJudge(check) && !timeline) return [{ words: translate('checkByParts'), action: 'check-by-parts' }];
  if (!canBeReadAgain(check)) return [];
  return [
    { words: translate('checkPart'), action: 'check-part' },
    ...(firmness ? [] : [{ words: translate('checkFirmness'), action: 'check-firmness' } as const]),
  ];
}

/** The way back from a part. */
function wholeButton({ part }: CheckRecord): PanelView['buttons'] {
  return part ? [{ words: translate('showWhole'), action: 'show-whole' }] : [];
}

/** What helps before it is checked once more. */
function stepsBefore(reason: ErrorData | undefined): readonly (readonly [MessageKey, PanelAction])[] {
  const actions = reason ? errorWords(reason).actions : [];
  return actions.filter((action) => action !== 'try-again').map((action) => ERROR_BUTTONS[action]);
}

function choices(check: CheckRecord): readonly (readonly [MessageKey, PanelAction])[] {
  const { state, question, error, unjudged, verdict, frames, notCheckedAgain } = check;
  if (isRunning(state)) return [['cancel', 'cancel']];
  if (question) return QUESTION_BUTTONS[question.kind];
  if (state === 'cancelled') return [['tryAgain', 'retry']];
  if (verdict || frames) return [...stepsBefore(notCheckedAgain), ['checkAgain', 'check-again']];
  if (awaitsClick(check)) return [['badgeCheck', 'retry']];
  const reason = error ?? unjudged;
  return reason ? errorWords(reason).actions.map((action) => ERROR_BUTTONS[action]) : [];
}
