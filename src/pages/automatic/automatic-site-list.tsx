import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { automaticSitesItem } from '../../core/store/automatic-sites.ts';
import { siteName } from '../options/site-list.tsx';
import { useAwaited } from '../shared/drawn-at-once.tsx';

/** The sites on which images are checked as they are shown, and the way to take that back. */
export function AutomaticSiteList(): JSX.Element | null {
  const [sites, setSites] = useState<readonly string[]>();
  useAwaited(sites !== undefined);
  useEffect(() => {
    void automaticSitesItem.get().then(setSites, logFault);
    return automaticSitesItem.watch(setSites);
  }, []);
  return (
    <div class="setting">
      <h3 id="automatic-title">{translate('automaticSites')}</h3>
      <p class="quiet">
        {translate('aboutAutomatic')} {translate('aboutAutomaticPrivate')}
      </p>
      {sites?.length === 0 && <p class="quiet">{translate('noAutomaticSites')}</p>}
      <ul class="sites" aria-labelledby="automatic-title">
        {sites?.map((site) => (
          <li key={site}>
            <span>{siteName(site)}</span>
            <button
              type="button"
              aria-label={translate('stopAutomatic', siteName(site))}
              onClick={() => void sendToBackground('turnOffAutomatic', { site }).catch(logFault)}
            >
              {translate('remove')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
