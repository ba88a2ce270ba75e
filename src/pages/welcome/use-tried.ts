import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../core/browser/browser.ts';
import { logFault } from '../../core/log.ts';
import { TRIED_FEED_PREFIX } from '../../core/protocol/checks-feed.ts';
import { followFeed } from '../../core/protocol/follow-feed.ts';

/** Whether something was checked in the tab of this page. */
export function useTried(): boolean {
  const [isTried, setTried] = useState(false);
  useEffect(() => {
    const closing = new AbortController();
    const follow = (tabId: number) =>
      followFeed<boolean>(TRIED_FEED_PREFIX + tabId, { onState: setTried }, closing.signal);
    void browser.tabs
      .getCurrent()
      .then((tab) => tab?.id !== undefined && follow(tab.id))
      .catch(logFault);
    return () => closing.abort();
  }, []);
  return isTried;
}
