import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../core/browser/browser.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import type { SavedAccount } from '../../core/service/account-view.ts';
import { onPolicyChanged } from '../../core/store/policy-changes.ts';
import { useAwaited } from '../shared/drawn-at-once.tsx';
import { useAttempt } from '../shared/use-attempt.ts';

/** The saved account, and what is said where it cannot be had. */
export interface SavedAccountNow {
  readonly saved: SavedAccount | undefined;
  readonly failure: string | undefined;
  readonly reload: () => void;
}

/** The saved account as a form may show it, read anew when it changes elsewhere: in the popup, or by an administrator. */
export function useSavedAccount(): SavedAccountNow {
  const [saved, setSaved] = useState<SavedAccount>();
  const { failure, attempt } = useAttempt();
  const reload = () => void attempt(async () => setSaved(await sendToBackground('getSavedAccount', {})));
  useEffect(() => {
    reload();
    const stops = [onPolicyChanged(reload), onAccountChanged(reload)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  useAwaited(saved !== undefined || failure !== undefined);
  return { saved, failure, reload };
}

/** The name under which the account is kept, on disk and in memory (account-items.ts). */
const KEY = 'account';

/**
 * Calls back when the account that is kept in this browser is another one, or was opened, in whatever page. Gives the way
 * to stop. What is kept is not handed on: it holds secrets.
 */
function onAccountChanged(listener: () => void): () => void {
  const onChanged = (changes: Readonly<Record<string, unknown>>, area: string) => {
    if (area !== 'managed' && KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
