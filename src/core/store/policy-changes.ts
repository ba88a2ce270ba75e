import { browser } from '../browser/browser.ts';

/** Calls back when the policy has changed (Chrome, Edge; Firefox reads it at its start). Gives the way to stop. */
export function onPolicyChanged(listener: () => void): () => void {
  const onChanged = (_changes: unknown, area: string) => {
    if (area === 'managed') listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
