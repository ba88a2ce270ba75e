import type { Page } from '@playwright/test';
import type { CheckRecord } from '../../../src/check/check-record.ts';
import { makeVideo } from '../../fixtures/make-video.ts';
import { createPageServer, type PageServer } from '../../fixtures/serve-pages.ts';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox.ts';
import { fillAccountForm, OAUTH_ACCOUNT } from '../account-form.ts';
import { type Chromium, launchChromium } from '../harness/chromium.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { type MovableClock, makeMovableBuild, movableClock } from '../harness/movable-clock.ts';
import { waitFor } from '../harness/wait-for.ts';
import { askAlways } from '../headless/ask-always.ts';
import { dispatchMenuChoice, dispatchPageMenuChoice } from '../headless/dispatch-menu-choice.ts';
import { grantSites } from '../headless/site-grants.ts';
import { storedResults } from '../headless/stored-results.ts';
import { photograph, photographPage } from '../image-pages.ts';
import { numberedPicture } from '../many-pictures.ts';
import { type Panel, panelIn } from '../panel.ts';

/** A token lives longer than a worker's cases take by the moved clock, so that none is renewed unasked. Seconds. */
const TOKEN_LIFETIME_S = 86_400;

/** Pictures of a page that is checked as a whole. */
const PICTURES_OF_PAGE = 3;

/** What a case checks: one image, one video, or all images of a page. */
export type FaultKind = 'image' | 'video' | 'page';

/** A headless Chromium, signed in, with a clock that can be moved: it serves all cases of a worker. */
export interface FaultBrowser {
  readonly chromium: Chromium;
  readonly sandbox: Sandbox;
  readonly pages: PageServer;
  readonly clock: MovableClock;
  /** A page of the extension's own. */
  readonly ownPage: Page;
  /** The page in front, which shows an image, another one, and a video. */
  readonly page: Page;
  /** Opens that page in a new tab, where the one before was closed or has lost the extension. */
  openPage(): Promise<void>;
  /** Reloads the extension, as an update does: its memory goes, and its own pages. */
  reloadExtension(): Promise<void>;
  /** Begins a check; gives what shows it, and its records as they come to be. */
  begin(kind: keyof typeof SELECTORS | 'page'): Promise<BegunCheck>;
  storedResults(): Promise<number>;
}

/** A check that was begun. */
export interface BegunCheck {
  readonly shown: Panel;
  /** The records of it now: one, or one for each picture of the page. */
  records(): Promise<readonly CheckRecord[]>;
  /** Waits until all its records are so; gives them. */
  waitFor(what: string, isSo: (record: CheckRecord) => boolean): Promise<readonly CheckRecord[]>;
}

/** Enough for a check on a busy machine; none of the waits of the product passes by the real clock. Milliseconds. */
const CHECK_LIMIT_MS = 20_000;

const LARGE_BYTES = 24_000_000;

/** So small that the user is asked before it is sent, in pixels. */
const TINY_SIDE = 16;

/** Starts one. */
export async function openFaultBrowser(): Promise<{ browser: FaultBrowser; close(): Promise<void> }> {
  const sandbox = await createSandbox({ tokenLifetimeSeconds: TOKEN_LIFETIME_S });
  const pages = await createPageServer({ routes: await fixedRoutes() });
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
  await neverAskAboutPages(ownPage);
  await grantSites(chromium, ownPage, '<all_urls>');
  let page = await chromium.context.newPage();
  await page.goto(pages.origin);
  const parts = () => ({ chromium, sandbox, pages, clock, ownPage, page });
  return {
    browser: {
      chromium,
      sandbox,
      pages,
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
        await reload(chromium);
        ownPage = await openWhenLoaded(chromium, options);
        clock = await movableClock(ownPage);
        await page.bringToFront();
      },
      begin: (kind) => begin(parts, kind),
      storedResults: () => storedResults(ownPage),
    },
    async close() {
      await chromium.close();
      await Promise.all([sandbox.close(), pages.close(), build.remove()]);
    },
  };
}

