import { useEffect, useState } from 'preact/hooks';
import { grantedSites, hasAllSites, onSiteAccessChanged } from '../../core/browser/site-access.ts';
import { useAwaited } from '../shared/drawn-at-once.tsx';

/** The sites that may be read without asking. */
export interface SiteAccess {
  readonly isAllSites: boolean;
  /** Match patterns. */
  readonly sites: readonly string[];
}

/** Follows what the user granted, here or in the browser's own settings. */
export function useSiteAccess(): SiteAccess {
  const [access, setAccess] = useState<SiteAccess>();
  useAwaited(access !== undefined);
  useEffect(() => {
    const load = () =>
      void Promise.all([hasAllSites(), grantedSites()]).then(([isAllSites, sites]) => setAccess({ isAllSites, sites }));
    load();
    return onSiteAccessChanged(load);
  }, []);
  return access ?? { isAllSites: false, sites: [] };
}
