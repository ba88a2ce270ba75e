import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { endCheck } from '../../../../src/background/check/change-check.ts';
import { createCheckContext } from '../../../../src/background/check/check-context.ts';
import { createCheckDesk } from '../../../../src/background/check/check-desk.ts';
import { reportOf } from '../../../../src/background/check/read-report-of.ts';
import { watchSending } from '../../../../src/background/check/transfer-watch.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import { aCheck } from '../../../a-check.ts';
import { useFreshDatabase } from '../store/fresh-database.ts';

beforeEach(() => {
  fakeBrowser.reset();
  useFreshDatabase();
});

afterEach(() => void vi.restoreAllMocks());

const running = (id: string): CheckRecord => ({ ...aCheck(id, Date.now()), state: 'uploading', pageRun: 'run' });

/** As much as browsers keep in `storage.session`. */
const QUOTA_BYTES = 10_485_760;

/** What the database is asked for: each of these is a request. */
const DATABASE_CALLS = [
  [IDBObjectStore, ['get', 'getAll', 'getAllKeys', 'put', 'delete', 'count', 'openCursor']],
  [IDBIndex, ['get', 'getAll', 'getAllKeys', 'count', 'openCursor']],
  [IDBCursor, ['continue']],
] as const;

/** Counts what is asked of storage and database from now on. */
function countCalls() {
  const { session, local } = fakeBrowser.storage;
  const spies = [
    ...[session, local].flatMap((area) => [vi.spyOn(area, 'get'), vi.spyOn(area, 'set'), vi.spyOn(area, 'remove')]),
    ...DATABASE_CALLS.flatMap(([kind, names]) => names.map((name) => vi.spyOn(kind.prototype, name as never))),
  ];
  return () => spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
}

it('one more check costs as many reads and writes after 100 others as the first did', async () => {
  const context = createCheckContext(fetch, Date.now);
  await context.store.load();
  const checkOne = async (id: string) => {
    context.store.put(running(id));
    await context.store.stored();
    const calls = countCalls();
    await endCheck(context, id, { state: 'done', verdict: { isAi: true, likelihood: 0.9 } });
    await context.store.stored();
    const count = calls();
    vi.restoreAllMocks();
    return count;
  };
  await checkOne('opens the database');
  const first = await checkOne('first');
  for (let at = 0; at < 100; at += 1) await checkOne(`${at}`);
  expect(first).toBeGreaterThan(0);
  expect(await checkOne('last')).toBe(first);
});

it('what its details alone show leaves the session for the history once that has it', async () => {
  const context = createCheckContext(fetch, Date.now);
  const fileMetadata = { unread: 'fault' } as const;
  context.store.put({ ...running('a'), fileMetadata });
  await endCheck(context, 'a', { state: 'done', verdict: { isAi: true, likelihood: 0.9 } });
  await context.store.stored();
  const { 'check:a': stored } = await fakeBrowser.storage.session.get('check:a');
  expect(stored).toMatchObject({ state: 'done', verdict: { isAi: true }, isLean: true });
  expect(stored).not.toHaveProperty('fileMetadata');
  expect(await context.history.get('a')).toMatchObject({ fileMetadata });
  expect(context.store.get('a')).toMatchObject({ fileMetadata });
});

it('the progress of a request of fifty is one change, and no write for each event', async () => {
  const context = createCheckContext(fetch, Date.now);
  const ids = Array.from({ length: 50 }, (_, at) => `${at}`);
  for (const id of ids) context.store.put(running(id));
  await context.store.stored();
  const told = vi.fn();
  context.store.subscribe(told);
  const set = vi.spyOn(fakeBrowser.storage.session, 'set');
  const watches = ids.map((id) => watchSending(context, id, 1_000, new AbortController().signal));
  for (const part of [0.1, 0.2, 0.3]) {
    for (const { job } of watches) job.onProgress(part);
    await context.store.stored();
  }
  expect(told).toHaveBeenCalledTimes(3);
  expect(set).not.toHaveBeenCalled();
});

it('300 images of a page with an address of 1.9 MB, in frames of such, find room in the session', async () => {
  const context = createCheckContext(fetch, Date.now);
  const desk = createCheckDesk(context);
  const address = `https://page.example/${'x'.repeat(1_900_000)}`;
  const { media } = aCheck('any', 1);
  const ids = Array.from({ length: 300 }, () => {
    return desk.open({ ...media, tabId: 1, pageUrl: address, frameUrl: address, url: `${address}.jpg` }).id;
  });
  await context.store.stored();
  const stored = await fakeBrowser.storage.session.get(null);
  expect(Object.keys(stored)).toEqual(expect.arrayContaining(ids.map((id) => `check:${id}`)));
  expect(JSON.stringify(stored).length).toBeLessThan(QUOTA_BYTES / 4);
});

it('what a server says to recognise its file by is kept, but for a quarter of a megabyte', () => {
  const image = new Blob(['a'], { type: 'image/png' });
  const report = (etag: string) =>
    reportOf({ method: 'direct', prepared: { image, size: { width: 1, height: 1 } }, validators: { etag } }, 'a');
  expect(report('"a"')).toMatchObject({ validators: { etag: '"a"' } });
  expect(report(`"${'a'.repeat(256_000)}"`)).not.toHaveProperty('validators');
});
