import { useEffect, useState } from 'preact/hooks';
import { errorDataOf } from '../../core/errors/app-error.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import type { AccountView } from '../../core/service/account-view.ts';
import { onPolicyChanged } from '../../core/store/policy-changes.ts';

const OFFLINE = { state: 'unreachable', error: { code: 'offline' } } as const satisfies AccountView;

/** How the account stands, now and as it changes. */
export interface AccountNow {
  /** Undefined until it is known. */
  readonly view: AccountView | undefined;
  /** BitMind is asked at the user's wish; `view` is what was known before. */
  readonly isAsking: boolean;
  /** Looks again; `fresh` asks BitMind even if it was asked a moment ago. */
  readonly reload: (fresh: boolean) => void;
}

/** Follows the account. That there is no network is said at once. */
export function useAccount(): AccountNow {
  const [view, setView] = useState<AccountView>();
  const [isAsking, setAsking] = useState(false);
  const [isOnline, setOnline] = useState(navigator.onLine);

  function reload(fresh: boolean): void {
    setAsking(fresh);
    sendToBackground('getAccount', { fresh })
      .catch((error: unknown): AccountView => ({ state: 'unreachable', error: errorDataOf(error) }))
      .then((next) => {
        setView(next);
        setAsking(false);
      });
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

  return { view: isOnline ? view : withoutNetwork(view), isAsking: isOnline && isAsking, reload };
}

/** What does not need the network stands all the same: nobody is signed in, or the account is locked. */
function withoutNetwork(view: AccountView | undefined): AccountView {
  return view?.state === 'signed-out' || view?.state === 'locked' ? view : { ...view, ...OFFLINE };
}
