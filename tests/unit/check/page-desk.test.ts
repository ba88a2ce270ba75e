import { beforeEach, expect, it, vi } from 'vitest';
import type { CheckDesk } from '../../../src/check/check-desk.ts';
import type { CheckRecord } from '../../../src/check/check-record.ts';
import { createCheckStore } from '../../../src/check/check-store.ts';
import { createPageDesk } from '../../../src/check/page-desk.ts';
import type { PageItem, PageRun } from '../../../src/check/page-run.ts';
import { createPageRunStore } from '../../../src/check/page-run-store.ts';
import type { RecordStorage } from '../../../src/check/record-storage.ts';
import { aCheck } from '../../a-check.ts';

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

/** Starts with what is stored; the desk of single checks only says what it is asked for. */
function recover(runs: readonly PageRun[], stored: readonly CheckRecord[]): Promise<void> {
  const checks = createCheckStore(storageOf(...stored), vi.fn(), Date.now);
  const desk: Partial<CheckDesk> = {
    open(media) {
      const check: CheckRecord = { id: `new ${calls.length}`, state: 'queued', media, fromScreen: false, startedAt: 1 };
      calls.push(`open ${'itemKey' in media ? media.itemKey : ''}`);
      checks.put(check);
      return check;
    },
    run: async (id) => void calls.push(`run ${id}`) as undefined,
    takeUp: async ({ id }) => void calls.push(`take up ${id}`),
    interrupt: async (id) => void calls.push(`interrupt ${id}`),
  };
  const runStore = createPageRunStore(storageOf(...runs), vi.fn());
  return createPageDesk({
    desk: desk as CheckDesk,
    checks,
    runs: runStore,
    count: () => Promise.reject(new Error('nothing is counted')),
    accessMissing: async () => [],
    batchSender: async () => undefined,
    askAbove: async () => 0,
    whileRunning: (work) => work(),
    clock: Date.now,
    newId: () => 'id',
    onFault: (error) => calls.push(String(error)),
  }).recover();
}

it('goes on with what is under way, and begins what had not begun', async () => {
  const underWay: CheckRecord = { ...aCheck('a', 1), state: 'waiting', pageRun: 'run' };
  await recover([aRun(item('first', 'a'), item('second'))], [underWay]);
  expect(calls).toEqual(['open second', 'take up a', 'run new 0']);
});

it('does not begin anew what had begun and whose record is lost: it may have been sent', async () => {
  await recover([aRun(item('first', 'gone'))], []);
  expect(calls).toEqual(['open first', 'interrupt new 0']);
});

it('ends what belongs to a page whose own record is lost', async () => {
  const orphan: CheckRecord = { ...aCheck('a', 1), state: 'waiting', pageRun: 'gone' };
  const done: CheckRecord = { ...aCheck('b', 1), pageRun: 'gone' };
  await recover([], [orphan, done]);
  expect(calls).toEqual(['interrupt a']);
});
