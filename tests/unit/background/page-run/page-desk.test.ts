import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createCheckContext } from '../../../../src/background/check/check-context.ts';
import type { CheckDesk } from '../../../../src/background/check/check-desk.ts';
import { createCheckStore, LISTED_CHECKS } from '../../../../src/background/check/check-store.ts';
import { createPageDesk, type PageDesk } from '../../../../src/background/page-run/page-desk.ts';
import { createPageRunStore } from '../../../../src/background/page-run/page-run-store.ts';
import type { AccountSession } from '../../../../src/background/service/account-session.ts';
import type { PageItem, PageRun } from '../../../../src/background/store/page-run.ts';
import type { RecordStorage } from '../../../../src/background/store/record-storage.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import type { PageMedia } from '../../../../src/core/check/media-reference.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import type { CollectedFrame } from '../../../../src/core/media/page-media.ts';
import { changeSettings } from '../../../../src/pages/options/use-settings.ts';
import { aCheck } from '../../../a-check.ts';
import { aPageRun } from '../../../a-page-run.ts';
import { freshBrowser } from '../service/sign-in.ts';

// What a background does with the page's check that an earlier one left in the middle.

const calls: string[] = [];

beforeEach(() => {
  calls.length = 0;
  freshBrowser();
  // Its document is open.
  Object.assign(fakeBrowser.runtime, { getContexts: async () => [{}] });
  Object.assign(fakeBrowser, { offscreen: { closeDocument: async () => undefined } });
});
afterEach(() => void vi.restoreAllMocks());

function storageOf<T>(...records: readonly T[]): RecordStorage<T> {
  return { getAll: async () => records, change: async () => undefined };
}

const item = (key: string, checkId?: string): PageItem => ({
  key,
  frameId: 0,
  url: `https://cdn.example/${key}`,
  plan: 'to-check',
  ...(checkId !== undefined && { checkId }),
});

const aRun = (...items: PageItem[]): PageRun => aPageRun({ state: 'running', items, sentTo: '', startedAt: 1 });

function recover(runs: readonly PageRun[], stored: readonly CheckRecord[]): Promise<void> {
  return desks(runs, stored).pageDesk.recover();
}

/** Starts with what is stored; the desk of single checks only says what it is asked for. `client`: that of the account in use. */
function desks(
  runs: readonly PageRun[],
  stored: readonly CheckRecord[],
  {
    client = () => Promise.reject(new AppError({ code: 'not-signed-in' })),
    takeUp = async ({ id }) => void calls.push(`take up ${id}`),
  }: Partial<Pick<AccountSession, 'client'> & Pick<CheckDesk, 'takeUp'>> = {},
) {
  const checks = createCheckStore(storageOf(...stored), vi.fn(), Date.now);
  const desk: Partial<CheckDesk> = {
    open(media, { agreed = [], agreedToRead = [], agreedHosts = [] } = {}) {
      const check: CheckRecord = { id: `new ${calls.length}`, state: 'queued', media, fromScreen: false, startedAt: 1 };
      calls.push(`open ${'itemKey' in media ? media.itemKey : ''}`);
      for (const reason of agreed) calls.push(`send ${reason}`);
      for (const reason of agreedToRead) calls.push(`read ${reason}`);
      for (const host of agreedHosts) calls.push(`from ${host}`);
      checks.put(check);
      return check;
    },
    run: async (id) => void calls.push(`run ${id}`) as undefined,
    takeUp,
    interrupt: async (id) => void calls.push(`interrupt ${id}`),
  };
  const context = createCheckContext(fetch, Date.now);
  const session = { ...context.session, client };
  const runStore = createPageRunStore(storageOf(...runs));
  const pageDesk = createPageDesk({ ...context, store: checks, session }, desk as CheckDesk, runStore);
  return { pageDesk, runs: pageDesk.runs, checks };
}

it('goes on with what is under way, and begins what had not begun', async () => {
  const underWay: CheckRecord = { ...aCheck('a', 1), state: 'waiting', pageRun: 'run' };
  await recover([aRun(item('first', 'a'), item('second'))], [underWay]);
  expect(calls).toEqual(['open second', 'take up a', 'run new 0']);
});

