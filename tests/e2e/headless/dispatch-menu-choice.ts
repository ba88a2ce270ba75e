import type { Frame, Locator, Page } from '@playwright/test';
import type { Chromium } from '../harness/chromium.ts';
import { evaluateInServiceWorker } from '../harness/service-worker.ts';
import { waitFor } from '../harness/wait-for.ts';

/** What the browser tells of the element that was clicked. */
export interface ClickedElement {
  /** The address, where the browser takes it for an image. */
  readonly srcUrl?: string;
  readonly mediaType?: 'image' | 'video';
  readonly frame: Frame;
  /** The tab is in a private window. */
  readonly isPrivate?: boolean;
}

/** Sends the event of a choice on an image of a page's main frame. */
export async function dispatchMenuChoice(chromium: Chromium, image: Locator, isPrivate = false): Promise<void> {
  const srcUrl = await image.evaluate((element) =>
    element instanceof HTMLImageElement || element instanceof HTMLVideoElement ? element.currentSrc || element.src : '',
  );
  const mediaType = (await image.evaluate((element) => element.localName)) === 'video' ? 'video' : 'image';
  await dispatchMenuEvent(chromium, image.page(), { srcUrl, mediaType, frame: image.page().mainFrame(), isPrivate });
}

/**
 * Sends the event of a choice in the native menu, which a headless browser does not have. Without the user's gesture and
 * `activeTab` that the real one brings: the tests in native/ have those.
 */
export async function dispatchMenuEvent(
  chromium: Chromium,
  page: Page,
  { srcUrl, mediaType = 'image', frame, isPrivate = false }: ClickedElement,
): Promise<void> {
  const isTop = frame === page.mainFrame();
  const info = {
    menuItemId: 'check-media',
    pageUrl: page.url(),
    editable: false,
    ...(srcUrl !== undefined && { srcUrl, mediaType }),
    ...(!isTop && { frameUrl: frame.url() }),
  };
  await dispatchInFront(
    chromium,
    page,
    `async (tab) => {
      const frameId = ${isTop ? '0' : frameIdOf(frame.url())};
      chrome.contextMenus.onClicked.dispatch({ ...${JSON.stringify(info)}, frameId }, { ...tab, incognito: ${isPrivate} });
    }`,
  );
}

/** The same for "Check images on this page" in the menu of the toolbar's button. */
export async function dispatchPageMenuChoice(chromium: Chromium, page: Page): Promise<void> {
  await dispatchInFront(
    chromium,
    page,
    `(tab) => chrome.contextMenus.onClicked.dispatch({ menuItemId: 'check-page', editable: false }, tab)`,
  );
}

/**
 * Dispatches in the service worker, with the tab of a page that was brought to the front, once the browser has it there: of one that
 * is still in front instead, an own page say, it tells another address, or one at all.
 */
async function dispatchInFront(chromium: Chromium, page: Page, dispatch: string): Promise<void> {
  const own = `chrome-extension://${chromium.extensionId}/`;
  const isIt = page.url().startsWith(own)
    ? `tab?.url === ${JSON.stringify(page.url())}`
    : `tab && !tab.url?.startsWith('${own}')`;
  const attempt = `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(async ([tab]) => {
    if (!(${isIt})) return false;
    await (${dispatch})(tab);
    return true;
  })`;
  await waitFor(
    'the page in front',
    async () => (await evaluateInServiceWorker(chromium, attempt)) === true || undefined,
  );
}

/** The extension's number of a frame, by its address; only scripts in frames tell it without a permission more. */
function frameIdOf(address: string): string {
  return `(await chrome.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, func: () => location.href }))
    .find(({ result }) => result === ${JSON.stringify(address)}).frameId`;
}
