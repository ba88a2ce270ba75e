import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CheckRecord } from '../../../src/core/check/check-record.ts';
import { isLocalFile } from '../../../src/core/check/media-reference.ts';
import { type Settings, settingsItem } from '../../../src/core/store/settings-item.ts';
import { waitFor } from '../../e2e/harness/wait-for.ts';
import { countResults } from '../../e2e/headless/stored-results.ts';
import { createPageServer } from '../../fixtures/serve-pages.ts';
import { createSandbox } from '../../sandbox/create-sandbox.ts';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../../sandbox/sandbox-credentials.ts';
import { type FaultBed, followRecords } from '../fault-bed.ts';
import { checksOf, createFaultPages, fileOf, isWhole, mediaOf, type Subject } from '../fault-pages.ts';
import { clockInNode, realNow } from './clock-in-node.ts';
import { type ExtensionApi, extensionApi } from './extension-api.ts';
import { emptySessionStorage, fillSessionStorage } from './session-quota.ts';
import { shownIn } from './shown-in-node.ts';
import { startBackground } from './start-background.ts';
import { openTab, type TabInNode } from './tab-in-node.ts';

/** A token lives longer than a file's cases take by the moved clock, so that none is renewed unasked. Seconds. */
const TOKEN_LIFETIME_S = 86_400;

/** More media than any page of this suite has. */
const MANY = 100;

/** Nothing here takes a tenth of it but by a fault. Milliseconds. */
const WAIT_LIMIT_MS = 10_000;

/** How often something is looked at, in milliseconds: looking costs nothing. */
const LOOK_EVERY_MS = 5;

const look: FaultBed['waitFor'] = (what, read, seen) =>
  waitFor(what, read, { deadlineMs: WAIT_LIMIT_MS, everyMs: LOOK_EVERY_MS, ...(seen && { seen }) });

/** Starts the background in Node, signed in; it serves all cases of a file. */
export async function openNodeBed(): Promise<{ bed: FaultBed; close(): Promise<void> }> {
  const clock = clockInNode();
  const sandbox = await createSandbox({ tokenLifetimeSeconds: TOKEN_LIFETIME_S, now: realNow });
  const pages = await createPageServer({ routes: {} });
  const media = await createFaultPages(pages);
  const api = extensionApi();
  await startBackground();
  await signIn(api, sandbox.origin);
  await changeSettings({ reuseDays: 0, askPageAbove: MANY });
  let tabs = 0;
  let tab = openNext();

  function openNext(origin = pages.origin): TabInNode {
    tabs += 1;
    const next = openTab(api, tabs);
    next.goTo(`${origin}/`, media.mediaOn('/'));
    return next;
  }

  function chooseOn(tab: TabInNode, subject: Subject): void {
    const { url } = tab;
    const { origin } = new URL(url);
    const choice = isWhole(subject)
      ? { menuItemId: 'check-page' }
      : {
          menuItemId: 'check-media',
          pageUrl: url,
          srcUrl: origin + fileOf(subject),
          mediaType: kindOf(subject),
          frameId: 0,
        };
    api.choose(choice, tab);
  }

  const bed: FaultBed = {
    sandbox,
    clock,
    holdMedia: (subject) => media.hold(subject),
    async begin(subject, before) {
      const known = new Set((await checkRecords()).map(({ id }) => id));
      const path = media.pathOf(subject);
      if (tab.url !== pages.origin + path) tab.goTo(pages.origin + path, media.mediaOn(path));
      tab.page.closeAll();
      await before?.();
      if (isWhole(subject) && mediaOf(subject) === 'video')
        await api.send(api.ownPage, 'countPage', { tabId: tab.id, kind: 'video' });
      else chooseOn(tab, subject);
      const records = async () => (await checkRecords()).filter(({ id, media }) => !known.has(id) && !isAside(media));
      return {
        shown: shownIn(tab, api, look, isWhole(subject)),
        ...followRecords(look, checksOf(subject), records),
      };
    },
    async checkAside() {
      const aside = openNext(pages.siblingOrigin);
      chooseOn(aside, 'other-image');
      await shownIn(aside, api, look, false).waitForLine('Likely not AI-generated');
      aside.close();
    },
    async openPage() {
      const next = openNext();
      tab.close();
      tab = next;
    },
    leavePage: async () => tab.goTo(`${pages.siblingOrigin}/elsewhere`, []),
    changeSettings,
    fillSessionStorage,
    emptySessionStorage,
    storedResults: countResults,
    latestRunState,
    waitFor: look,
  };

  function isAside(media: CheckRecord['media']): boolean {
    return !isLocalFile(media) && media.pageUrl.startsWith(pages.siblingOrigin);
  }

  return { bed, close: async () => void (await Promise.all([sandbox.close(), pages.close()])) };
}

function kindOf(subject: Subject): 'image' | 'video' {
  return subject.endsWith('video') ? 'video' : 'image';
}

/** Signs in as the form of the options page does. */
export async function signIn(api: ExtensionApi, serviceAddress: string): Promise<void> {
  const credential = { method: 'oauth-client', clientId: SANDBOX_CLIENT_ID, clientSecret: SANDBOX_CLIENT_SECRET };
  const keeping = { isRemembered: true, protection: { kind: 'none' } };
  await api.send(api.ownPage, 'saveAccount', { account: { serviceAddress, credential }, keeping, isTested: true });
}

/** What is in `storage.session` under keys that begin so. */
export async function kept<T>(prefix: string): Promise<readonly T[]> {
  const all: Readonly<Record<string, T>> = await fakeBrowser.storage.session.get(null);
  return Object.entries(all).flatMap(([key, value]) => (key.startsWith(prefix) ? [value] : []));
}

function checkRecords(): Promise<readonly CheckRecord[]> {
  return kept<CheckRecord>('check:');
}

async function latestRunState(): Promise<string | undefined> {
  const runs = await kept<{ readonly startedAt: number; readonly state: string }>('page-run:');
  return runs.toSorted((one, other) => other.startedAt - one.startedAt)[0]?.state;
}

export async function changeSettings(changed: Partial<Settings>): Promise<Partial<Settings>> {
  const before = await settingsItem.get();
  await settingsItem.set({ ...before, ...changed });
  return Object.fromEntries(Object.entries(before).filter(([name]) => name in changed));
}
