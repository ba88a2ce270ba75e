import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../core/browser/browser.ts';
import { onSiteAccessChanged } from '../../core/browser/site-access.ts';
import { logFault } from '../../core/log.ts';
import type { AutomaticView } from '../../core/protocol/automatic-view.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { automaticSitesItem } from '../../core/store/automatic-sites.ts';
import { onPolicyChanged } from '../../core/store/policy-changes.ts';

/** Asks how it stands for the site in a tab, for a page that was just opened: what was ticked before is no more. */
export function askAutomatic(tabId: number): Promise<AutomaticView | undefined> {
  return sendToBackground('getAutomatic', { tabId, isOpening: true });
}

/**
 * Follows whether images are checked as they are shown on the site in a tab; undefined until it is known, and where they never are.
 * `first`: what is known already.
 */
export function useAutomatic(tabId: number, first: AutomaticView | undefined): AutomaticView | undefined {
  const [view, setView] = useState(first);
  useEffect(() => {
    const askAgain = () =>
      void sendToBackground('getAutomatic', { tabId, isOpening: false }).then(setView).catch(logFault);
    if (!first) void askAutomatic(tabId).then(setView).catch(logFault);
    const onUpdated = (id: number, { status }: { readonly status?: string | undefined }) => {
      if (id === tabId && status === 'complete') askAgain(); // Another page is in the tab.
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    const stops = [automaticSitesItem.watch(askAgain), onSiteAccessChanged(askAgain), onPolicyChanged(askAgain)];
    return () => {
      browser.tabs.onUpdated.removeListener(onUpdated);
      for (const stop of stops) stop();
    };
  }, [tabId, first]);
  return view;
}
