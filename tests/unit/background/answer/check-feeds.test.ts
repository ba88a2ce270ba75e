import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkFeeds } from '../../../../src/background/answer/check-feeds.ts';
import { sidePanelOpened } from '../../../../src/background/browser/side-panels.ts';
import { createCheckContext } from '../../../../src/background/check/check-context.ts';
import { createCheckDesk } from '../../../../src/background/check/check-desk.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import type { MediaReference } from '../../../../src/core/check/media-reference.ts';
import { type CheckRow, checksFeed } from '../../../../src/core/protocol/checks-feed.ts';
import type { PopupTab } from '../../../../src/core/protocol/own-page-address.ts';
import { CHECK_FEED_PREFIX } from '../../../../src/core/protocol/protocol.ts';
import { aCheck } from '../../../a-check.ts';
import { speakEnglish } from '../../english.ts';
import { useFreshDatabase } from '../store/fresh-database.ts';

const NORMAL_TAB = { tabId: 1, isPrivate: false };
const PRIVATE_TAB = { tabId: 2, isPrivate: true };

const inTab = (tab: typeof NORMAL_TAB): MediaReference => ({
  kind: 'image',
  pointedBy: 'menu',
  pageUrl: 'https://page.example/',
  frameId: 0,
  ...tab,
});

/** Newest first. */
let checks: { readonly id: string; readonly media: MediaReference }[];

beforeEach(() => {
  fakeBrowser.reset();
  useFreshDatabase();
  speakEnglish();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.0.0' }) });
  checks = [
    { id: 'in a normal window', media: inTab(NORMAL_TAB) },
    { id: 'in a private window', media: inTab(PRIVATE_TAB) },
    { id: 'a private file', media: { kind: 'image', fileName: 'a.jpg', isPrivate: true } },
  ];
});

afterEach(() => void vi.useRealTimers());

/** What a popup is told first. */
async function listOf(
  popup: PopupTab,
  kind: 'extension-page' | 'panel' = 'extension-page',
): Promise<readonly CheckRow[]> {
  const context = createCheckContext(fetch, () => 1);
  for (const [at, { id, media }] of checks.entries()) {
    context.store.put({ id, media, state: 'asking', fromScreen: false, startedAt: -at });
  }
  const serve = checkFeeds(context, createCheckDesk(context));
  const post = vi.fn<(rows: unknown) => void>();
  const sender = kind === 'panel' ? { kind, tabId: 2, frameId: 0, origin: 'https://page.example' } : { kind };
  if (!serve({ name: checksFeed(popup), sender, post, onClose: () => undefined })) throw new Error('refused');
  await vi.waitFor(() => expect(post).toHaveBeenCalled());
  return post.mock.calls[0]?.[0] as readonly CheckRow[];
}

describe('the list of a popup', () => {
  it.each([
    ['of a normal window holds nothing of private ones', NORMAL_TAB, ['in a normal window']],
    ['that knows no tab holds nothing of them either', { isPrivate: false }, ['in a normal window']],
    ['of a private window holds nothing of others', PRIVATE_TAB, ['in a private window', 'a private file']],
  ])('%s', async (_name, popup, expected) => {
    expect((await listOf(popup)).map(({ checkId }) => checkId)).toEqual(expected);
  });

  it('says which check is private, so that none is looked for among the results', async () => {
    const isPrivate = Object.fromEntries((await listOf(PRIVATE_TAB)).map((row) => [row.checkId, row.isPrivate]));
    expect(isPrivate).toEqual({ 'in a private window': true, 'a private file': true });
    expect((await listOf(NORMAL_TAB)).map((row) => row.isPrivate)).toEqual([undefined]);
  });

  it('has the checks of its page, however many there are elsewhere', async () => {
    checks = [
      ...Array.from({ length: 20 }, (_, at) => ({ id: `${at}`, media: inTab({ tabId: 9, isPrivate: false }) })),
      ...checks,
    ];
    expect((await listOf(NORMAL_TAB))[0]?.checkId).toBe('in a normal window');
  });

  it('is not for pages', async () => {
    await expect(listOf(PRIVATE_TAB, 'panel')).rejects.toThrow();
  });
});

