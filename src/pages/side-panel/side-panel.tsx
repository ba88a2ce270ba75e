import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { AccountLine } from '../account/account-line.tsx';
import { useAccount } from '../account/use-account.ts';
import { AutomaticHere } from '../automatic/automatic-here.tsx';
import { FailureLine } from '../shared/failure-line.tsx';
import { PageButtons, PageCheck } from '../shared/page-check.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import type { ListChoice } from './list-order.ts';
import { TabList } from './tab-list.tsx';
import { useTabInFront } from './use-tab-in-front.ts';
import '../shared/narrow-page.css';
import './side-panel.css';

const CHOICE_AT_FIRST: ListChoice = { sort: 'position', filter: 'all' };

/** The side panel: the account, the check of the page in front, and all that was checked in its tab. */
export function SidePanel(): JSX.Element {
  const account = useAccount();
  const tab = useTabInFront();
  const [choice, setChoice] = useState(CHOICE_AT_FIRST); // It stays from tab to tab.
  const { failure, attempt } = useAttempt();
  const tabId = tab?.tabId;
  return (
    <main>
      <h1 class="unseen">{translate('extensionShortName')}</h1>
      <AccountLine account={account} onSettings={() => attempt(() => sendToBackground('openOptions', {}))} />
      <FailureLine failure={failure} />
      {tabId === undefined ? (
        <PageButtons />
      ) : (
        <PageCheck key={tabId} tabId={tabId} isSignedOut={account.view?.state === 'signed-out'} />
      )}
      {tabId !== undefined && <AutomaticHere key={`here ${tabId}`} tabId={tabId} />}
      {tabId !== undefined && <TabList key={tabId} {...{ tabId, choice }} onChoose={setChoice} />}
    </main>
  );
}
