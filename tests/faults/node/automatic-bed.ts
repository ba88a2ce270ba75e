import 'fake-indexeddb/auto';
import type { PageRun } from '../../../src/background/store/page-run.ts';
import { sitePattern } from '../../../src/core/browser/site-access.ts';
import type { BadgeView } from '../../../src/core/protocol/page-run-view.ts';
import { automaticSitesItem } from '../../../src/core/store/automatic-sites.ts';
import type { Settings } from '../../../src/core/store/settings-item.ts';
import { waitFor } from '../../e2e/harness/wait-for.ts';
import { numberedPicture } from '../../e2e/many-pictures.ts';
import { createPageServer, type PageServer } from '../../fixtures/serve-pages.ts';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox.ts';
import type { MovableClock } from '../fault-bed.ts';
import type { MediaOnPage } from '../fault-pages.ts';
import { clockInNode, realNow } from './clock-in-node.ts';
import { type ExtensionApi, extensionApi } from './extension-api.ts';
import { changeSettings, kept, signIn } from './node-bed.ts';
import { startBackground } from './start-background.ts';
import { openTab, type TabInNode } from './tab-in-node.ts';

/** Longer than a file's cases take by the moved clock. Seconds. */
const TOKEN_LIFETIME_S = 864_000;

/** As node-bed.ts has it, in milliseconds. */
const WAIT = { deadlineMs: 10_000, everyMs: 5 };

/** The background in Node, signed in, before pages of images of which each is another one. */
export interface AutomaticBed {
  readonly api: ExtensionApi;
  readonly sandbox: Sandbox;
  readonly pages: PageServer;
  readonly clock: MovableClock;
  /** Opens a page of so many new images, or of these again; gives the tab, and their paths. */
  open(images: number | readonly MediaOnPage[], more?: OpenOptions): OpenedPage;
  /** Has an image of the page there, for whoever asks from now on. */
  restore(media: MediaOnPage): void;
  /** The match pattern of the service, without which nothing can be sent. */
  readonly service: string;
  /** The match pattern of the pages that are opened. */
  readonly site: string;
  changeSettings(changed: Partial<Settings>): Promise<unknown>;
  signIn(): Promise<void>;
  run(tab: TabInNode): Promise<PageRun | undefined>;
  waitForBadges(tab: TabInNode, count: number): Promise<readonly BadgeView[]>;
  waitFor<T>(what: string, read: () => Promise<T | undefined> | T | undefined): Promise<T>;
  /** How many images were sent, together or alone. */
  sent(): number;
  /** Everything is as it was at first. */
  startOver(): Promise<void>;
  close(): Promise<void>;
}

interface OpenedPage {
  readonly tab: TabInNode;
  readonly paths: readonly string[];
  readonly media: readonly MediaOnPage[];
}

export interface OpenOptions {
  readonly origin?: string;
  readonly isPrivate?: boolean;
  /** Where the images are, if not with the page. */
  readonly from?: string;
  /** Their server gives another image each time. */
  readonly isChanging?: boolean;
}

const pngOf = (body: Buffer) => ({ body, type: 'image/png' });

/** Starts it; it serves all cases of a file. */
export async function openAutomaticBed(): Promise<AutomaticBed> {
  const clock = clockInNode();
  const sandbox = await createSandbox({ tokenLifetimeSeconds: TOKEN_LIFETIME_S, now: realNow });
  const pages = await createPageServer({ routes: {} });
  const api = extensionApi();
  await startBackground();
  let [tabs, pictures] = [0, 0];

  function newPicture({ from = '', isChanging = false }: OpenOptions): MediaOnPage {
    pictures += 1;
    const path = `/p/${pictures}`;
    const bytes = numberedPicture(pictures);
    let asked = 0;
    const changing = () => {
      asked += 1;
      return { ...pngOf(numberedPicture(10_000 + asked)), headers: { 'cache-control': 'no-store' } };
    };
    pages.setRoutes({ [path]: isChanging ? changing : pngOf(bytes) });
    return { kind: 'image', path: from + path, bytes };
  }

  const look: AutomaticBed['waitFor'] = (what, read) => waitFor(what, read, WAIT);
  const start = () => signIn(api, sandbox.origin);
  const initial = { reuseDays: 7, automaticPerHour: 200, askPageAbove: 100 };
  await start();
  await changeSettings(initial);

  return {
    api,
    sandbox,
    pages,
    clock,
    site: sitePattern(pages.origin),
    service: sitePattern(sandbox.origin),
    restore: ({ path, bytes }) =>
      pages.setRoutes({ [new URL(path, pages.origin).pathname]: pngOf(Buffer.from(bytes)) }),
    open(images, more = {}) {
      const media = typeof images === 'number' ? Array.from({ length: images }, () => newPicture(more)) : images;
      tabs += 1;
      const tab = openTab(api, tabs, more.isPrivate);
      tab.goTo(`${more.origin ?? pages.origin}/page/${tabs}`, media);
      return { tab, media, paths: media.map(({ path }) => path) };
    },
    changeSettings,
    signIn: start,
    run: async ({ id }) => (await kept<PageRun>('page-run:')).find(({ tabId }) => tabId === id),
    waitForBadges: (tab, count) =>
      look(`${count} badges`, () => {
        const badges = tab.page.run?.badges ?? [];
        return badges.length === count ? badges : undefined;
      }),
    waitFor: look,
    sent: () =>
      sandbox.requests('/image').length +
      sandbox.requests('/batch_image').reduce((sum, { parts }) => sum + (parts?.length ?? 0), 0),
    async startOver() {
      for (const { id } of [...api.tabs.values()]) api.tabs.delete(id);
      api.grantAlone('<all_urls>');
      for (const name of Object.keys(api.policy)) delete api.policy[name];
      await automaticSitesItem.set([]);
      await clock.pass(3_600_000); // A budget of its own.
      await changeSettings(initial);
      sandbox.reset();
    },
    close: async () => void (await Promise.all([sandbox.close(), pages.close()])),
  };
}
