import { useEffect, useState } from 'preact/hooks';
import type { SavedAccount } from '../../bitmind/account-view.ts';
import { logFault } from '../../log.ts';
import { sendToBackground } from '../../messaging/send.ts';
import { onAccountChanged } from '../../storage/account-changes.ts';
import { onPolicyChanged } from '../../storage/policy.ts';

/** The saved account as a form may show it, read anew when it changes elsewhere: in the popup, or by an administrator. */
export function useSavedAccount(): { readonly saved: SavedAccount | undefined; readonly reload: () => void } {
  const [saved, setSaved] = useState<SavedAccount>();
  const reload = () => void sendToBackground('getSavedAccount', {}).then(setSaved).catch(logFault);
  useEffect(() => {
    reload();
    const stops = [onPolicyChanged(reload), onAccountChanged(reload)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return { saved, reload };
}