describe('a question whose panel goes', () => {
  const PAGE = { tabId: NORMAL_TAB.tabId, frameId: 0, origin: 'https://page.example' };

  /** The panel of a question is open; in `sidePanels` tabs, a side panel is. */
  async function askedBeside(sidePanels: readonly number[]) {
    const context = createCheckContext(fetch, Date.now);
    const { store } = context;
    const closing: (() => void)[] = [];
    const onClose = (listener: () => void) => void closing.push(listener);
    store.put({ id: 'a', media: inTab(NORMAL_TAB), state: 'asking', fromScreen: false, startedAt: 1 });
    const gone = sidePanels.map((tabId) => sidePanelOpened(tabId, () => undefined));
    const name = `${CHECK_FEED_PREFIX}a`;
    checkFeeds(
      context,
      createCheckDesk(context),
    )({ name, sender: { kind: 'panel', ...PAGE }, post: () => undefined, onClose });
    const stateNow = () => store.get('a')?.state;
    const closePanel = () => {
      for (const listener of closing) listener();
    };
    return { stateNow, closePanel, closeSidePanels: () => gone.forEach((close) => void close()), store };
  }

  it.each<[string, readonly number[]]>([
    ['none is open', []],
    ['one is open for another tab', [9]],
  ])('is answered with no where, of side panels, %s', async (_name, sidePanels) => {
    const { closePanel, stateNow, closeSidePanels } = await askedBeside(sidePanels);
    closePanel();
    await vi.waitFor(() => expect(stateNow()).toBe('cancelled'));
    closeSidePanels();
  });

  it('waits while a side panel shows it, and ends with the last of them', async () => {
    const { closePanel, stateNow, closeSidePanels } = await askedBeside([1, 1]);
    closePanel();
    expect(stateNow()).toBe('asking');
    closeSidePanels();
    await vi.waitFor(() => expect(stateNow()).toBe('cancelled'));
  });

  it('is not cancelled any more once it was answered', async () => {
    const { closePanel, stateNow, closeSidePanels, store } = await askedBeside([1]);
    closePanel();
    store.put(aCheck('a', 1));
    closeSidePanels();
    expect(stateNow()).toBe('failed');
  });
});

describe('a feed', () => {
  /** A background of which one feed is open; `posts` is what that was told. */
  function followed(name: string) {
    const context = createCheckContext(fetch, Date.now);
    const history = vi.spyOn(context.history, 'latest');
    const posts: unknown[] = [];
    const closing: (() => void)[] = [];
    checkFeeds(
      context,
      createCheckDesk(context),
    )({
      name,
      sender: { kind: 'extension-page' },
      post: (state) => posts.push(state),
      onClose: (listener) => closing.push(listener),
    });
    const close = () => {
      for (const listener of closing) listener();
    };
    return { ...context, reads: history.mock, posts, close };
  }
  const running = (id: string, at = Date.now()): CheckRecord => ({ ...aCheck(id, at), state: 'uploading' });

  it('of a popup reads the history once, however many checks come and change', async () => {
    const { store, posts, reads, close } = followed(checksFeed(NORMAL_TAB));
    await vi.waitFor(() => expect(posts).toHaveLength(1));
    for (let at = 0; at < 30; at += 1) {
      const told = posts.length;
      store.put(running(`${at}`));
      store.put(aCheck(`${at}`, at));
      await vi.waitFor(() => expect(posts.length).toBeGreaterThan(told));
    }
    expect(reads.calls).toHaveLength(1);
    close();
  });

  it('of a private popup reads no history, which is of normal windows', async () => {
    const { history, posts, reads, close } = followed(checksFeed(PRIVATE_TAB));
    await history.put(aCheck('of an earlier session', 1));
    await vi.waitFor(() => expect(posts).toEqual([[]]));
    expect(reads.calls).toHaveLength(0);
    close();
  });

  it('of a popup reads it again when results were removed', async () => {
    const { history, posts, reads, close } = followed(checksFeed(NORMAL_TAB));
    await vi.waitFor(() => expect(posts).toHaveLength(1));
    await history.put(aCheck('of an earlier session', 1));
    await history.removeBefore();
    await vi.waitFor(() => expect(reads.calls).toHaveLength(2));
    close();
  });

  it('posts fifty changes at once as one', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { store, posts, close } = followed(checksFeed(NORMAL_TAB));
    await vi.waitFor(() => expect(posts).toHaveLength(1));
    for (let at = 0; at < 50; at += 1) store.put(running(`${at}`));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(posts).toHaveLength(2);
    close();
  });

  it('of a check posts nothing of others', async () => {
    const { store, posts, close } = followed(`${CHECK_FEED_PREFIX}own`);
    store.put(running('own'));
    await vi.waitFor(() => expect(posts.length).toBeGreaterThan(0));
    const told = posts.length;
    for (let at = 0; at < 20; at += 1) store.put(running(`${at}`));
    store.put(aCheck('own', 1));
    await vi.waitFor(() => expect(posts.at(-1)).toMatchObject({ hasEnded: true }));
    expect(posts.length - told).toBeLessThanOrEqual(2);
    close();
  });

  it('counts a pause down by one timer, whatever changes meanwhile, and by none once it is closed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { store, posts, close } = followed(`${CHECK_FEED_PREFIX}own`);
    for (let at = 0; at < 20; at += 1) {
      store.put({ ...running('own'), progress: { pause: { until: Date.now() + 60_000, reason: 'busy' } } });
      await vi.advanceTimersByTimeAsync(200);
    }
    const told = posts.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(posts.length - told).toBeGreaterThanOrEqual(8);
    expect(posts.length - told).toBeLessThanOrEqual(10);
    close();
    expect(vi.getTimerCount()).toBeLessThanOrEqual(1); // What rests after the last post.
  });
});
