import type { ComponentChildren, JSX } from 'preact';
import { trusted } from './trusted.ts';

interface ActionsProps<Action extends string> {
  readonly buttons: readonly { readonly words: string; readonly action: Action }[];
  readonly onAction: (action: Action) => void;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

/** Never the button that most people want. */
const SELDOM_WANTED = /^(cancel|inspect|check-(again|part|firmness|by-parts)|open-(results|trust|side-panel))$/;

/** What can be done: the first is what most people want. */
export function Actions<Action extends string>({ buttons, onAction, children }: ActionsProps<Action>): JSX.Element {
  return (
    <div class="actions">
      {buttons.map(({ words, action }, index) => (
        <button
          type="button"
          key={action}
          class={index === 0 && !SELDOM_WANTED.test(action) ? 'primary' : ''}
          onClick={trusted(() => onAction(action))}
        >
          {words}
        </button>
      ))}
      {children}
    </div>
  );
}
