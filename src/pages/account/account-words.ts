import type { ErrorData } from '../../core/errors/error-data.ts';
import type { MessageKey } from '../../core/i18n.ts';
import type { AccountView } from '../../core/service/account-view.ts';

/** How the account stands, in a word or two. */
export const ACCOUNT_WORDS: Record<AccountView['state'], MessageKey> = {
  'signed-out': 'accountSignedOut',
  locked: 'accountLocked',
  connected: 'accountConnected',
  refused: 'accountRefused',
  unreachable: 'accountUnreachable',
  untested: 'accountAsking',
};

/** The colour of the dot before them. */
export function accountTone(view: AccountView | undefined): 'good' | 'bad' | 'idle' {
  if (view?.state === 'connected') return 'good';
  return view?.state === 'refused' || view?.state === 'unreachable' ? 'bad' : 'idle';
}

/** What keeps the account from being used, where something does. */
export function accountError(view: AccountView | undefined): ErrorData | undefined {
  return view && 'error' in view ? view.error : undefined;
}
