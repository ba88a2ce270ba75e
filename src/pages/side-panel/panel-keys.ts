import type { MessageKey } from '../../core/i18n.ts';

/** What a key of the side panel does. */
export type KeyAct =
  | 'next'
  | 'previous'
  | 'next-unsure'
  | 'show'
  | 'part'
  | 'again'
  | 'copy'
  | 'agree'
  | 'disagree'
  | 'unsure'
  | 'back'
  | 'keys';

/** The keys, as `KeyboardEvent.key` has them, and the name of the button that does the same, in the order of the list of keys. */
export const PANEL_KEYS: readonly {
  readonly act: KeyAct;
  readonly keys: readonly string[];
  readonly name: MessageKey;
}[] = [
  { act: 'next', keys: ['j', 'ArrowDown'], name: 'nextCheck' },
  { act: 'previous', keys: ['k', 'ArrowUp'], name: 'previousCheck' },
  { act: 'next-unsure', keys: ['n'], name: 'nextUnsure' },
  { act: 'show', keys: ['Enter'], name: 'showInPage' },
  { act: 'part', keys: ['p'], name: 'checkPart' },
  { act: 'again', keys: ['r'], name: 'checkAgain' },
  { act: 'copy', keys: ['c'], name: 'copyResult' },
  { act: 'agree', keys: ['a'], name: 'judgementAgree' },
  { act: 'disagree', keys: ['d'], name: 'judgementDisagree' },
  { act: 'unsure', keys: ['u'], name: 'judgementUnsure' },
  { act: 'back', keys: ['Escape'], name: 'backToList' },
  { act: 'keys', keys: ['?'], name: 'keyboardShortcuts' },
];

/** Where letters are typed, or choose among options. */
const FIELDS = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';

/** What has a use of its own for keys that have a name: a button is pressed by Enter, the part of an image is moved by arrows. */
const PRESSED = 'button:not(.row), a, summary';
const KEPT = '[role="application"]';

/** What goes on while its key is held. All else is done once: a file is not sent, nor a judgement taken back, by a slow finger. */
const REPEATED: readonly (KeyAct | undefined)[] = ['next', 'previous'];

/**
 * What a key does; undefined where it does nothing here. Keys count while the side panel has the focus, and never in a field: no
 * letter is taken from what is typed.
 */
export function keyAct(event: KeyEvent): KeyAct | undefined {
  const { key, target, ctrlKey, altKey, metaKey, isComposing, repeat } = event;
  if (ctrlKey || altKey || metaKey || isComposing) return undefined;
  const element = target instanceof Element ? target : undefined;
  if (element?.closest(FIELDS)) return undefined;
  if (element?.closest(KEPT)) return undefined;
  if (key !== 'Escape' && key.length > 1 && element?.closest(PRESSED)) return undefined;
  const wanted = latinKey(event);
  const act = PANEL_KEYS.find(({ keys }) => keys.includes(wanted))?.act;
  return repeat && !REPEATED.includes(act) ? undefined : act;
}

/** The key as the list of keys has it. On a keyboard of another script, the one in the place of the Latin letter. */
function latinKey({ key, code }: KeyEvent): string {
  if (key.length > 1) return key;
  if (/[؟？]/.test(key)) return '?';
  const isOther = /\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key);
  return (isOther && code.startsWith('Key') ? code.slice('Key'.length) : key).toLowerCase();
}

type KeyEvent = Pick<
  KeyboardEvent,
  'key' | 'code' | 'target' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing' | 'repeat'
>;
