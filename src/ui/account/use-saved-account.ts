import { useEffect, useState } from 'preact/hooks';
import type { SavedAccount } from '../../bitmind/account-view.ts';
import { sendToBackground } from '../../messaging/send.ts';
import { onPolicyChanged } from '../../storage/policy.ts';

/** The saved account as a form may show it, read anew when an administrator changes something. */
export function useSavedAccount(): { readonly saved: SavedAccount | undefined; readonly reload: () => void } {
  const [saved, setSaved] = useState<SavedAccount>();
  const reload = () => void sendToBackground('getSavedAccount', {}).then(setSaved);
  useEffect(() => {
    reload();
    return onPolicyChanged(reload);
  }, []);
  return { saved, reload };
}
