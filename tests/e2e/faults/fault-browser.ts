import type { Page } from '@playwright/test';
import type { CheckRecord } from '../../../src/core/check/check-record.ts';
import { isLocalFile } from '../../../src/core/check/media-reference.ts';
import type { Settings } from '../../../src/core/store/settings-item.ts';
import { createPageServer, type PageServer } from '../../fixtures/serve-pages.ts';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox.ts';
import { fillAccountForm, OAUTH_ACCOUNT } from '../account-form.ts';
import { type Chromium, launchChromium } from '../harness/chromium.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { type MovableClock, makeMovableBuild, movableClock } from '../harness/movable-clock.ts';
import { evaluateInServiceWorker } from '../harness/service-worker.ts';
import { waitFor } from '../harness/wait-for.ts';
import { askAlways } from '../headless/ask-always.ts';
import { dispatchMenuChoice, dispatchPageMenuChoice } from '../headless/dispatch-menu-choice.ts';
import { grantSites } from '../headless/site-grants.ts';
import { storedResults } from '../headless/stored-results.ts';
import { type Panel, panelIn } from '../panel.ts';
import {
  checksOf,
  createFaultPages,
  type FaultPages,
  isWhole,
  mediaOf,
  type Subject,
  selectorOf,
} from './fault-pages.ts';

/** A token lives longer than a worker's cases take by the moved clock, so that none is renewed unasked. Seconds. */
const TOKEN_LIFETIME_S = 86_400;

/** What a case checks: one image, one video, all images of a page, or all its videos. */
export type FaultKind = 'image' | 'video' | 'page' | 'videos';

/** A headless Chromium, signed in, with a clock that can be moved: it serves all cases of a worker. */
export interface FaultBrowser {
  readonly chromium: Chromium;
  readonly sandbox: Sandbox;
  readonly pages: PageServer;
  readonly media: FaultPages;
  readonly clock: MovableClock;
  /** A page of the extension's own. */
  readonly ownPage: Page;
  /** The page in front, which shows an image, another one, and a video. */
  readonly page: Page;
  /** Opens that page in a new tab, where the one before was closed or has lost the extension. */
  openPage(): Promise<void>;
  /** Reloads the extension, as an update does: its memory goes, and its own pages. */
  reloadExtension(): Promise<void>;
  /** Begins a check, once `before` is done on the page that shows it; gives what shows it, and its records as they come to be. */
  begin(subject: Subject, before?: () => unknown): Promise<BegunCheck>;
  /** Has another image judged meanwhile, of another host and in another tab. */
  checkAside(): Promise<void>;
  /** Changes some of the settings; gives what they were before. */
  changeSettings(changed: Partial<Settings>): Promise<Partial<Settings>>;
  storedResults(): Promise<number>;
}

/** A check that was begun. */
export interface BegunCheck {
  readonly shown: Panel;
  /** The records of it now: one, or one for each picture of the page. */
  records(): Promise<readonly CheckRecord[]>;
  /** Waits until all its records are so, and one of them is so too where that is asked; gives them. */
  waitFor(
    what: string,
    isSo: (record: CheckRecord) => boolean,
    isOneSo?: (record: CheckRecord) => boolean,
  ): Promise<readonly CheckRecord[]>;
}

/** Enough for a check on a busy machine; none of the waits of the product passes by the real clock. Milliseconds. */
const CHECK_LIMIT_MS = 20_000;

/** More media than any page of this suite has. */
const MANY = 100;

/** Starts one. */
export async function openFaultBrowser(): Promise<{ browser: FaultBrowser; close(): Promise<void> }> {
  const sandbox = await createSandbox({ tokenLifetimeSeconds: TOKEN_LIFETIME_S });
  const pages = await createPageServer({ routes: {} });
  const media = await createFaultPages(pages);
  const build = await makeMovableBuild();
  const chromium = await launchChromium({ extensionFolder: build.folder });
  const options = `chrome-extension://${chromium.extensionId}/options.html`;
  let ownPage = await chromium.context.newPage();
  await ownPage.goto(options);
  let clock = await movableClock(ownPage);
  await fillAccountForm(ownPage, { ...OAUTH_ACCOUNT, serviceAddress: sandbox.origin });
  await ownPage.getByRole('checkbox', { name: 'Remember on this computer' }).check();
  await ownPage.getByRole('button', { name: 'Save and test' }).click();
  await ownPage.getByText('Connected.').waitFor();
  await askAlways(ownPage);
  await changeSettings(ownPage, { askPageAbove: MANY });
  await grantSites(chromium, ownPage, '<all_urls>');
  let isInDeveloperMode = false;
  let page = await chromium.context.newPage();
  await page.goto(pages.origin);
  const parts = () => ({ chromium, media, ownPage, page, pages });
  return {
    browser: {
      chromium,
      sandbox,
      pages,
      media,
      get clock() {
        return clock;
      },
      get ownPage() {
        return ownPage;
      },
      get page() {
        return page;
      },
      async openPage() {
        const next = await chromium.context.newPage();
        await page.close();
        page = next;
        await page.goto(`${pages.origin}/`, { waitUntil: 'domcontentloaded' }); // A test may hold its picture back.
      },
      async reloadExtension() {
        if (!isInDeveloperMode) await turnOnDeveloperMode(chromium);
        isInDeveloperMode = true;
        await evaluateInServiceWorker(chromium, 'void setTimeout(() => chrome.runtime.reload())');
        ownPage = await openWhenLoaded(chromium, options);
        clock = await movableClock(ownPage);
        await page.bringToFront();
      },
      begin: (subject, before) => begin(parts, subject, before),
      async checkAside() {
        await checkAside(chromium, pages);
        await page.bringToFront();
      },
      changeSettings: (changed) => changeSettings(ownPage, changed),
      storedResults: () => storedResults(ownPage),
    },
    async close() {
      await chromium.close();
      await Promise.all([sandbox.close(), pages.close(), build.remove()]);
    },
  };
}

