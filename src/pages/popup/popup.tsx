import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { openSidePanel } from '../../core/browser/open-side-panel.ts';
import { translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { type PopupTab, tabOfWindow } from '../../core/protocol/own-page-address.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { AccountLine } from '../account/account-line.tsx';
import { useAccount } from '../account/use-account.ts';
import { FileCheck } from '../local-file/file-check.tsx';
import { FailureLine } from '../shared/failure-line.tsx';
import { loadedLater } from '../shared/loaded-later.tsx';
import { PageButtons, PageCheck } from '../shared/page-check.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import { popupTab } from './popup-tab.ts';
import { TabChecks } from './tab-checks.tsx';
import '../shared/narrow-page.css';
import './popup.css';

/** What is below "Check images here automatically" is drawn with it, unless that takes longer than this. Milliseconds. */
const LONGEST_WAIT_MS = 1_000;

/** With all that reads what is stored. */
const DroppedOnce = loadedLater(async () => (await import('../results/dropped-notice.tsx')).DroppedOnce);

/** The popup of the toolbar button: the account, the check of this page, its checks or the latest others, a file of one's own. */
export function Popup(): JSX.Element {
  const account = useAccount();
  const [tab, setTab] = useState<PopupTab>();
  const { failure, attempt } = useAttempt();
  const [here, setHere] = useState<JSX.Element>();
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    void attempt(async () => {
      const found = await popupTab();
      setTab(found); // The buttons above do not wait for a page that may hang.
      const { tabId } = found;
      const loading = tabId === undefined ? undefined : automaticIn(tabId).then(setHere, logFault);
      await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))]);
      setWhole(true);
    });
  }, [attempt]);
  return (
    <main class={tabOfWindow() && 'own-window'}>
      <h1 class="unseen">{translate('extensionShortName')}</h1>
      <AccountLine account={account} onSettings={() => attempt(openSettings)} />
      {!tab && <PageButtons />}
      {tab?.tabId !== undefined && <PageCheck tabId={tab.tabId} isSignedOut={account.view?.state === 'signed-out'} />}
      {here}
      <DroppedOnce />
      {isWhole && tab && <TabChecks tab={tab} />}
      {isWhole && tab && <FileCheck tab={tab} />}
      <footer>
        <FailureLine failure={failure} />
        <div class="actions">
          <button type="button" onClick={() => attempt(openSettings)}>
            {translate('settings')}
          </button>
          <button type="button" onClick={() => attempt(openAllResults)}>
            {translate('allResults')}
          </button>
          {!tabOfWindow() && (
            <button type="button" onClick={() => attempt(() => openPanelBeside(tab?.tabId))}>
              {translate('sidePanel')}
            </button>
          )}
        </div>
      </footer>
    </main>
  );
}

async function openAllResults(): Promise<void> {
  await sendToBackground('openResults', {});
  window.close();
}

/** A popup in a window of its own has none beside it. */
async function openPanelBeside(tabId: number | undefined): Promise<void> {
  if (tabId !== undefined) await openSidePanel(tabId);
  window.close();
}

async function openSettings(): Promise<void> {
  await sendToBackground('openOptions', {});
  window.close();
}

/** With all that settings are made of, which is loaded for it. */
async function automaticIn(tabId: number): Promise<JSX.Element> {
  const loading = [import('../automatic/automatic-here.tsx'), import('../automatic/use-automatic.ts')] as const;
  const [{ AutomaticHere }, { askAutomatic }] = await Promise.all(loading);
  return <AutomaticHere tabId={tabId} first={await askAutomatic(tabId)} />;
}
