import type { JSX } from 'preact';
import { translate } from '../../core/i18n.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { AccountForm } from './account-form.tsx';
import { AccountNotice } from './account-notice.tsx';
import { useAccount } from './use-account.ts';
import { useSavedAccount } from './use-saved-account.ts';

/** The account with the form for it: in the options, and on the welcome page. */
export function AccountWithForm(): JSX.Element {
  const account = useAccount();
  const { saved, failure, reload } = useSavedAccount();
  const reloadAll = () => {
    reload();
    account.reload(false);
  };
  // The notice says so too, and has the button, where the background answers nothing at all.
  const isSaid = account.view && 'error' in account.view && account.view.error?.code === 'background-ended';
  return (
    <>
      <AccountNotice account={{ ...account, reload: reloadAll }} />
      {saved && <AccountForm saved={saved} onChange={reloadAll} />}
      <FailureLine failure={isSaid ? undefined : failure} />
      {failure && !isSaid && !saved && (
        <button type="button" onClick={() => location.reload()}>
          {translate('tryAgain')}
        </button>
      )}
    </>
  );
}
