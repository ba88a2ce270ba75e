import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tabCheckFeed } from '../../../../src/background/answer/tab-check-feed.ts';
import { openInSidePanel } from '../../../../src/background/browser/side-panels.ts';
import { createCheckContext } from '../../../../src/background/check/check-context.ts';
import { createPageRunStore } from '../../../../src/background/page-run/page-run-store.ts';
import { type PageRun, pageRunSchema } from '../../../../src/background/store/page-run.ts';
import { sessionRecords } from '../../../../src/background/store/session-records.ts';
import { TAB_CHECKS_FEED_PREFIX, type TabChecks } from '../../../../src/core/protocol/checks-feed.ts';
import { withChanges } from '../../../../src/pages/side-panel/use-tab-checks.ts';
import { aCheck } from '../../../a-check.ts';
import { speakEnglish } from '../../english.ts';

const TAB = 3;
const inTab = (tabId: number) =>
  ({ kind: 'image', pointedBy: 'page', pageUrl: 'https://a.example/', frameId: 0, isPrivate: false, tabId }) as const;

afterEach(() => void vi.useRealTimers());

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
});

function bed(sender: 'extension-page' | 'panel' = 'extension-page') {
  const { store } = createCheckContext(fetch, Date.now);
  const runs = createPageRunStore(sessionRecords<PageRun>({ prefix: 'page-run:', schema: pageRunSchema }));
  const put = (id: string, tabId = TAB) =>
    store.put({ ...aCheck(id, 1, {}), media: inTab(tabId), pageRun: `${tabId}` });
  const posts: TabChecks[] = [];
  const closing: (() => void)[] = [];
  const isServed = tabCheckFeed(
    store,
    runs,
  )({
    name: TAB_CHECKS_FEED_PREFIX + TAB,
    sender:
      sender === 'panel' ? { kind: sender, tabId: TAB, frameId: 0, origin: 'https://a.example' } : { kind: sender },
    post: (state) => posts.push(state as TabChecks),
    onClose: (listener) => closing.push(listener),
  });
  const told = (count: number) => vi.waitFor(() => expect(posts).toHaveLength(count));
  const close = () => closing.splice(0).forEach((end) => void end());
  onTestFinished(close);
  return { store, runs, put, posts, told, isServed, close };
}

const ids = (state: TabChecks | undefined) => state?.rows.map(({ checkId }) => checkId);

describe('the list of a tab’s checks', () => {
  it('is told whole once, then the changes alone, however many there are', async () => {
    const { put, posts, told, store } = bed();
    for (let number = 0; number < 1_900; number += 1) put(`${number}`);
    put('elsewhere', 4);
    await told(2); // What has room in the side panel comes first.
    expect(posts.map(({ isWhole, rows }) => [isWhole, rows.length])).toEqual([
      [true, 100],
      [false, 1_800],
    ]);
    put('7');
    put('8');
    put('elsewhere', 4);
    await told(3);
    expect([posts[2]?.isWhole, ids(posts[2])]).toEqual([false, ['7', '8']]);
    store.remove('7');
    await told(4);
    expect([ids(posts[3]), posts[3]?.gone]).toEqual([[], ['7']]);
    const list = posts.reduce<ReturnType<typeof withChanges> | undefined>(withChanges, undefined);
    expect([list?.size, list?.has('7'), list?.has('8')]).toEqual([1_899, false, true]);
  });

  it('says where in its page a check is, also when that is known only later', async () => {
    const { put, posts, told, runs } = bed();
    put('a');
    await told(1);
    expect(posts[0]?.rows[0]?.position).toBeUndefined();
    const item = (key: string, checkId: string) => ({ key, frameId: 0, plan: 'to-check', checkId }) as const;
    runs.put({
      ...{ id: 'run', kind: 'image', state: 'running', tabId: TAB, pageUrl: '', isPrivate: false, isQuiet: false },
      ...{ accessMissing: [], reasons: [], privateHosts: [], sentTo: '', startedAt: 1 },
      items: [item('1', 'b'), item('2', 'a')],
    });
    await told(2);
    expect(posts[1]?.rows.map(({ checkId, position }) => [checkId, position])).toEqual([['a', 1]]);
  });

  it.each([
    ['that is open', true],
    ['that is opened for it', false],
  ])('opens what was asked for in the page in a side panel %s, once', async (_, isOpen) => {
    if (!isOpen) openInSidePanel(TAB, 'b');
    const { put, posts, told } = bed();
    await told(1);
    if (isOpen) openInSidePanel(TAB, 'b');
    put('b');
    await told(2);
    put('b');
    await told(3);
    expect(posts.map(({ opened }) => opened)).toEqual(
      isOpen ? [undefined, 'b', undefined] : ['b', undefined, undefined],
    );
  });

  it('costs nothing once it is closed', async () => {
    const { put, posts, told, close, store } = bed();
    await told(1);
    const compose = vi.spyOn(store, 'get');
    vi.useFakeTimers();
    close();
    put('a');
    await vi.advanceTimersByTimeAsync(1_000);
    expect([posts.length, compose.mock.calls.length]).toEqual([1, 0]);
  });

  it('is for the extension’s own pages alone', () => expect(bed('panel').isServed).toBe(false));
});
