import { useEffect, useState } from 'preact/hooks';
import { errorDataOf } from '../../core/errors/app-error.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import type { AccountView } from '../../core/service/account-view.ts';
import { onPolicyChanged } from '../../core/store/policy.ts';

const OFFLINE = { state: 'unreachable', error: { code: 'offline' } } as const satisfies AccountView;

/** How the account stands, now and as it changes. */
export interface AccountNow {
  /** Undefined while BitMind is asked. */
  readonly view: AccountView | undefined;
  /** Whether somebody is signed in is known; without a network, `view` is there before that. */
  readonly isKnown: boolean;
  /** Looks again; `fresh` asks BitMind even if it was asked a moment ago. */
  readonly reload: (fresh: boolean) => void;
}

/** Follows the account. That there is no network is said at once. */
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
  // Without a network too: whether anybody is signed in, and by whom that was set, the background knows by itself.
  useEffect(() => reload(false), [isOnline]);

  return { view: isOnline ? view : withoutNetwork(view), isKnown: view !== undefined, reload };
}

/** What does not need the network stands all the same: nobody is signed in, or the account is locked. */
function withoutNetwork(view: AccountView | undefined): AccountView {
  return view?.state === 'signed-out' || view?.state === 'locked' ? view : { ...view, ...OFFLINE };
}
