import type { JSX } from 'preact';
import { isRunning } from '../../check/check-record.ts';
import type { CheckView } from '../../check/check-view.ts';
import { ERROR_CATALOGUE, type ErrorAction } from '../../errors/error-catalogue.ts';
import { type MessageKey, translate } from '../../i18n.ts';
import type { AccessAnswer } from '../../messaging/protocol.ts';
import type { PanelActions } from './panel-actions.ts';
import { trusted } from './trusted.ts';

const ERROR_ACTION_WORDS: Record<ErrorAction, MessageKey> = {
  'try-again': 'tryAgain',
  'sign-in': 'signIn',
  'open-settings': 'openSettings',
};

const ACCESS_WORDS: readonly (readonly [AccessAnswer, MessageKey])[] = [
  ['allow-site', 'allowSite'],
  ['allow-all-sites', 'allowAllSites'],
  ['use-screen', 'useScreen'],
];

interface Choice {
  readonly words: MessageKey;
  readonly choose: () => void;
}

/** The buttons that fit where the check stands; the first is the one most people want. */
export function PanelButtons(props: { readonly view: CheckView; readonly actions: PanelActions }): JSX.Element | null {
  const choices = choicesFor(props.view, props.actions);
  if (choices.length === 0) return null;
  return (
    <div class="actions">
      {choices.map(({ words, choose }, index) => (
        <button
          type="button"
          key={words}
          class={index === 0 && !isRunning(props.view.state) ? 'primary' : ''}
          onClick={trusted(choose)}
        >
          {translate(words)}
        </button>
      ))}
    </div>
  );
}

function choicesFor({ state, question, error }: CheckView, actions: PanelActions): readonly Choice[] {
  if (isRunning(state)) return [{ words: 'cancel', choose: actions.cancel }];
  if (question) {
    return ACCESS_WORDS.map(([answer, words]) => ({
      words,
      choose: () => actions.answerAccess(answer, question.origin),
    }));
  }
  if (state === 'cancelled') return [{ words: 'tryAgain', choose: () => actions.handleError('try-again') }];
  if (!error) return [];
  return (ERROR_CATALOGUE[error.code] ?? ERROR_CATALOGUE.unexpected).actions.map((action) => ({
    words: ERROR_ACTION_WORDS[action],
    choose: () => actions.handleError(action),
  }));
}
