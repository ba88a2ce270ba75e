import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  openAccessWindow,
  openPopup,
  openPopupWindow,
  openReport,
  openTrust,
} from '../../../../src/background/browser/own-pages.ts';
import { accessQuestion } from '../../../../src/core/protocol/own-page-address.ts';
import { popupTab } from '../../../../src/pages/popup/popup-tab.ts';

let opened: { url: URL; incognito: boolean | undefined }[];
let tabs: { id: number; incognito: boolean }[];

beforeEach(() => {
  fakeBrowser.reset();
  [opened, tabs] = [[], []];
  Object.assign(fakeBrowser, { extension: { inIncognitoContext: false } });
  Object.assign(fakeBrowser.action, { openPopup: () => Promise.reject(new Error('no window in front')) });
  Object.assign(fakeBrowser.windows, {
    create: async ({ url, incognito }: { url: string; incognito?: boolean }) =>
      opened.push({ url: new URL(url), incognito }),
  });
  Object.assign(fakeBrowser.tabs, {
    query: async () => tabs.slice(0, 1),
    get: async (id: number) => {
      const found = tabs.find((tab) => tab.id === id);
      if (!found) throw new Error('No tab with id');
      return found;
    },
  });
});

afterEach(() => void vi.unstubAllGlobals());

/** Has this page be the window that was opened last, or the popup of the toolbar's button. */
function standIn(page: 'window' | 'popup'): void {
  const href = page === 'window' ? opened.at(-1)?.url.href : 'chrome-extension://id/popup.html';
  vi.stubGlobal('location', { href });
}

describe('the popup in a window of its own', () => {
  it('is about the tab it was opened for, not about itself', async () => {
    tabs = [
      { id: 99, incognito: false },
      { id: 7, incognito: false },
    ];
    await openPopup({ tabId: 7, isPrivate: false });
    standIn('window');
    expect(await popupTab()).toEqual({ tabId: 7, isPrivate: false });
  });

  it('is about no tab once that has gone, or where it was opened for none', async () => {
    tabs = [{ id: 99, incognito: false }];
    await openPopup({ tabId: 7, isPrivate: false });
    standIn('window');
    expect(await popupTab()).toEqual({ isPrivate: false });
    await openPopup({ isPrivate: false });
    standIn('window');
    expect(await popupTab()).toEqual({ isPrivate: false });
  });

  it.each([
    ['is private as its tab is (Firefox)', true, { tabId: 7, isPrivate: true }],
    ['says nothing of a private tab where it cannot be private itself (Chromium)', false, { isPrivate: false }],
  ])('%s', async (_name, canBePrivate, expected) => {
    tabs = [{ id: 7, incognito: true }];
    await openPopupWindow({ tabId: 7, isPrivate: true }, canBePrivate);
    standIn('window');
    expect(opened[0]?.incognito).toBe(canBePrivate);
    expect(await popupTab()).toEqual(expected);
  });
});

describe("the toolbar button's popup", () => {
  it('belongs to a private window where its tab says so, whatever its own page says', async () => {
    tabs = [{ id: 7, incognito: true }];
    standIn('popup');
    expect(await popupTab()).toEqual({ tabId: 7, isPrivate: true });
  });
});

describe('what is opened beside the pages of the extension', () => {
  it.each([
    ['the text on trust', () => openTrust(), 'chrome-extension://test-extension-id/trust.txt'],
    ['BitMind’s website, to report', () => openReport(), 'https://bitmind.ai/'],
    ['an organisation’s address, to report', () => openReport('mailto:desk@news.example'), 'mailto:desk@news.example'],
  ])('is %s, never in a private window', async (_name, open, href) => {
    Object.assign(fakeBrowser.windows, { getAll: async () => [{ id: 3, incognito: true }] });
    await open();
    expect(opened.map(({ url, incognito }) => ({ href: url.href, incognito }))).toEqual([{ href, incognito: false }]);
  });
});

describe('the window that asks for access', () => {
  it.each([true, false])('asks what it was opened to ask, and is private as the check is: %s', async (is) => {
    const question = { checkId: 'a', origin: 'https://cdn.example:8443', isUnsent: is };
    await openAccessWindow(question, is);
    standIn('window');
    expect(accessQuestion()).toEqual(question);
    expect(opened[0]?.incognito).toBe(is);
  });

  it('asks about all sites where no site is named', async () => {
    await openAccessWindow({ checkId: 'a' }, false);
    standIn('window');
    expect(accessQuestion()).toEqual({ checkId: 'a', isUnsent: false });
  });
});
