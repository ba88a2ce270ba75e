import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageRunFeeds } from '../../../../src/background/answer/page-run-feeds.ts';
import type { OpenFeed } from '../../../../src/background/answer/serve-feeds.ts';
import { createCheckContext } from '../../../../src/background/check/check-context.ts';
import { createCheckDesk } from '../../../../src/background/check/check-desk.ts';
import { createPageDesk } from '../../../../src/background/page-run/page-desk.ts';
import { createPageRunStore } from '../../../../src/background/page-run/page-run-store.ts';
import { type PageRun, pageRunSchema } from '../../../../src/background/store/page-run.ts';
import { sessionRecords } from '../../../../src/background/store/session-records.ts';
import type { FrameView, PageRunView } from '../../../../src/core/protocol/page-run-view.ts';
import { PAGE_RUN_FEED, TAB_RUN_FEED_PREFIX } from '../../../../src/core/protocol/protocol.ts';
import { aCheck } from '../../../a-check.ts';
import { aPageRun } from '../../../a-page-run.ts';
import { speakEnglish } from '../../english.ts';
import { useFreshDatabase } from '../store/fresh-database.ts';

const CHECKS = [
  aCheck('a', 1, { pageRun: 'run', verdict: { isAi: true, likelihood: 0.97 } }),
  aCheck('b', 2, { pageRun: 'run', verdict: { isAi: false, likelihood: 0.03 } }),
  aCheck('c', 3, { pageRun: 'run', verdict: { isAi: true, likelihood: 0.9 } }),
  aCheck('d', 4, { pageRun: 'run' }),
];

const RUN = aPageRun({ items: CHECKS.map(({ id }) => ({ key: id, frameId: 0, plan: 'to-check', checkId: id })) });

const FAILED = { state: 'failed', error: { code: 'page-silent' } } as const;

beforeEach(() => {
  fakeBrowser.reset();
  useFreshDatabase();
  speakEnglish();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.0.0' }) });
});

/** A popup over the page of a run, and what it was told. */
function openPopup(run: PageRun) {
  return followRun<PageRunView | undefined>(run, {
    name: `${TAB_RUN_FEED_PREFIX}1`,
    sender: { kind: 'extension-page' },
  });
}

/** The top frame of a page in the tab of a run, and what it was told. */
function openPage(url: string, run: PageRun) {
  const { origin } = new URL(url);
  return followRun<FrameView>(run, { name: PAGE_RUN_FEED, sender: { kind: 'panel', tabId: 1, frameId: 0, origin } });
}

function followRun<View>(run: PageRun, who: Pick<OpenFeed, 'name' | 'sender'>) {
  const context = createCheckContext(fetch, () => 1);
  for (const check of CHECKS) context.store.put(check);
  const storage = sessionRecords<PageRun>({ prefix: 'page-run:', schema: pageRunSchema });
  const pageDesk = createPageDesk(context, createCheckDesk(context), createPageRunStore(storage));
  pageDesk.runs.put(run);
  const post = vi.fn<(view: unknown) => void>();
  const closing: (() => void)[] = [];
  const feed = { ...who, post, onClose: (listener: () => void) => void closing.push(listener) };
  if (!pageRunFeeds(pageDesk, context.store)(feed)) throw new Error('refused');
  /** Waits until what was told last is so: how often it is told depends on what is written meanwhile. */
  const tells = (isSo: (view: View) => void) =>
    vi.waitFor(() => {
      expect(post).toHaveBeenCalled();
      isSo(post.mock.lastCall?.[0] as View);
    });
  const close = () => {
    for (const listener of closing) listener();
  };
  return { runs: pageDesk.runs, checks: context.store, tells, close };
}

describe('a popup', () => {
  it.each<[string, Partial<PageRun>]>([
    ['failed', { ...FAILED, items: [] }],
    ['failed in the middle', FAILED],
    ['found nothing', { items: [] }],
    ['was cancelled before it began', { state: 'cancelled', items: [] }],
  ])('is not greeted by a check that %s before it was opened', async (_name, run) => {
    await openPopup({ ...RUN, ...run }).tells((view) => expect(view).toBeUndefined());
  });

  it('that is opened to say what came of a check says so, and the next one does not', async () => {
    const { runs, tells, close } = openPopup({ ...RUN, ...FAILED, items: [], isUntold: true });
    await tells((view) => expect(view?.lines[0]?.words).toContain('This page isn’t responding.'));
    const told = runs.inTab(1);
    close();
    expect(told?.isUntold).toBeUndefined();
    if (told) await openPopup(told).tells((view) => expect(view).toBeUndefined());
  });

  it('is told of a failure that comes while it is open', async () => {
    const { runs, tells } = openPopup({ ...RUN, state: 'counting', items: [] });
    await tells((view) => expect(view?.hasEnded).toBe(false));
    runs.put({ ...RUN, ...FAILED, items: [] });
    await tells((view) => expect(view?.lines[0]?.words).toContain('This page isn’t responding.'));
  });

  it('is told of the next check, whatever came of the one before', async () => {
    const { runs, tells } = openPopup({ ...RUN, ...FAILED });
    await tells((view) => expect(view).toBeUndefined());
    runs.put({ ...RUN, id: 'next', ...FAILED, items: [] });
    await tells((view) => expect(view?.runId).toBe('next'));
  });

  it('has what came out counted', async () => {
    await openPopup(RUN).tells((view) =>
      expect(view?.counts).toEqual([
        { tone: 'likely-ai', words: '2 likely AI-generated' },
        { tone: 'likely-not-ai', words: '1 likely not AI-generated' },
        { tone: 'failed', words: '1 without a verdict' },
      ]),
    );
  });

  it('has nothing counted before the end', async () => {
    await openPopup({ ...RUN, state: 'running' }).tells((view) => expect(view?.counts).toEqual([]));
  });
});

describe('the script of a page', () => {
  it('is told of the check of its page', async () => {
    await openPage('https://news.example/', RUN).tells((view) => expect(view.pill?.runId).toBe('run'));
  });

  it('is told that there is nothing, where the check is of another site', async () => {
    await openPage('https://other.example/', RUN).tells((view) => expect(view).toEqual({ badges: [], hasEnded: true }));
  });

  it('is told of what a file says that is read after the last verdict, and then that nothing more comes', async () => {
    const [check = aCheck('a', 1)] = CHECKS;
    const { checks, tells } = openPage('https://news.example/', RUN);
    checks.put({ ...check, isReadingFile: true });
    await tells((view) => expect(view.hasEnded).toBe(false));
    checks.put({ ...check, fileMetadata: { credentials: { state: 'broken' }, notes: [], facts: {} } });
    await tells((view) => expect(view).toMatchObject({ hasEnded: true }));
    await tells((view) => expect(view.badges[0]).toMatchObject({ sign: 'broken-credentials' }));
  });

  it('takes a question with it when it is left', async () => {
    const { runs, tells, close } = openPage('https://news.example/', { ...RUN, state: 'asking' });
    await tells((view) => expect(view.hasEnded).toBe(false));
    close();
    expect(runs.inTab(1)).toBeUndefined();
  });
});
