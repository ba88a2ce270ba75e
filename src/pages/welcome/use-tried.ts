import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../core/browser/browser.ts';
import { logFault } from '../../core/log.ts';
import type { CheckRow } from '../../core/protocol/checks-feed.ts';
import { checksFeed } from '../../core/protocol/checks-feed.ts';
import { useFeed } from '../shared/use-feed.ts';

/** Whether something was checked in the tab of this page. */
export function useTried(): boolean {
  const [tabId, setTabId] = useState<number>();
  useEffect(() => {
    void browser.tabs
      .getCurrent()
      .then((tab) => setTabId(tab?.id))
      .catch(logFault);
  }, []);
  const checks = useFeed<readonly CheckRow[]>(checksFeed({ isPrivate: false, ...(tabId !== undefined && { tabId }) }));
  return tabId !== undefined && checks?.some((check) => check.tabId === tabId) === true;
}