/** Only in developer mode does Chromium load an unpacked extension again by itself. */
async function turnOnDeveloperMode({ context }: Chromium): Promise<void> {
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions/');
  await extensions.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await extensions.close();
}

/** While the extension is being loaded, its pages are blocked. */
async function openWhenLoaded({ context }: Chromium, address: string): Promise<Page> {
  const page = await context.newPage();
  await waitFor('the extension to be loaded again', async () => {
    const isLoaded = page.goto(address).then(() => page.evaluate('Boolean(chrome.storage)'));
    return (await isLoaded.catch(() => false)) || undefined;
  });
  return page;
}

async function checkAside(chromium: Chromium, pages: PageServer): Promise<void> {
  const tab = await chromium.context.newPage();
  const panel = panelIn(chromiumPageTree(tab), 'BitMind check');
  await tab.goto(`${pages.siblingOrigin}/`, { waitUntil: 'domcontentloaded' }); // A test may hold back one of its files.
  await dispatchMenuChoice(chromium, tab.locator(selectorOf('other-image')));
  await panel.waitForLine('Likely not AI-generated');
  await tab.close();
}

function changeSettings(ownPage: Page, changed: Partial<Settings>): Promise<Partial<Settings>> {
  return ownPage.evaluate(async (changed) => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...settings, ...changed } });
    return Object.fromEntries(Object.entries(settings).filter(([name]) => name in changed));
  }, changed);
}

type Parts = Pick<FaultBrowser, 'chromium' | 'media' | 'ownPage' | 'page' | 'pages'>;

async function begin(now: () => Parts, subject: Subject, prepare?: () => unknown): Promise<BegunCheck> {
  const parts = now();
  const { chromium, media, page, pages } = parts;
  const before = await checkKeys(parts);
  const count = checksOf(subject);
  const tree = chromiumPageTree(page);
  await media.show(page, subject);
  await prepare?.();
  if (!isWhole(subject)) await dispatchMenuChoice(chromium, page.locator(selectorOf(subject)));
  else if (mediaOf(subject) === 'image') await dispatchPageMenuChoice(chromium);
  else await countVideos(parts);
  const isAside = ({ media }: CheckRecord) => !isLocalFile(media) && media.pageUrl.startsWith(pages.siblingOrigin);
  const records = async () => (await recordsBeside(before, now())).filter((record) => !isAside(record));
  return {
    shown: panelIn(tree, isWhole(subject) ? 'BitMind page check' : 'BitMind check'),
    records,
    waitFor: (what, isSo, isOneSo = isSo) =>
      waitFor(
        `the check ${what}`,
        async () => {
          const now = await records();
          return now.length === count && now.every(isSo) && now.some(isOneSo) ? now : undefined;
        },
        {
          deadlineMs: CHECK_LIMIT_MS,
          seen: async () => JSON.stringify((await records()).map(({ state, error }) => [state, error])),
        },
      ),
  };
}

/** Says what the popup says when "Check videos on this page" is pressed in it. */
async function countVideos({ ownPage }: Pick<Parts, 'ownPage'>): Promise<void> {
  await ownPage.evaluate(`chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) =>
    chrome.runtime.sendMessage({ type: 'countPage', request: { tabId: tab.id, kind: 'video' }, messageId: 'videos' }))`);
}

/** Where the checks are that there are now. */
function checkKeys({ ownPage }: Pick<Parts, 'ownPage'>): Promise<readonly string[]> {
  return ownPage.evaluate(
    `chrome.storage.session.getKeys().then((keys) => keys.filter((key) => key.startsWith('check:')))`,
  );
}

/** The checks that have been added: those of all cases before are many, and this is asked often. */
function recordsBeside(before: readonly string[], { ownPage }: Pick<Parts, 'ownPage'>): Promise<CheckRecord[]> {
  return ownPage.evaluate(async (known) => {
    const keys = await chrome.storage.session.getKeys();
    const added = keys.filter((key) => key.startsWith('check:') && !known.includes(key));
    return added.length === 0 ? [] : Object.values(await chrome.storage.session.get(added));
  }, before);
}

/** What the code above finds where it runs. */
declare const chrome: {
  readonly storage: {
    readonly local: {
      get(key: 'settings'): Promise<{ readonly settings: Settings }>;
      set(items: { readonly settings: Settings }): Promise<void>;
    };
    readonly session: {
      getKeys(): Promise<string[]>;
      get(keys: readonly string[]): Promise<Record<string, CheckRecord>>;
    };
  };
};
