import type { JSX } from 'preact';
import { translate } from '../../i18n.ts';
import { extensionVersion } from '../../platform/extension-version.ts';
import { openResults } from '../../platform/own-pages.ts';
import { AccountForm } from '../account/account-form.tsx';
import { AccountLine } from '../account/account-line.tsx';
import { useAccount } from '../account/use-account.ts';
import { useSavedAccount } from '../account/use-saved-account.ts';
import { AgreedSiteList } from './agreed-site-list.tsx';
import { BandFields } from './band-fields.tsx';
import { KeepResults } from './keep-results.tsx';
import { NumberSetting } from './number-setting.tsx';
import { SettingTick } from './setting-tick.tsx';
import { ShortcutLine } from './shortcut-line.tsx';
import { SiteList } from './site-list.tsx';
import '../shared/page.css';

/** The options page. */
export function Options(): JSX.Element {
  const account = useAccount();
  const { saved, reload } = useSavedAccount();
  const reloadAll = () => {
    reload();
    account.reload(false);
  };
  return (
    <main>
      <h1>{translate('optionsTitle')}</h1>
      <section aria-labelledby="account-title">
        <h2 id="account-title">{translate('sectionAccount')}</h2>
        <AccountLine account={{ ...account, reload: reloadAll }} isQuiet />
        {saved && <AccountForm saved={saved} onChange={reloadAll} />}
      </section>
      <section aria-labelledby="checking-title">
        <h2 id="checking-title">{translate('sectionChecking')}</h2>
        <SettingTick name="isMenuEverywhere" label="menuEverywhere" about="aboutMenuEverywhere" />
        <SettingTick name="asksForPrivate" label="asksForPrivate" about="aboutAsksForPrivate" />
        <AgreedSiteList />
        <NumberSetting name="askVideoAboveMb" label="askVideoAbove" least={0} most={500} />
        <NumberSetting name="clipSeconds" label="clipSeconds" least={3} most={30} />
        <NumberSetting name="reuseDays" label="reuseDays" least={0} most={365} />
        <NumberSetting name="askPageAbove" label="askPageAbove" least={0} most={2_000} />
        <NumberSetting name="requestsPerHour" label="requestsPerHour" least={1} most={100_000} />
        <BandFields />
        <ShortcutLine />
      </section>
      <section aria-labelledby="privacy-title">
        <h2 id="privacy-title">{translate('sectionPrivacy')}</h2>
        <KeepResults />
        <SettingTick name="keepsThumbnails" label="keepThumbnails" about="aboutKeepThumbnails" />
        <p>
          <button type="button" onClick={() => openResults()}>
            {translate('allResults')}
          </button>
        </p>
        <SiteList />
        <SettingTick name="fetchesRemoteCredentials" label="fetchesRemote" about="aboutFetchesRemote" />
        <h3>{translate('whatIsSent')}</h3>
        <p>{translate('aboutSent')}</p>
      </section>
      <section aria-labelledby="about-title">
        <h2 id="about-title">{translate('sectionAbout')}</h2>
        <p class="quiet">{translate('version', extensionVersion())}</p>
      </section>
    </main>
  );
}
