import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import type { PopupTab } from '../../core/protocol/own-page-address.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { AccountLine } from '../account/account-line.tsx';
import { useAccount } from '../account/use-account.ts';
import { DroppedOnce } from '../results/dropped-notice.tsx';
import { FailureLine } from '../shared/failure-line.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import { PageCheck } from './page-check.tsx';
import { popupTab } from './popup-tab.ts';
import { TabChecks } from './tab-checks.tsx';
import './popup.css';

/** The popup of the toolbar button: the account, and the checks of this page and the latest others. */
export function Popup(): JSX.Element {
  const account = useAccount();
  const [tab, setTab] = useState<PopupTab>();
  const [hasSignedOut, setSignedOut] = useState(false);
  const { failure, attempt } = useAttempt();
  useEffect(() => void attempt(async () => setTab(await popupTab())), [attempt]);

  async function signOut(): Promise<void> {
    await sendToBackground('signOut', {});
    setSignedOut(true);
    account.reload(false);
  }

  const { view, isKnown } = account;
  const isManaged = view !== undefined && 'isManaged' in view && view.isManaged === true;
  const isSignedIn = view?.state !== 'signed-out';
  return (
    <main>
      <h1 class="unseen">{translate('extensionShortName')}</h1>
      <AccountLine account={account} />
      <div aria-live="polite">
        {hasSignedOut && isKnown && !isSignedIn && <p class="quiet">{translate('signedOut')}</p>}
      </div>
      {tab?.tabId !== undefined && <PageCheck tabId={tab.tabId} />}
      <div class="actions">
        {isKnown && !isSignedIn && (
          <button type="button" class="primary" onClick={() => attempt(openSettings)}>
            {translate('signIn')}
          </button>
        )}
        {isKnown && isSignedIn && !isManaged && (
          <button type="button" onClick={() => attempt(signOut)}>
            {translate('signOut')}
          </button>
        )}
        <button type="button" onClick={() => attempt(openSettings)}>
          {translate('settings')}
        </button>
        <button type="button" onClick={() => attempt(openAllResults)}>
          {translate('allResults')}
        </button>
      </div>
      <FailureLine failure={failure} />
      <DroppedOnce />
      {tab && <TabChecks tab={tab} />}
    </main>
  );
}

async function openAllResults(): Promise<void> {
  await sendToBackground('openResults', {});
  window.close();
}

async function openSettings(): Promise<void> {
  await sendToBackground('openOptions', {});
  window.close();
}
