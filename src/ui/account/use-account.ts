import { useEffect, useState } from 'preact/hooks';
import type { AccountView } from '../../bitmind/account-view.ts';
import { errorDataOf } from '../../errors/app-error.ts';
import { sendToBackground } from '../../messaging/send.ts';
import { onPolicyChanged } from '../../storage/policy.ts';

const OFFLINE: AccountView = { state: 'unreachable', error: { code: 'offline' } };

/** How the account stands, now and as it changes. */
export interface AccountNow {
  /** Undefined while BitMind is asked. */
  readonly view: AccountView | undefined;
  /** Looks again; `fresh` asks BitMind even if it was asked a moment ago. */
  readonly reload: (fresh: boolean) => void;
}

/** Follows the account. Without a network nobody is asked: that is said at once. */
export function useAccount(): AccountNow {
  const [view, setView] = useState<AccountView>();
  const [isOnline, setOnline] = useState(navigator.onLine);

  function reload(fresh: boolean): void {
    sendToBackground('getAccount', { fresh }).then(setView, (error: unknown) =>
      setView({ state: 'unreachable', error: errorDataOf(error) }),
    );
  }

  useEffect(() => {
    const follow = () => setOnline(navigator.onLine);
    addEventListener('online', follow);
    addEventListener('offline', follow);
    const stop = onPolicyChanged(() => reload(false));
    return () => {
      removeEventListener('online', follow);
      removeEventListener('offline', follow);
      stop();
    };
  }, []);
  useEffect(() => {
    if (isOnline) reload(false);
  }, [isOnline]);

  // What does not need the network stands all the same: nobody is signed in, or the account is locked.
  const needsNetwork = view?.state !== 'signed-out' && view?.state !== 'locked';
  return { view: !isOnline && needsNetwork ? OFFLINE : view, reload };
}
