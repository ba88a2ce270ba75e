import { beforeEach, expect, it, vi } from 'vitest';
import type { CheckDesk } from '../../../../src/background/check/check-desk.ts';
import { createCheckStore } from '../../../../src/background/check/check-store.ts';
import type { PageItem, PageRun } from '../../../../src/background/check/page-run.ts';
import { createPageDesk, type PageCount, type PageDeskParts } from '../../../../src/background/page-run/page-desk.ts';
import { createPageRunStore } from '../../../../src/background/page-run/page-run-store.ts';
import type { RecordStorage } from '../../../../src/background/store/record-storage.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import { aCheck } from '../../../a-check.ts';

// What a background does with the page's check that an earlier one left in the middle.

const calls: string[] = [];

beforeEach(() => {
  calls.length = 0;
});

function storageOf<T>(...records: readonly T[]): RecordStorage<T> {
  return { getAll: async () => records, change: async () => undefined };
}

const item = (key: string, checkId?: string): PageItem => ({
  key,
  frameId: 0,
  url: `https://cdn.example/${key}`,
  standing: 'to-check',
  ...(checkId !== undefined && { checkId }),
});

const aRun = (...items: readonly PageItem[]): PageRun => ({
  id: 'run',
  kind: 'image',
  state: 'running',
  tabId: 1,
  pageUrl: 'https://news.example/',
  isPrivate: false,
  isQuiet: false,
  items,
  accessMissing: [],
  reasons: [],
  privateHosts: [],
  sentTo: '',
  startedAt: 1,
});

function recover(runs: readonly PageRun[], stored: readonly CheckRecord[]): Promise<void> {
  return desks(runs, stored).pageDesk.recover();
}

/** Starts with what is stored; the desk of single checks only says what it is asked for. */
function desks(
  runs: readonly PageRun[],
  stored: readonly CheckRecord[],
  {
    groupSender = async () => undefined,
    count = () => Promise.reject(new Error('nothing is counted')),
    takeUp = async ({ id }) => void calls.push(`take up ${id}`),
  }: Partial<Pick<PageDeskParts, 'groupSender' | 'count'> & Pick<CheckDesk, 'takeUp'>> = {},
) {
  const checks = createCheckStore(storageOf(...stored), vi.fn(), Date.now);
  const desk: Partial<CheckDesk> = {
    open(media) {
      const check: CheckRecord = { id: `new ${calls.length}`, state: 'queued', media, fromScreen: false, startedAt: 1 };
      calls.push(`open ${'itemKey' in media ? media.itemKey : ''}`);
      checks.put(check);
      return check;
    },
    run: async (id) => void calls.push(`run ${id}`) as undefined,
    takeUp,
    interrupt: async (id) => void calls.push(`interrupt ${id}`),
  };
  const runStore = createPageRunStore(storageOf(...runs), vi.fn());
  const pageDesk = createPageDesk({
    desk: desk as CheckDesk,
    checks,
    runs: runStore,
    count,
    accessMissing: async () => [],
    groupSender,
    askAbove: async () => 0,
    whileRunning: (work) => work(),
    clock: Date.now,
    newId: () => 'id',
    onFault: (error) => calls.push(String(error)),
  });
  return { pageDesk, runs: runStore };
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

it('opens no check where it is cancelled before the service is known', async () => {
  const service = Promise.withResolvers<undefined>();
  const { pageDesk, runs } = desks([{ ...aRun(item('first')), state: 'asking' }], [], {
    groupSender: () => service.promise,
  });
  await runs.load();
  pageDesk.start('run');
  pageDesk.cancel('run');
  service.resolve(undefined);
  await vi.waitFor(() => expect(runs.get('run')?.state).toBe('cancelled'));
  await new Promise((done) => setImmediate(done));
  expect(calls).toEqual([]);
});

it('stays cancelled where that was done while the page was counted, however the counting ends', async () => {
  const ends = [(counted: PromiseWithResolvers<PageCount>) => counted.resolve(aRun(item('first'))), refuse];
  for (const ending of ends) {
    const counted = Promise.withResolvers<PageCount>();
    const { pageDesk, runs } = desks([], [], { count: () => counted.promise });
    const run = pageDesk.count({ tabId: 1, pageUrl: 'https://news.example/', isPrivate: false }, 'image', true);
    await vi.waitFor(() => expect(runs.get('id')?.state).toBe('counting'));
    pageDesk.cancel('id');
    ending(counted);
    expect(await run).toMatchObject({ state: 'cancelled', items: [] });
  }
  expect(calls).toEqual(['AppError: page-silent']);
});

function refuse(counted: PromiseWithResolvers<PageCount>): void {
  counted.reject(new AppError({ code: 'page-silent' }));
}
