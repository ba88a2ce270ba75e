import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CheckRow } from '../../check/check-view.ts';
import { translate } from '../../i18n.ts';
import { CHECKS_FEED } from '../../messaging/protocol.ts';
import { sendToBackground } from '../../messaging/send.ts';
import { activeTabId } from '../../platform/active-tab.ts';
import { openResults } from '../../platform/own-pages.ts';
import { AccountLine } from '../account/account-line.tsx';
import { useAccount } from '../account/use-account.ts';
import { FollowedCheck } from '../check-body/followed-check.tsx';
import { FileCheck } from '../local-file/file-check.tsx';
import { DroppedOnce } from '../results/dropped-notice.tsx';
import { useFeed } from '../shared/use-feed.ts';
import { CheckList, placeText } from './check-list.tsx';
import { PageCheck } from './page-check.tsx';
import './popup.css';

/** The popup of the toolbar button: the account, and the checks of this page and the latest others. */
export function Popup(): JSX.Element {
  const account = useAccount();
  const [tabId, setTabId] = useState<number>();
  const [hasSignedOut, setSignedOut] = useState(false);
  const checks = useFeed<readonly CheckRow[]>(CHECKS_FEED) ?? [];
  useEffect(() => {
    void activeTabId().then(setTabId);
  }, []);

  async function signOut(): Promise<void> {
    await sendToBackground('signOut', {});
    setSignedOut(true);
    account.reload(false);
  }

  const { view, isKnown } = account;
  const isManaged = view !== undefined && 'isManaged' in view && view.isManaged === true;
  const isSignedIn = view?.state !== 'signed-out';
  const here = checks.filter((check) => check.tabId !== undefined && check.tabId === tabId);
  // Where no panel can be, a question is answered here.
  const asking = here.filter((check) => check.state === 'asking');
  const others = checks.filter((check) => !here.includes(check));
  return (
    <main>
      <h1 class="unseen">{translate('extensionShortName')}</h1>
      <AccountLine account={account} />
      <div aria-live="polite">
        {hasSignedOut && isKnown && !isSignedIn && <p class="quiet">{translate('signedOut')}</p>}
      </div>
      {tabId !== undefined && <PageCheck tabId={tabId} />}
      <div class="actions">
        {isKnown && !isSignedIn && (
          <button type="button" class="primary" onClick={() => openSettings()}>
            {translate('signIn')}
          </button>
        )}
        {isKnown && isSignedIn && !isManaged && (
          <button type="button" onClick={signOut}>
            {translate('signOut')}
          </button>
        )}
        <button type="button" onClick={() => openSettings()}>
          {translate('settings')}
        </button>
        <button type="button" onClick={() => openAllResults()}>
          {translate('allResults')}
        </button>
      </div>
      <DroppedOnce />
      {asking.map(({ id, place }) => (
        <FollowedCheck key={id} id={id} name={placeText(place)} />
      ))}
      <FileCheck />
      {here.length > 0 && (
        <CheckList title={translate('checksOnThisPage')} checks={here} onOpen={(id) => openCheck(id, true)} />
      )}
      {others.length > 0 && (
        <CheckList title={translate('latestChecks')} checks={others} onOpen={(id) => openCheck(id, false)} />
      )}
      {checks.length === 0 && <p class="quiet">{translate('noChecks')}</p>}
    </main>
  );
}

/** A check of this page on its media, where its panel can be; any other among the results. */
async function openCheck(id: string, isHere: boolean): Promise<void> {
  if (!(isHere && (await sendToBackground('showCheck', { checkId: id })))) await openResults(id);
  window.close();
}

async function openAllResults(): Promise<void> {
  await openResults();
  window.close();
}

async function openSettings(): Promise<void> {
  await sendToBackground('openOptions', {});
  window.close();
}
