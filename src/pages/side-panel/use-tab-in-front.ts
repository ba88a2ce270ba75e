import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from '../../core/browser/browser.ts';
import { logFault } from '../../core/log.ts';
import type { PopupTab } from '../../core/protocol/own-page-address.ts';

/** The tab in front of the window beside which the side panel stands; undefined until it is known, and while there is none. */
export function useTabInFront(): PopupTab | undefined {
  const [tab, setTab] = useState<PopupTab>();
  useEffect(() => {
    const stopping = new AbortController();
    followTabInFront((next) => setTab((now) => (isSame(now, next) ? now : next)), stopping.signal).catch(logFault);
    return () => stopping.abort();
  }, []);
  return tab;
}

function isSame(one: PopupTab | undefined, other: PopupTab | undefined): boolean {
  return one?.tabId === other?.tabId && one?.isPrivate === other?.isPrivate;
}

/** Tells which tab is in front, now and whenever that changes: another is chosen, moved here or away, or takes its place. */
async function followTabInFront(onTab: (tab: PopupTab | undefined) => void, signal: AbortSignal): Promise<void> {
  const { id: windowId } = await browser.windows.getCurrent();
  if (windowId === undefined || signal.aborted) return;
  const look = async () => {
    const [tab] = await browser.tabs.query({ active: true, windowId });
    if (!signal.aborted) onTab(tab && tabOf(tab));
  };
  const lookAgain = () => void look().catch(logFault);
  const onActivated = (chosen: { readonly windowId: number }) => {
    if (chosen.windowId === windowId) lookAgain();
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onReplaced.addListener(lookAgain);
  browser.tabs.onAttached.addListener(lookAgain);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onReplaced.removeListener(lookAgain);
    browser.tabs.onAttached.removeListener(lookAgain);
  });
  await look();
}

/** Only the tab tells that it is private: the page of the side panel need not (Chromium). */
function tabOf({ id: tabId, incognito: isPrivate }: Browser.tabs.Tab): PopupTab {
  return { isPrivate, ...(tabId !== undefined && { tabId }) };
}