it('follows all that was sent at once, and has what begins anew wait for a place to be read in', async () => {
  const ids = Array.from({ length: 8 }, (_, index) => `${index}`);
  const stored = ids.map((id): CheckRecord => ({ ...aCheck(id, 1), state: 'waiting', pageRun: 'run' }));
  const beginning = Promise.withResolvers<void>();
  const takeUp: CheckDesk['takeUp'] = async ({ id }, how) => {
    calls.push(`follow ${id}`);
    await how?.inTurn?.(() => {
      calls.push(`begin ${id}`);
      return beginning.promise;
    });
  };
  const { pageDesk } = desks([aRun(...ids.map((id) => item(id, id)))], stored, { takeUp });
  const recovering = pageDesk.recover();
  await expect.poll(() => calls.filter((call) => call.startsWith('follow'))).toHaveLength(8);
  expect(calls.filter((call) => call.startsWith('begin'))).toHaveLength(6);
  beginning.resolve();
  await recovering;
  expect(calls.filter((call) => call.startsWith('begin'))).toHaveLength(8);
});

it('does not begin anew what had begun and whose record is lost: it may have been sent', async () => {
  await recover([aRun(item('first', 'gone'))], []);
  expect(calls).toEqual(['open first', 'interrupt new 0']);
});

it('goes on with what nobody began as far as its budget goes, and leaves alone what the history has by now', async () => {
  await changeSettings({ automaticPerHour: 1 });
  const run = { ...aRun(item('first', 'gone'), item('second'), item('third')), isAutomatic: true };
  await recover([run], []);
  expect(calls).toEqual(['open second', 'run new 0']);
});

it('follows what was sent of a page whose own record is lost, or has ended, and ends the rest', async () => {
  const checks = (pageRun: string): CheckRecord[] => [
    { ...aCheck(`sent of ${pageRun}`, 3), state: 'waiting', pageRun },
    { ...aCheck(`unsent of ${pageRun}`, 2), state: 'reading', pageRun },
    { ...aCheck(`done of ${pageRun}`, 1), pageRun },
  ];
  await recover([{ ...aRun(), state: 'done' }], [...checks('gone'), ...checks('run')]);
  expect(calls.sort()).toEqual([
    'interrupt unsent of gone',
    'interrupt unsent of run',
    'take up sent of gone',
    'take up sent of run',
  ]);
});

it.each<readonly [string, (pageDesk: PageDesk, tabId: number) => unknown]>([
  ['its next start', (pageDesk) => pageDesk.recover()],
  [
    'the next page of which something has come into view',
    (pageDesk, tabId) =>
      pageDesk.grow(
        { tabId: tabId + 1, pageUrl: 'https://news.example/', isPrivate: false },
        { items: [], isFirst: true, isQuiet: false },
      ),
  ],
])(
  'leaves to the history what was checked on a page that has been closed, or was checked anew, at %s',
  async (_when, happen) => {
    const tab = await fakeBrowser.tabs.create({});
    const aPage = (id: string, tabId = 99): PageRun => ({
      ...aRun(item('first', `of ${id}`)),
      id,
      tabId,
      state: 'done',
    });
    const its = (
      pageRun: string,
      tabId: number | undefined,
      at: number,
      media: Partial<PageMedia> = {},
    ): CheckRecord => ({
      ...aCheck(`of ${pageRun}`, at, { media: { url: 'https://cdn.example/a.jpg', tabId: tabId ?? 0, ...media } }),
      ...{ pageRun, isLean: true, state: 'done' },
    });
    const latest = Array.from({ length: LISTED_CHECKS }, (_, at) => aCheck(`${at}`, 10));
    const { pageDesk, runs, checks } = desks(
      [aPage('open', tab.id), aPage('closed')],
      [
        its('open', tab.id, 9),
        its('closed', 99, 8),
        its('before it was checked anew', tab.id, 7),
        its('an earlier page of its tab', tab.id, 6, { pageUrl: 'https://news.example/before' }),
        ...latest,
      ],
    );
    await happen(pageDesk, tab.id ?? 0);
    await vi.waitFor(() => expect(runs.list().map(({ id }) => id)).toEqual(['open']));
    const left = checks.latest(({ pageRun }) => pageRun !== undefined).map(({ id }) => id);
    expect(left).toEqual(['of open', 'of an earlier page of its tab']);
  },
);

