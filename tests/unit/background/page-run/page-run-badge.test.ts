import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createCheckContext } from '../../../../src/background/check/check-context.ts';
import { keepBadge } from '../../../../src/background/page-run/page-run-badge.ts';
import { createPageRunStore } from '../../../../src/background/page-run/page-run-store.ts';
import { type PageRun, pageRunSchema } from '../../../../src/background/store/page-run.ts';
import { sessionRecords } from '../../../../src/background/store/session-records.ts';
import { aCheck } from '../../../a-check.ts';
import { aPageRun } from '../../../a-page-run.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const ids = ['a', 'b', 'c'];
const running = (id: string) =>
  aPageRun({
    id,
    state: 'running',
    items: ids.map((key) => ({ key, frameId: 0, plan: 'to-check' as const, checkId: `${id} ${key}` })),
  });

it('counts down with one call for each number, and one more for each colour', async () => {
  const calls: string[] = [];
  const note = (name: string) => async (how: { readonly text?: string }) => void calls.push(how.text ?? name);
  Object.assign(fakeBrowser.action, { setBadgeText: note('text'), setBadgeBackgroundColor: note('colour') });
  const { store } = createCheckContext(fetch, Date.now);
  const runs = createPageRunStore(sessionRecords<PageRun>({ prefix: 'page-run:', schema: pageRunSchema }));
  keepBadge(runs, store);
  for (const id of ['first', 'after a reload']) {
    runs.put(running(id));
    await vi.advanceTimersByTimeAsync(1_000);
    for (const key of ids) {
      store.put(aCheck(`${id} ${key}`, 1, { pageRun: id, verdict: { isAi: true, likelihood: 0.99 } }));
      await vi.advanceTimersByTimeAsync(1_000);
    }
    runs.change(id, (run) => ({ ...run, state: 'done' }));
    await vi.advanceTimersByTimeAsync(1_000);
  }
  const round = ['colour', '3', '2', '1', '', 'colour', '3'];
  expect(calls).toEqual([...round, ...round]);
});
