import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SavedAccount } from '../../bitmind/account-view.ts';
import { translate } from '../../i18n.ts';
import { sendToBackground } from '../../messaging/send.ts';
import { extensionVersion } from '../../platform/extension-version.ts';
import { AccountForm } from './account-form.tsx';
import './options.css';

/** The options page. */
export function Options(): JSX.Element {
  const [saved, setSaved] = useState<SavedAccount>();
  const load = () => sendToBackground('getSavedAccount', {}).then(setSaved);
  useEffect(() => {
    void load();
  }, []);
  return (
    <main>
      <h1>{translate('optionsTitle')}</h1>
      <section aria-labelledby="account">
        <h2 id="account">{translate('sectionAccount')}</h2>
        {saved && <AccountForm saved={saved} onChange={load} />}
      </section>
      <section aria-labelledby="about">
        <h2 id="about">{translate('sectionAbout')}</h2>
        <p>{translate('aboutSent')}</p>
        <p>{translate('aboutAccess')}</p>
        <p class="quiet">{translate('version', extensionVersion())}</p>
      </section>
    </main>
  );
}
