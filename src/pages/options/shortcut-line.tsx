import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { checkShortcut } from '../../core/browser/shortcut.ts';
import { translate } from '../../core/i18n.ts';

/** The key that checks the picture under the pointer. Browsers let people alone change it, in their own settings. */
export function ShortcutLine(): JSX.Element {
  const [shortcut, setShortcut] = useState<string>();
  useEffect(() => {
    void checkShortcut().then(setShortcut);
  }, []);
  return (
    <div class="field">
      <h3>{translate('keyboard')}</h3>
      <p>
        {translate('commandCheck')}: {shortcut ? <kbd>{shortcut}</kbd> : shortcut === '' && translate('noShortcut')}
      </p>
      <p class="quiet">{translate('aboutShortcut')}</p>
    </div>
  );
}
