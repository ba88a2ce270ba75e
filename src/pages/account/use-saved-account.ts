import { useEffect, useState } from 'preact/hooks';
import { sendToBackground } from '../../core/protocol/send.ts';
import type { SavedAccount } from '../../core/service/account-view.ts';
import { onAccountChanged } from '../../core/store/account-changes.ts';
import { onPolicyChanged } from '../../core/store/policy.ts';
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
  return { saved, failure, reload };
}
