// Nothing leaves before it is known to be the right image, allowed, and new. What may be done meanwhile is another matter:
// reading, hashing, decoding and looking up may overlap as they like.
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CheckRecord } from '../../src/core/check/check-record.ts';
import { settingsItem } from '../../src/core/store/settings-item.ts';
import { numberedPicture } from '../e2e/many-pictures.ts';
import { createPageServer, type PageServer } from '../fixtures/serve-pages.ts';
import { createSandbox, type Sandbox } from '../sandbox/create-sandbox.ts';
import { SANDBOX_API_KEY } from '../sandbox/sandbox-credentials.ts';
import { createImageBitmap } from './node/drawing.ts';
import { type ExtensionApi, extensionApi } from './node/extension-api.ts';
import { LoopbackXhr } from './node/loopback-xhr.ts';
import { MetadataWorkerInNode } from './node/metadata-worker-in-node.ts';
import { startBackground } from './node/start-background.ts';
import { openTab, type TabInNode } from './node/tab-in-node.ts';

/** Long enough that whatever does not wait for it comes first, in milliseconds. */
const SLOW_MS = 100;

/** What an administrator set. */
const managed: { blockedSites?: readonly string[] } = {};

let sandbox: Sandbox;
let pages: PageServer;
let api: ExtensionApi;
let tab: TabInNode;
let images = 0;
let happened: string[] = [];

beforeAll(async () => {
  sandbox = await createSandbox();
  pages = await createPageServer({ routes: {} });
  api = extensionApi();
  Object.assign(fakeBrowser.storage.managed, { get: async () => managed });
  await startBackground();
  const account = {
    serviceAddress: sandbox.origin,
    credential: { method: 'api-key', apiKey: SANDBOX_API_KEY },
  };
  const keeping = { isRemembered: true, protection: { kind: 'none' } };
  await api.send(api.ownPage, 'saveAccount', { account, keeping, isTested: true });
  class WatchedXhr extends LoopbackXhr {
    override send(body: Parameters<LoopbackXhr['send']>[0]): void {
      happened.push('sent');
      super.send(body);
    }
  }
  class WatchedWorker extends MetadataWorkerInNode {
    override postMessage(request: Parameters<MetadataWorkerInNode['postMessage']>[0]): void {
      happened.push('reads what it says');
      super.postMessage(request);
    }
  }
  vi.stubGlobal('XMLHttpRequest', WatchedXhr);
  vi.stubGlobal('Worker', WatchedWorker);
  vi.stubGlobal('createImageBitmap', slowly('decoded', createImageBitmap));
});

afterAll(async () => {
  vi.unstubAllGlobals();
  await Promise.all([sandbox.close(), pages.close()]);
});

beforeEach(async () => {
  vi.restoreAllMocks();
  sandbox.reset();
  happened = [];
  delete managed.blockedSites;
  await settingsItem.set({ ...(await settingsItem.get()), asksForPrivate: true, reuseDays: 30 });
});

/** Does work, and notes only some time after that it is done. */
function slowly<Given extends unknown[], Made>(what: string, work: (...given: Given) => Promise<Made>) {
  return async (...given: Given): Promise<Made> => {
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    happened.push(what);
    return work(...given);
  };
}

/** The check of what was chosen last: each has a tab of its own. */
async function checkNow(): Promise<CheckRecord | undefined> {
  const all: Readonly<Record<string, CheckRecord>> = await fakeBrowser.storage.session.get(null);
  const checks = Object.entries(all).flatMap(([key, value]) => (key.startsWith('check:') ? [value] : []));
  return checks.find(({ media }) => 'tabId' in media && media.tabId === tab.id);
}

/** What a case is about. */
interface Pointed {
  /** What the page shows. */
  readonly shown: Buffer<ArrayBuffer>;
  /** What its server gives; left out: the same. */
  readonly served?: Uint8Array;
  /** The server is in a private network, or where everybody is. */
  readonly origin?: string;
  /** The page's own script cannot read it. */
  readonly isClosedToPage?: boolean;
}

/** Has it checked, by the item in the menu; gives where its file is. */
function choose({ shown, served = shown, origin = pages.origin, isClosedToPage = false }: Pointed): string {
  images += 1;
  const path = `/${images}.png`;
  pages.setRoutes({ [path]: { body: served, type: 'image/png', headers: { 'cache-control': 'max-age=60' } } });
  tab?.close();
  tab = openTab(api, images);
  tab.goTo(`${origin}/`, [{ kind: 'image', path, bytes: shown }]);
  const open = tab;
  const answer: TabInNode['answer'] = async (message) => {
    happened.push(message.type);
    return isClosedToPage && message.type === 'readMedia' ? { unreadable: true } : open.answer(message);
  };
  api.tabs.set(tab.id, { id: tab.id, url: tab.url, inject: () => open.inject(), answer });
  const about = { menuItemId: 'check-media', pageUrl: `${origin}/`, srcUrl: origin + path, mediaType: 'image' };
  api.choose({ ...about, frameId: 0 }, tab);
  return path;
}

/** It, once it has stopped. */
function stopped(): Promise<CheckRecord> {
  return vi.waitFor(
    async () => {
      const check = await checkNow();
      expect(check?.state).toMatch(/^(done|failed|cancelled|asking)$/);
      if (!check) throw new Error('there is no check');
      return check;
    },
    { timeout: 10_000, interval: 5 },
  );
}

