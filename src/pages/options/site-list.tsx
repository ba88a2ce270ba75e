import type { JSX } from 'preact';
import { requestAllSites } from '../../core/browser/site-access.ts';
import { translate } from '../../core/i18n.ts';
import { removeAllSites, removeSite } from '../site-access/remove-sites.ts';
import { useSiteAccess } from '../site-access/use-site-access.ts';

/** Which sites may be read without asking, and the way to take that back. */
export function SiteList(): JSX.Element {
  const { isAllSites, sites } = useSiteAccess();
  const single = sites.filter((site) => !site.includes('://*/') && site !== '<all_urls>');
  return (
    <div class="setting">
      <h3>{translate('siteAccess')}</h3>
      <p class="quiet">{translate('aboutAccess')}</p>
      <label class="line">
        <input
          type="checkbox"
          checked={isAllSites}
          onChange={(event) => {
            const box = event.currentTarget;
            const asked = box.checked ? requestAllSites() : removeAllSites().then(() => false);
            void asked.then((isGiven) => {
              box.checked = isGiven;
            });
          }}
        />
        {translate('allowOnAllSites')}
      </label>
      {single.length > 0 && (
        <ul class="sites">
          {single.map((site) => (
            <li key={site}>
              <span>{siteName(site)}</span>
              <button
                type="button"
                aria-label={translate('removeSite', siteName(site))}
                onClick={() => removeSite(site)}
              >
                {translate('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** `https://cdn.example/*` reads "cdn.example", and says so when it is not https. */
export function siteName(site: string): string {
  return site.replace(/^https:\/\//, '').replace(/\/\*$/, '');
}
