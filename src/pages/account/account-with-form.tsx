import type { JSX } from 'preact';
import { translate } from '../../core/i18n.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { AccountForm } from './account-form.tsx';
import { byForm } from './by-form.ts';
import { UnlockForm } from './unlock-form.tsx';
import type { AccountNow } from './use-account.ts';
import type { SavedAccountNow } from './use-saved-account.ts';
import './account.css';

interface AccountWithFormProps {
  readonly account: AccountNow;
  readonly savedAccount: SavedAccountNow;
}

/** The account with the form for it: in the options, and on the welcome page. */
export function AccountWithForm({
  account,
  savedAccount: { saved, failure, reload },
}: AccountWithFormProps): JSX.Element {
  const reloadAll = () => {
    reload();
    account.reload(false);
  };
  // Until it is known whether another account is in use: one an administrator set.
  const isLocked = saved?.isLocked && (account.view === undefined || account.view.state === 'locked');
  return (
    <>
      {isLocked && <UnlockForm textHere={byForm} onUnlocked={reloadAll} />}
      {saved && <AccountForm saved={saved} account={account} onChange={reloadAll} />}
      {!saved && <FailureLine failure={failure} />}
      {!saved && failure && (
        <button type="button" onClick={() => location.reload()}>
          {translate('tryAgain')}
        </button>
      )}
    </>
  );
}