const WIDE = numberedPicture(1, 64);

/** What each is stopped by. */
const NOT_SENT: Readonly<Record<string, { point: () => Pointed; before?: () => unknown; end: object }>> = {
  'the server gives another image than the page shows': {
    point: () => ({ shown: WIDE, served: numberedPicture(2, 20) }),
    end: { state: 'failed', error: { code: 'other-picture' } },
  },
  'the file is cut': {
    point: () => ({ shown: WIDE, served: WIDE.subarray(0, WIDE.length - 20) }),
    end: { state: 'failed', error: { code: 'incomplete-file' } },
  },
  'the server gives no image': {
    point: () => ({ shown: WIDE, served: Buffer.from('<!doctype html><title>Log in</title>') }),
    end: { state: 'failed', error: { code: 'not-a-picture' } },
  },
  'the browser may not read the site': {
    point: () => ({ shown: WIDE, isClosedToPage: true }),
    before: () =>
      vi
        .spyOn(fakeBrowser.permissions, 'contains')
        .mockImplementation(async ({ origins = [] }) => !origins.some((one) => one.includes('example'))),
    end: { state: 'asking', question: { kind: 'site-access' } },
  },
  'an administrator blocks the site': {
    point: () => ({ shown: WIDE }),
    before: () => Object.assign(managed, { blockedSites: ['news.example'] }),
    end: { state: 'failed', error: { code: 'site-blocked' } },
  },
  'the image is in a private network': {
    point: () => ({ shown: WIDE, origin: pages.loopbackOrigin }),
    end: { state: 'asking', question: { kind: 'before-sending', reasons: ['private-network'] } },
  },
  'the image is very small': {
    point: () => ({ shown: numberedPicture(3, 16) }),
    end: { state: 'asking', question: { kind: 'before-sending', reasons: ['very-small'] } },
  },
};

test.each(Object.entries(NOT_SENT))('no byte leaves where %s', async (_, { point, before, end }) => {
  await before?.();
  choose(point());
  expect(await stopped()).toMatchObject(end);
  expect([sandbox.requests(), happened.includes('sent')]).toEqual([[], false]);
});

test('what an administrator blocks is not even looked for in its page', async () => {
  managed.blockedSites = ['news.example'];
  choose({ shown: WIDE });
  expect(await stopped()).toMatchObject({ error: { code: 'site-blocked' } });
  expect(happened).not.toContain('findMedia');
  delete managed.blockedSites;
  choose({ shown: WIDE });
  await stopped();
  expect(happened).toContain('findMedia');
});

test('what is private is not even read before the user has said yes', async () => {
  const path = choose({ shown: WIDE, origin: pages.loopbackOrigin });
  await stopped();
  expect(pages.requests(path)).toEqual([]);
});

test('no byte leaves of a file that is known by its bytes, at whatever address', async () => {
  const shown = numberedPicture(4, 64);
  choose({ shown });
  expect(await stopped()).toMatchObject({ state: 'done', verdict: {} });
  expect(sandbox.requests('/image')).toHaveLength(1);
  choose({ shown });
  expect(await stopped()).toMatchObject({ state: 'done', verdict: {} });
  expect(sandbox.requests('/image')).toHaveLength(1);
});

test('an image leaves once it is decoded, its bytes are hashed, and no verdict on them was found', async () => {
  const hash = slowly('hashed', crypto.subtle.digest.bind(crypto.subtle));
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(hash);
  const { openCursor } = IDBIndex.prototype;
  vi.spyOn(IDBIndex.prototype, 'openCursor').mockImplementation(function (this: IDBIndex, ...given) {
    happened.push('looked up');
    return openCursor.apply(this, given);
  });
  choose({ shown: numberedPicture(5, 64) });
  await stopped();
  expect(happened.filter((one) => one === 'sent')).toHaveLength(1);
  for (const one of ['decoded', 'hashed', 'looked up'])
    expect(happened.lastIndexOf(one)).toBeLessThan(happened.indexOf('sent'));
});

test('what a file says about itself is read once the request is on its way', async () => {
  choose({ shown: numberedPicture(8, 64) });
  await sandbox.waitForRequest('/image', 1, 'ended');
  await vi.waitFor(() => expect(happened).toContain('reads what it says'));
  expect(happened.indexOf('sent')).toBeLessThan(happened.indexOf('reads what it says'));
});

test('an image that is cancelled before it is decoded never leaves', async () => {
  const { promise: held, resolve } = Promise.withResolvers<void>();
  const decode = globalThis.createImageBitmap;
  const asked = Promise.withResolvers<void>();
  vi.stubGlobal('createImageBitmap', async (image: Blob) => {
    asked.resolve();
    await held;
    return decode(image);
  });
  choose({ shown: numberedPicture(6, 64) });
  await asked.promise;
  const check = await checkNow();
  await api.send(api.ownPage, 'cancelCheck', { checkId: check?.id ?? '' });
  resolve();
  expect(await stopped()).toMatchObject({ state: 'cancelled' });
  choose({ shown: numberedPicture(7, 64) }); // Whatever was still to come of the one before comes first.
  vi.stubGlobal('createImageBitmap', decode);
  await sandbox.waitForRequest('/image', 1, 'ended');
  expect(sandbox.requests('/image')).toHaveLength(1);
});