it('keeps in the list of a tab the latest 200 checks of its earlier pages, and all of the page that is there', async () => {
  const tab = await fakeBrowser.tabs.create({});
  const media = (at: number) => ({ url: `https://cdn.example/${at}.jpg`, tabId: tab.id ?? 0 });
  const checked = Array.from({ length: 600 }, (_, at): CheckRecord => {
    const pageRun = at < 300 ? 'before' : 'open';
    return { ...aCheck(`${pageRun} ${at}`, at, { media: media(at) }), pageRun, isLean: true, state: 'done' };
  });
  const items = checked.slice(300).map(({ id }) => item('first', id));
  const { pageDesk, checks } = desks([{ ...aRun(...items), id: 'open', tabId: tab.id ?? 0, state: 'done' }], checked);
  await pageDesk.recover();
  const left = checks.latest(({ pageRun }) => pageRun !== undefined).map(({ id }) => id);
  expect(left).toEqual(
    checked
      .slice(100)
      .map(({ id }) => id)
      .reverse(),
  );
});

it('opens no check where it is cancelled before the service is known', async () => {
  const account = Promise.withResolvers<never>();
  const { pageDesk, runs } = desks([{ ...aRun(item('first')), state: 'asking' }], [], {
    client: () => account.promise,
  });
  await runs.load();
  pageDesk.start('run');
  pageDesk.cancel('run');
  account.reject(new AppError({ code: 'not-signed-in' }));
  await vi.waitFor(() => expect(runs.get('run')?.state).toBe('cancelled'));
  await new Promise((done) => setImmediate(done));
  expect(calls).toEqual([]);
});

it.each([
  ['with images', { media: [anImage('first')], url: 'https://news.example/', isQuiet: false }],
  ['with a fault: the page may not be looked at', undefined],
])('stays cancelled where that was done while the page was counted, which ends %s', async (_how, found) => {
  const counted = Promise.withResolvers<CollectedFrame | undefined>();
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation((async () => [{ frameId: 0 }]) as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((() => counted.promise) as never);
  const { pageDesk, runs } = desks([], []);
  const run = pageDesk.count({ tabId: 1, pageUrl: 'https://news.example/', isPrivate: false }, 'image', true);
  await vi.waitFor(() => expect(runs.inTab(1)?.state).toBe('counting'));
  pageDesk.cancel((await vi.waitUntil(() => runs.inTab(1))).id);
  counted.resolve(found);
  expect(await run).toMatchObject({ state: 'cancelled', items: [] });
  expect(calls).toEqual([]);
});

it('reads what is private after a question alone, signed out too: a yes to that is none to sending', async () => {
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation((async () => [{ frameId: 0 }]) as never);
  const media = [{ ...anImage('first'), url: 'http://intranet.local/a.jpg' }, anImage('second')];
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async () => ({
    media,
    url: 'https://news.example/',
    isQuiet: false,
  })) as never);
  const { pageDesk } = desks([], []);
  const run = await pageDesk.count({ tabId: 1, pageUrl: 'https://news.example/', isPrivate: false }, 'image', true);
  expect(run).toMatchObject({ state: 'asking', reasons: ['private-network'], privateHosts: ['intranet.local'] });
  expect(calls).toEqual([]);
  pageDesk.start(run.id);
  const first = ['open first', 'read private-network', 'from intranet.local'];
  const second = ['open second', 'read private-network']; // Wherever its server may lead.
  await vi.waitFor(() => expect(calls).toEqual([...first, ...second, 'run new 0', 'run new 3']));
});

function anImage(key: string): CollectedFrame['media'][number] {
  return { key, url: `https://cdn.example/${key}`, size: { width: 100, height: 100 }, isReadable: true };
}
