import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../core/browser/browser.ts';
import { requestAllSites } from '../../core/browser/site-access.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { TRIED_FEED_PREFIX } from '../../core/protocol/checks-feed.ts';
import { followFeed } from '../../core/protocol/follow-feed.ts';
import { AccountWithForm } from '../account/account-with-form.tsx';
import { useAccount } from '../account/use-account.ts';
import { useSavedAccount } from '../account/use-saved-account.ts';
import { DrawnAtOnce, useAwaited } from '../shared/drawn-at-once.tsx';
import { removeAllSites } from '../site-access/remove-sites.ts';
import { useSiteAccess } from '../site-access/use-site-access.ts';
import '../shared/page.css';
import './welcome.css';

/** Where BitMind gives accounts for its Enterprise API. */
const ACCOUNTS = 'https://app.bitmind.ai/api/enterprise';

/** The page that opens once, after installation: the steps to a verdict, the most rewarding first. */
export function Welcome(): JSX.Element {
  useEffect(loadPageScripts, []);
  return (
    <DrawnAtOnce>
      <main>
        <h1>{translate('welcomeTitle')}</h1>
        <p class="lead">{translate('welcomeLead')}</p>
        <Try />
        <SignIn />
        <Access />
        <Pin />
      </main>
    </DrawnAtOnce>
  );
}

/** No browser injects scripts into an extension's own pages: this one brings along what finds its sample and shows the panel. */
function loadPageScripts(): void {
  for (const src of ['/page.js', '/panel.js', '/part.js']) {
    const script = document.createElement('script');
    script.src = src;
    script.async = false; // One after the other: the panel's borrows from the page's.
    document.head.append(script);
  }
}

function Try(): JSX.Element {
  return (
    <Step number={1} title="welcomeTry" isDone={useTried()}>
      <p>{translate('welcomeTryHow')}</p>
      <p class="quiet">{translate('welcomeTryUnsent')}</p>
      <img class="sample" src="/sample.jpg" alt={translate('welcomeSample')} width="280" height="132" />
      <p class="quiet source">{translate('welcomeSampleSource')}</p>
    </Step>
  );
}

function SignIn(): JSX.Element {
  const account = useAccount();
  const savedAccount = useSavedAccount();
  return (
    <Step number={2} title="welcomeSignIn" isDone={account.view?.state === 'connected'}>
      <p>
        {translate('welcomeSignInHow')}{' '}
        <a href={ACCOUNTS} target="_blank" rel="noreferrer">
          {translate('getAccount')}
        </a>
      </p>
      <AccountWithForm account={account} savedAccount={savedAccount} />
    </Step>
  );
}

function Access(): JSX.Element {
  const { isAllSites } = useSiteAccess();
  const [hasChosen, setChosen] = useState(false);
  const chosen = isAllSites ? 'welcomeAllSites' : 'welcomeEachTime';

  async function askEachTime(): Promise<void> {
    if (isAllSites) await removeAllSites();
    setChosen(true);
  }

  return (
    <Step number={3} title="welcomeAccess" isDone={isAllSites || hasChosen}>
      <p>{translate('welcomeAccessHow')}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => requestAllSites()}>
          {translate('allowOnAllSites')}
        </button>
        <button type="button" onClick={askEachTime}>
          {translate('askEachTime')}
        </button>
      </div>
      <p aria-live="polite" class="chosen">
        {(isAllSites || hasChosen) && translate(chosen)}
      </p>
    </Step>
  );
}

function Pin(): JSX.Element {
  return (
    <Step number={4} title="welcomePin" isDone={usePinned()}>
      <p>{translate('welcomePinHow')}</p>
    </Step>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: MessageKey;
  readonly isDone: boolean;
  readonly children: ComponentChildren;
}

/** One step of the welcome page: its number, or a tick once it is done. */
function Step({ number, title, isDone, children }: StepProps): JSX.Element {
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>
        <span class={`number ${isDone ? 'done' : ''}`} aria-hidden="true">
          {isDone ? '✓' : number}
        </span>
        {translate(title)}
        {isDone && <span class="unseen"> ({translate('stepDone')})</span>}
      </h2>
      {children}
    </section>
  );
}

/** Whether something was checked in the tab of this page. */
function useTried(): boolean {
  const [isTried, setTried] = useState(false);
  useEffect(() => {
    const closing = new AbortController();
    const follow = (tabId: number) =>
      followFeed<boolean>(TRIED_FEED_PREFIX + tabId, { onState: setTried }, closing.signal);
    void browser.tabs
      .getCurrent()
      .then((tab) => tab?.id !== undefined && follow(tab.id))
      .catch(logFault);
    return () => closing.abort();
  }, []);
  return isTried;
}

/** Whether the toolbar shows the extension's button. Looked at again whenever somebody comes back from the browser's own menus. */
function usePinned(): boolean {
  const [isPinned, setPinned] = useState<boolean>();
  useAwaited(isPinned !== undefined);
  useEffect(() => {
    const look = () =>
      void browser.action
        .getUserSettings()
        .then(({ isOnToolbar = false }) => setPinned(isOnToolbar))
        .catch(logFault);
    look();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return isPinned ?? false;
}
