import type { Page } from '@playwright/test';
import type { CheckRecord } from '../../../src/core/check/check-record.ts';
import { isLocalFile } from '../../../src/core/check/media-reference.ts';
import type { Settings } from '../../../src/core/store/settings-item.ts';
import { type BegunCheck, type FaultBed, followRecords } from '../../faults/fault-bed.ts';
import {
  checksOf,
  createFaultPages,
  type FaultPages,
  isWhole,
  mediaOf,
  type Subject,
  selectorOf,
} from '../../faults/fault-pages.ts';
import { createPageServer, type PageServer } from '../../fixtures/serve-pages.ts';
import { createSandbox } from '../../sandbox/create-sandbox.ts';
import { fillAccountForm, OAUTH_ACCOUNT } from '../account-form.ts';
import { startBackground } from '../forget-everything.ts';
import { type Chromium, launchChromium } from '../harness/chromium.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { makeMovableBuild, movableClock } from '../harness/movable-clock.ts';
import { evaluateInServiceWorker } from '../harness/service-worker.ts';
import { waitFor } from '../harness/wait-for.ts';
import { askAlways } from '../headless/ask-always.ts';
import { dispatchMenuChoice, dispatchPageMenuChoice } from '../headless/dispatch-menu-choice.ts';
import { grantSites } from '../headless/site-grants.ts';
import { storedResults } from '../headless/stored-results.ts';
import { type Panel, panelIn } from '../panel.ts';
import { emptySessionStorage, fillSessionStorage } from './full-session-storage.ts';

/** A token lives longer than a worker's cases take by the moved clock, so that none is renewed unasked. Seconds. */
const TOKEN_LIFETIME_S = 86_400;

/** A headless Chromium, signed in, with a clock that can be moved: it serves all cases of a worker. */
export interface BrowserBed extends FaultBed {
  readonly chromium: Chromium;
  /** A page of the extension's own. */
  readonly ownPage: Page;
  /** Reloads the extension, as an update does: its memory goes, and its own pages. */
  reloadExtension(): Promise<void>;
  begin(subject: Subject, before?: () => unknown): Promise<BegunCheck & { readonly shown: Panel }>;
}

/** Enough for a check on a busy machine; none of the waits of the product passes by the real clock. Milliseconds. */
const CHECK_LIMIT_MS = 20_000;

/** More media than any page of this suite has. */
const MANY = 100;

const waitForCheck: FaultBed['waitFor'] = (what, read, seen) =>
  waitFor(what, read, { deadlineMs: CHECK_LIMIT_MS, ...(seen && { seen }) });

/** Starts one. */
export async function openBrowserBed(): Promise<{ bed: BrowserBed; close(): Promise<void> }> {
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
    bed: {
      chromium,
      sandbox,
      get clock() {
        return clock;
      },
      get ownPage() {
        return ownPage;
      },
      holdMedia: (subject) => media.hold(subject),
      async openPage() {
        const next = await chromium.context.newPage();
        await page.close();
        page = next;
        await page.goto(`${pages.origin}/`, { waitUntil: 'domcontentloaded' }); // A test may hold its picture back.
      },
      // To another host: the page's own may have all six connections taken, as by any page that is loading images.
      leavePage: async () => void (await page.goto(`${pages.siblingOrigin}/elsewhere`)),
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
      fillSessionStorage: () => fillSessionStorage(ownPage),
      emptySessionStorage: () => emptySessionStorage(ownPage),
      storedResults: () => storedResults(ownPage),
      latestRunState: () => latestRunState(ownPage),
      waitFor: waitForCheck,
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

interface Parts {
  readonly chromium: Chromium;
  readonly media: FaultPages;
  readonly ownPage: Page;
  /** The page in front, which shows an image, another one, and a video. */
  readonly page: Page;
  readonly pages: PageServer;
}

const isThere = () => true;
const isMissing = () => undefined;

async function begin(now: () => Parts, subject: Subject, prepare?: () => unknown) {
  const parts = now();
  const { chromium, media, ownPage, page, pages } = parts;
  // An event that a test sends starts no background, and an extension that was just reloaded may have none yet.
  await waitFor('the background', () => startBackground(ownPage).then(isThere, isMissing));
  const before = await checkKeys(parts);
  const tree = chromiumPageTree(page);
  const address = pages.origin + media.pathOf(subject);
  if (page.url() !== address) await page.goto(address);
  await prepare?.();
  if (!isWhole(subject)) await dispatchMenuChoice(chromium, page.locator(selectorOf(subject)));
  else if (mediaOf(subject) === 'image') await dispatchPageMenuChoice(chromium, page);
  else await countVideos(parts);
  const isAside = ({ media }: CheckRecord) => !isLocalFile(media) && media.pageUrl.startsWith(pages.siblingOrigin);
  const records = async () => (await recordsBeside(before, now())).filter((record) => !isAside(record));
  return {
    shown: panelIn(tree, isWhole(subject) ? 'BitMind page check' : 'BitMind check'),
    ...followRecords(waitForCheck, checksOf(subject), records),
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

function latestRunState(ownPage: Page): Promise<string | undefined> {
  return ownPage.evaluate(`chrome.storage.session.get().then((kept) => Object.entries(kept)
    .flatMap(([key, run]) => key.startsWith('page-run:') ? [run] : [])
    .sort((one, other) => other.startedAt - one.startedAt)[0]?.state)`);
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
