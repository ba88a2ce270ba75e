import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../core/browser/browser.ts';
import { CHECK_COMMAND } from '../../core/browser/check-command.ts';
import { translate } from '../../core/i18n.ts';
import { useAwaited } from '../shared/drawn-at-once.tsx';
import { sentenceParts } from './sentence.tsx';

/** The key that checks the picture under the pointer. Browsers let people alone change it, in their own settings. */
export function ShortcutLine(): JSX.Element {
  const [shortcut, setShortcut] = useState<string>();
  useAwaited(shortcut !== undefined);
  useEffect(() => {
    void checkShortcut().then(setShortcut);
  }, []);
  const named = [
    translate('commandCheck'),
    shortcut ? <kbd>{shortcut}</kbd> : shortcut === '' && translate('noShortcut'),
  ];
  return (
    <div class="setting">
      <h3>{translate('keyboard')}</h3>
      <p>{sentenceParts('shortcutOf', named.length).map((part) => (typeof part === 'string' ? part : named[part]))}</p>
      <p class="quiet">{translate('aboutShortcut')}</p>
    </div>
  );
}

/** The key of the keyboard command as the browser writes it; empty where the user (or the browser) gave it none. */
async function checkShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === CHECK_COMMAND)?.shortcut ?? '';
}
