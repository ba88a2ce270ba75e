import type { JSX } from 'preact';
import { translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { AccountWithForm } from '../account/account-with-form.tsx';
import { extensionVersion } from '../shared/extension-version.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { AgreedSiteList } from './agreed-site-list.tsx';
import { BandFields } from './band-fields.tsx';
import { KeepResults } from './keep-results.tsx';
import { NumberSetting } from './number-setting.tsx';
import { SettingTick } from './setting-tick.tsx';
import { ShortcutLine } from './shortcut-line.tsx';
import { SiteList } from './site-list.tsx';
import { UnusableSites } from './unusable-sites.tsx';
import { useSettings } from './use-settings.ts';
import '../shared/page.css';
import { useEffect, useState } from 'preact/hooks';
import { onPolicyChanged } from '../../core/store/policy-changes.ts';
import type { ManagedSettings } from '../../core/store/settings-item.ts';

/** The options page. */
export function Options(): JSX.Element {
  const { settings, failure } = useSettings();
  const policy = usePolicy();
  return (
    <main>
      <h1>{translate('optionsTitle')}</h1>
      <section aria-labelledby="account-title">
        <h2 id="account-title">{translate('sectionAccount')}</h2>
        <AccountWithForm />
      </section>
      <section aria-labelledby="checking-title">
        <h2 id="checking-title">{translate('sectionChecking')}</h2>
        <FailureLine failure={failure} />
        <SettingTick name="isMenuEverywhere" label="menuEverywhere" about="aboutMenuEverywhere" settings={settings} />
        <SettingTick name="asksForPrivate" label="asksForPrivate" about="aboutAsksForPrivate" settings={settings} />
        <AgreedSiteList />
        <UnusableSites />
        <NumberSetting name="askVideoAboveMb" label="askVideoAbove" least={0} most={500} {...{ settings, policy }} />
        <NumberSetting name="clipSeconds" label="clipSeconds" least={3} most={30} {...{ settings, policy }} />
        <NumberSetting name="reuseDays" label="reuseDays" least={0} most={365} {...{ settings, policy }} />
        <NumberSetting name="askPageAbove" label="askPageAbove" least={0} most={2_000} {...{ settings, policy }} />
        <NumberSetting
          name="requestsPerHour"
          label="requestsPerHour"
          least={1}
          most={100_000}
          {...{ settings, policy }}
        />
        <BandFields settings={settings} />
        <ShortcutLine />
      </section>
      <section aria-labelledby="privacy-title">
        <h2 id="privacy-title">{translate('sectionPrivacy')}</h2>
        <KeepResults {...{ settings, policy }} />
        <SettingTick name="keepsThumbnails" label="keepThumbnails" about="aboutKeepThumbnails" settings={settings} />
        <p>
          <button type="button" onClick={() => void sendToBackground('openResults', {}).catch(logFault)}>
            {translate('allResults')}
          </button>
        </p>
        <SiteList />
        <SettingTick
          name="fetchesRemoteCredentials"
          label="fetchesRemote"
          about="aboutFetchesRemote"
          settings={settings}
        />
        <h3>{translate('whatIsSent')}</h3>
        <p>{translate('aboutSent')}</p>
      </section>
      <section aria-labelledby="about-title">
        <h2 id="about-title">{translate('sectionAbout')}</h2>
        <p class="quiet">{translate('version', extensionVersion())}</p>
        <p>
          <a href="/THIRD-PARTY-NOTICES.txt" target="_blank" rel="noreferrer">
            {translate('thirdPartyNotices')}
          </a>
        </p>
      </section>
    </main>
  );
}

/** Follows what an administrator set; undefined until it is read. */
function usePolicy(): ManagedSettings | undefined {
  const [policy, setPolicy] = useState<ManagedSettings>();
  useEffect(() => {
    const load = () => void sendToBackground('getManagedSettings', {}).then(setPolicy).catch(logFault);
    load();
    return onPolicyChanged(load);
  }, []);
  return policy;
}