/** Only in developer mode does Chromium load an unpacked extension again by itself. */
async function reload({ context, extensionId }: Chromium): Promise<void> {
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions/');
  await extensions.evaluate(`chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
    .then(() => chrome.developerPrivate.reload('${extensionId}'))`);
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

async function fixedRoutes() {
  const video = await makeVideo('a.mp4');
  return {
    '/': {
      body: `<!doctype html><html lang="en"><title>A page</title>
        <img id="image" src="/photo.jpg" width="300" alt=""><img id="other" src="/other.png" width="100" alt="">
        <img id="large" src="/large.jpg" width="90" alt=""><img id="tiny" src="/tiny.png" alt="">
        <video id="video" src="/a.mp4" width="300" height="170" muted></video>`,
    },
    '/elsewhere': { body: '<!doctype html><title>Elsewhere</title>' },
    '/photo.jpg': photographPage(),
    '/other.png': { body: numberedPicture(0), type: 'image/png' },
    // More than the buffers between browser and service hold, so that sending it can be held up.
    '/large.jpg': { body: Buffer.concat([photograph(), Buffer.alloc(LARGE_BYTES)]), type: 'image/jpeg' },
    '/tiny.png': { body: numberedPicture(0, TINY_SIDE), type: 'image/png' },
    '/a.mp4': { body: video, type: 'video/mp4' },
  };
}

/** Pages begin without a question, which many a test puts elsewhere. */
async function neverAskAboutPages(ownPage: Page): Promise<void> {
  await ownPage.evaluate(`chrome.storage.local.get('settings').then(({ settings }) =>
    chrome.storage.local.set({ settings: { ...settings, askPageAbove: 100 } }))`);
}

type Parts = Pick<FaultBrowser, 'chromium' | 'sandbox' | 'pages' | 'clock' | 'ownPage' | 'page'>;

/** Where each kind is on the page. */
const SELECTORS = {
  image: '#image',
  video: '#video',
  'other-image': '#other',
  'large-image': '#large',
  'tiny-image': '#tiny',
} as const;

async function begin(now: () => Parts, kind: keyof typeof SELECTORS | 'page'): Promise<BegunCheck> {
  const parts = now();
  const { chromium, page } = parts;
  const before = await checkKeys(parts);
  const count = kind === 'page' ? PICTURES_OF_PAGE : 1;
  const tree = chromiumPageTree(page);
  if (kind === 'page') {
    await showNewPictures(parts);
    await dispatchPageMenuChoice(chromium);
  } else {
    const home = `${parts.pages.origin}/`;
    if (page.url() !== home) await page.goto(home);
    await dispatchMenuChoice(chromium, page.locator(SELECTORS[kind]));
  }
  const records = () => recordsBeside(before, now());
  return {
    shown: panelIn(tree, kind === 'page' ? 'BitMind page check' : 'BitMind check'),
    records,
    waitFor: (what, isSo) =>
      waitFor(
        `the check ${what}`,
        async () => {
          const now = await records();
          return now.length === count && now.every(isSo) ? now : undefined;
        },
        {
          deadlineMs: CHECK_LIMIT_MS,
          seen: async () => JSON.stringify((await records()).map(({ state, error }) => [state, error])),
        },
      ),
  };
}

let pagesShown = 0;

/** A page of pictures that no case before had. */
async function showNewPictures({ pages, page }: Parts): Promise<void> {
  pagesShown += 1;
  const folder = `/pictures/${pagesShown}`;
  const numbers = Array.from({ length: PICTURES_OF_PAGE }, (_, index) => index);
  const images = numbers.map((number) => `<img src="${folder}/${number}.png" width="90" alt="">`);
  pages.setRoutes({
    [folder]: { body: `<!doctype html><title>Pictures</title>${images.join('')}` },
    ...Object.fromEntries(
      numbers.map((number) => [`${folder}/${number}.png`, { body: numberedPicture(number + 1), type: 'image/png' }]),
    ),
  });
  await page.goto(pages.origin + folder);
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
    readonly session: {
      getKeys(): Promise<string[]>;
      get(keys: readonly string[]): Promise<Record<string, CheckRecord>>;
    };
  };
};
