import type { MediaOnPage } from '../fault-pages.ts';
import type { ExtensionApi, TabInBrowser } from './extension-api.ts';
import { openPage, type PageInNode } from './page-in-node.ts';

/** A tab, and the page in it. */
export interface TabInNode extends TabInBrowser {
  readonly page: PageInNode;
  /** Leads it to another page. */
  goTo(url: string, media: readonly MediaOnPage[]): void;
  close(): void;
}

const NOBODY_THERE = 'Could not establish connection. Receiving end does not exist.';

/** Opens a tab. */
export function openTab(api: ExtensionApi, id: number, isPrivate = false): TabInNode {
  let shown = showPage('about:blank', []);

  function showPage(url: string, media: readonly MediaOnPage[]) {
    const sender = { id: api.ownPage.id, url, tab: { id }, frameId: 0 };
    return { url, page: openPage({ api, sender, media }), gone: new AbortController(), hasScripts: false };
  }

  function leave(): void {
    shown.gone.abort();
    shown.page.leave();
  }

  const tab: TabInNode = {
    id,
    isPrivate,
    get url() {
      return shown.url;
    },
    get page() {
      return shown.page;
    },
    goTo(url, media) {
      leave();
      shown = showPage(url, media);
    },
    close() {
      api.tabs.delete(id);
      leave();
    },
    inject() {
      shown.hasScripts = true;
    },
    async answer({ type, request }) {
      const { page, gone, hasScripts } = shown;
      if (!hasScripts) throw new Error(NOBODY_THERE);
      const closed = Promise.withResolvers<never>();
      const onGone = () => closed.reject(new Error('The message port closed before a response was received.'));
      gone.signal.addEventListener('abort', onGone, { once: true });
      return Promise.race([page.answer(type, request), closed.promise]);
    },
  };
  api.tabs.set(id, tab);
  return tab;
}
