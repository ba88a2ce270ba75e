import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { requestAllSites } from '../../core/browser/site-access.ts';
import { type MessageKey, translate } from '../../core/i18n.ts';
import { AccountWithForm } from '../account/account-with-form.tsx';
import { useAccount } from '../account/use-account.ts';
import { useSavedAccount } from '../account/use-saved-account.ts';
import { removeAllSites } from '../site-access/remove-sites.ts';
import { useSiteAccess } from '../site-access/use-site-access.ts';
import '../shared/page.css';
import './welcome.css';

/** The page that opens once, after installation: three steps to the first verdict. */
export function Welcome(): JSX.Element {
  useEffect(loadPageScript, []);
  return (
    <main>
      <h1>{translate('welcomeTitle')}</h1>
      <p class="lead">{translate('welcomeLead')}</p>
      <Step number={1} title="welcomeSignIn">
        <p>{translate('welcomeSignInHow')}</p>
        <AccountWithForm account={useAccount()} savedAccount={useSavedAccount()} />
      </Step>
      <Step number={2} title="welcomeAccess">
        <Access />
      </Step>
      <Step number={3} title="welcomeTry">
        <p>{translate('welcomeTryHow')}</p>
        <img class="sample" src="/sample.jpg" alt={translate('welcomeSample')} width="560" />
        <p class="quiet">{translate('welcomeSampleSource')}</p>
      </Step>
    </main>
  );
}

/** No browser injects scripts into an extension's own pages: this one brings along what shows the panel of its sample. */
function loadPageScript(): void {
  const script = document.createElement('script');
  script.src = '/page.js';
  document.head.append(script);
}

interface StepProps {
  readonly number: number;
  readonly title: MessageKey;
  readonly children: ComponentChildren;
}

function Step({ number, title, children }: StepProps): JSX.Element {
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>
        <span class="number" aria-hidden="true">
          {number}
        </span>
        {translate(title)}
      </h2>
      {children}
    </section>
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
    <>
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
    </>
  );
}
