import { browser } from '../browser/browser.ts';

/** The name under which the account is kept, on disk and in memory (account-items.ts). */
const KEY = 'account';

/**
 * Calls back when the account that is kept in this browser is another one, or was opened, in whatever page. Gives the way
 * to stop. What is kept is not handed on: it holds secrets.
 */
export function onAccountChanged(listener: () => void): () => void {
  const onChanged = (changes: Readonly<Record<string, unknown>>, area: string) => {
    if (area !== 'managed' && KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
