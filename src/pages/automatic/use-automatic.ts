import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../core/browser/browser.ts';
import { onSiteAccessChanged } from '../../core/browser/site-access.ts';
import { logFault } from '../../core/log.ts';
import type { AutomaticView } from '../../core/protocol/automatic-view.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { automaticSitesItem } from '../../core/store/automatic-sites.ts';
import { onPolicyChanged } from '../../core/store/policy-changes.ts';

/** Follows whether images are checked as they are shown on the site in a tab; undefined until it is known, and where they never are. */
export function useAutomatic(tabId: number): AutomaticView | undefined {
  const [view, setView] = useState<AutomaticView>();
  useEffect(() => {
    const ask = (isOpening: boolean) =>
      void sendToBackground('getAutomatic', { tabId, isOpening }).then(setView).catch(logFault);
    const askAgain = () => ask(false);
    ask(true);
    const onUpdated = (id: number, { status }: { readonly status?: string | undefined }) => {
      if (id === tabId && status === 'complete') askAgain(); // Another page is in the tab.
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    const stops = [automaticSitesItem.watch(askAgain), onSiteAccessChanged(askAgain), onPolicyChanged(askAgain)];
    return () => {
      browser.tabs.onUpdated.removeListener(onUpdated);
      for (const stop of stops) stop();
    };
  }, [tabId]);
  return view;
}
