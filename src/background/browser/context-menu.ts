import { type Browser, browser } from '../../core/browser/browser.ts';
import { translate } from '../../core/i18n.ts';
import type { TabPage } from './tab-page.ts';

/**
 * Whether the menu of a canvas, and of embedded files, has the items of the context `all` alone, whatever other contexts
 * they name. Chromium 156: yes. Firefox 153: no, there it has those of `page`.
 */
const CANVAS_NEEDS_ALL = !import.meta.env.FIREFOX;

/** The id of the one item in pages. One alone, or the browser would fold them into a submenu. */
const CHECK_ITEM = 'check-media';

/** In the menu of the toolbar's button alone. */
const CHECK_PAGE_ITEM = 'check-page';
const RESULTS_ITEM = 'all-results';
const SIDE_PANEL_ITEM = 'side-panel';

type Contexts = NonNullable<Browser.contextMenus.CreateProperties['contexts']>;

const ON_MEDIA: Contexts = ['image', 'video'];
/** Everything in a page; where that cannot be said otherwise, the toolbar button too. */
const EVERYWHERE: Contexts = CANVAS_NEEDS_ALL
  ? ['all']
  : ['page', 'frame', 'link', 'selection', 'editable', 'image', 'video', 'audio'];

/** A choice of "Check with BitMind" in the native menu, as the browser tells it. */
export interface MenuChoice {
  readonly kind: 'image' | 'video';
  /** In a page, or in the menu of the toolbar's button. */
  readonly pointedBy: 'menu' | 'toolbar';
  /** The media's address. Left out where the browser saw none: the page has to be searched. */
  readonly url?: string;
  readonly pageUrl: string;
  /** The address of the frame that was clicked, where that is not the top page and has an address of its own. */
  readonly frameUrl?: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly targetElementId?: number;
  readonly isPrivate: boolean;
}

/** Puts the items into the menus. Menus outlive the background, so this runs on install and update. */
export function createContextMenu(isEverywhere: () => Promise<boolean>): void {
  browser.runtime.onInstalled.addListener(async () => {
    const contexts = (await isEverywhere()) ? EVERYWHERE : ON_MEDIA;
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({ id: CHECK_ITEM, title: translate('menuCheck'), contexts });
    browser.contextMenus.create({
      id: CHECK_PAGE_ITEM,
      title: translate('checkPageImages'),
      contexts: ['action'],
    });
    browser.contextMenus.create({ id: SIDE_PANEL_ITEM, title: translate('openSidePanel'), contexts: ['action'] });
    browser.contextMenus.create({ id: RESULTS_ITEM, title: translate('allResults'), contexts: ['action'] });
  });
}

/** Shows the item on everything in a page, or on images and videos alone. */
export async function showMenuEverywhere(isEverywhere: boolean): Promise<void> {
  await browser.contextMenus.update(CHECK_ITEM, { contexts: isEverywhere ? EVERYWHERE : ON_MEDIA });
}

/** Calls back for each choice. Must be called while the background starts. */
export function onMenuChoice(listener: (choice: MenuChoice) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== CHECK_ITEM || tab?.id === undefined) return;
    const isSound = info.mediaType === 'audio';
    listener({
      kind: info.mediaType === 'video' ? 'video' : 'image',
      // In the menu of the toolbar's button, the browser tells of no place in the page.
      pointedBy: info.pageUrl === undefined ? 'toolbar' : 'menu',
      // Firefox (153) tells an empty address of a `blob:` that was revoked.
      ...(info.srcUrl && !isSound && { url: info.srcUrl }),
      pageUrl: info.pageUrl ?? tab.url ?? '',
      tabId: tab.id,
      frameId: info.frameId ?? 0,
      isPrivate: tab.incognito,
      ...ownAddress(info.frameUrl),
      ...targetElement(info),
    });
  });
}

/** Calls back for each choice of "Check images on this page". Must be called while the background starts. */
export function onPageMenuChoice(listener: (page: TabPage) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId !== CHECK_PAGE_ITEM || tab?.id === undefined) return;
    listener({ tabId: tab.id, pageUrl: tab.url ?? '', isPrivate: tab.incognito });
  });
}

/** Calls back for each choice of "Open side panel", within the user's gesture. Must be called while the background starts. */
export function onSidePanelChoice(listener: (tabId: number) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === SIDE_PANEL_ITEM && tab?.id !== undefined) listener(tab.id);
  });
}

/** Calls back for each choice of "All results". Must be called while the background starts. */
export function onAllResultsChoice(listener: () => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }) => {
    if (menuItemId === RESULTS_ITEM) listener();
  });
}

/** A frame without an address (`about:srcdoc`) has that of the page around it in all that counts. */
function ownAddress(frameUrl: string | undefined): { frameUrl?: string } {
  return frameUrl !== undefined && /^https?:/.test(frameUrl) ? { frameUrl } : {};
}

/** Firefox alone names the element that was clicked (`menus.getTargetElement`). */
function targetElement(info: Browser.contextMenus.OnClickData): { targetElementId?: number } {
  return 'targetElementId' in info && typeof info.targetElementId === 'number'
    ? { targetElementId: info.targetElementId }
    : {};
}
