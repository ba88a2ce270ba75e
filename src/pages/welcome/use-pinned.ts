import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../core/browser/browser.ts';
import { logFault } from '../../core/log.ts';
import { useAwaited } from '../shared/drawn-at-once.tsx';

/** Whether the toolbar shows the extension's button. Looked at again whenever somebody comes back from the browser's own menus. */
export function usePinned(): boolean {
  const [isPinned, setPinned] = useState<boolean>();
  useAwaited(isPinned !== undefined);
  useEffect(() => {
    const look = () =>
      void browser.action
        .getUserSettings()
        .then(({ isOnToolbar = false }) => setPinned(isOnToolbar))
        .catch(logFault);
    look();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return isPinned ?? false;
}
