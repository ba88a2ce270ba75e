import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type MessageKey, translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { onPolicyChanged } from '../../core/store/policy-changes.ts';
import { AccountWithForm } from '../account/account-with-form.tsx';
import { useAccount } from '../account/use-account.ts';
import { useSavedAccount } from '../account/use-saved-account.ts';
import { AutomaticSiteList } from '../automatic/automatic-site-list.tsx';
import { DrawnAtOnce, useAwaited } from '../shared/drawn-at-once.tsx';
import { extensionVersion } from '../shared/extension-version.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { listText } from '../shared/list-text.ts';
import { TrustLink } from '../shared/trust-link.tsx';
import { AgreedSiteList } from './agreed-site-list.tsx';
import { BandFields } from './band-fields.tsx';
import { KeepResults } from './keep-results.tsx';
import { NumberSetting } from './number-setting.tsx';
import { SettingTick } from './setting-tick.tsx';
import { ShortcutLine } from './shortcut-line.tsx';
import { SiteList } from './site-list.tsx';
import { useManagedSettings } from './use-managed-settings.ts';
import { useSettings } from './use-settings.ts';
import '../shared/page.css';
import './options.css';

/** The options page. */
export function Options(): JSX.Element {
  return (
    <DrawnAtOnce>
      <main>
        <h1>{translate('optionsTitle')}</h1>
        <AccountSection />
        <SettingSections />
        <Section title="sectionAbout">
          <p class="quiet">{translate('version', extensionVersion())}</p>
          <TrustLink />
          <p>
            <a href="/THIRD-PARTY-NOTICES.txt" target="_blank" rel="noreferrer">
              {translate('thirdPartyNotices')}
            </a>
          </p>
        </Section>
      </main>
    </DrawnAtOnce>
  );
}

function AccountSection(): JSX.Element {
  return (
    <Section title="sectionAccount">
      <AccountWithForm account={useAccount()} savedAccount={useSavedAccount()} />
    </Section>
  );
}

function SettingSections(): JSX.Element {
  const { settings, failure } = useSettings();
  useAwaited(settings !== undefined || failure !== undefined);
  const read = { settings, policy: useManagedSettings() };
  return (
    <>
      <Section title="sectionChecking">
        <FailureLine failure={failure} />
        <SettingTick name="asksForPrivate" label="asksForPrivate" about="aboutAsksForPrivate" settings={settings} />
        <AgreedSiteList />
        <UnusableSites />
        <NumberSetting name="askVideoAboveMb" sentence="askVideoAbove" least={0} most={500} {...read} />
        <NumberSetting name="askPageAbove" sentence="askPageAbove" least={0} most={2_000} {...read} />
        <NumberSetting name="reuseDays" sentence="reuseDays" least={0} most={365} {...read} />
        <BandFields settings={settings} />
        <AutomaticSiteList />
        <NumberSetting name="automaticPerHour" sentence="automaticLimit" least={1} most={10_000} {...read} />
        <ShortcutLine />
      </Section>
      <Section title="sectionPrivacy">
        <KeepResults {...read} />
        <SettingTick name="keepsThumbnails" label="keepThumbnails" about="aboutKeepThumbnails" settings={settings} />
        <SiteList />
        <SettingTick
          name="fetchesRemoteCredentials"
          label="fetchesRemote"
          about="aboutFetchesRemote"
          settings={settings}
        />
        <h3>{translate('whatIsSent')}</h3>
        <p>{translate('aboutSent')}</p>
      </Section>
      <Section title="sectionAdvanced">
        <SettingTick name="isMenuEverywhere" label="menuEverywhere" about="aboutMenuEverywhere" settings={settings} />
        <NumberSetting name="clipSeconds" sentence="clipSeconds" least={3} most={30} {...read} />
        <NumberSetting name="requestsPerHour" sentence="requestsPerHour" least={1} most={100_000} {...read} />
      </Section>
    </>
  );
}

interface SectionProps {
  readonly title: MessageKey;
  readonly children: ComponentChildren;
}

function Section({ title, children }: SectionProps): JSX.Element {
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{translate(title)}</h2>
      {children}
    </section>
  );
}

/**
 * What of an administrator's lists of sites is not understood; nothing where all is, nor where the background does not answer: the
 * account says that.
 */
function UnusableSites(): JSX.Element | null {
  const [entries, setEntries] = useState<readonly string[]>();
  useAwaited(entries !== undefined);
  useEffect(() => {
    const load = () => void sendToBackground('getUnusableSites', {}).then(setEntries).catch(logFault);
    load();
    return onPolicyChanged(load);
  }, []);
  if (entries === undefined || entries.length === 0) return null;
  const quoted = entries.map((entry) => translate('quoted', entry));
  return <p role="status">{translate('unusableSites', listText(quoted))}</p>;
}
