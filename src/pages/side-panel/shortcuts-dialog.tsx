import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type MessageKey, translate } from '../../core/i18n.ts';
import { Icon } from '../../core/view/icons.tsx';
import { PANEL_KEYS } from './panel-keys.ts';

/** What is written on keys that have a name; a letter is its own. */
const KEY_NAMES: Readonly<Record<string, MessageKey>> = { Enter: 'keyEnter', Escape: 'keyEscape' };
const KEY_SIGNS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑' };

function keyName(key: string): string {
  const name = KEY_NAMES[key];
  return name ? translate(name) : (KEY_SIGNS[key] ?? key.toUpperCase());
}

/** Lists the keys of the side panel. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="shortcuts" aria-labelledby="shortcuts-title" onClose={onClose}>
      <div class="head">
        <h2 id="shortcuts-title">{translate('keyboardShortcuts')}</h2>
        <button type="button" class="icon" aria-label={translate('close')} onClick={() => dialog.current?.close()}>
          <Icon name="close" size={16} />
        </button>
      </div>
      <dl>
        {PANEL_KEYS.map(({ act, keys, name }) => (
          <div key={act}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{keyName(key)}</kbd>
              ))}
            </dt>
            <dd>{translate(name)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
