import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkFeeds } from '../../../../src/background/answer/check-feeds.ts';
import { createCheckContext } from '../../../../src/background/check/check-context.ts';
import { createCheckDesk } from '../../../../src/background/check/check-desk.ts';
import type { MediaReference } from '../../../../src/core/check/media-reference.ts';
import type { CheckRow } from '../../../../src/core/protocol/check-row.ts';
import { checksFeed } from '../../../../src/core/protocol/checks-feed.ts';
import type { PopupTab } from '../../../../src/core/protocol/own-page-address.ts';
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
  checks = [
    { id: 'in a normal window', media: inTab(NORMAL_TAB) },
    { id: 'in a private window', media: inTab(PRIVATE_TAB) },
    { id: 'a private file', media: { kind: 'image', fileName: 'a.jpg', isPrivate: true } },
  ];
});

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
  const sender = kind === 'panel' ? { kind, tabId: 2, frameId: 0, url: 'https://page.example/' } : { kind };
  if (!serve({ name: checksFeed(popup), sender, post, onClose: () => undefined })) throw new Error('refused');
  await vi.waitFor(() => expect(post).toHaveBeenCalled());
  return post.mock.calls[0]?.[0] as readonly CheckRow[];
}

describe('the list of a popup', () => {
  it.each([
    ['of a normal window holds nothing of private ones', NORMAL_TAB, ['in a normal window']],
    ['that knows no tab holds nothing of them either', { isPrivate: false }, ['in a normal window']],
    [
      'of a private window begins with what its own page has',
      PRIVATE_TAB,
      ['in a private window', 'in a normal window', 'a private file'],
    ],
  ])('%s', async (_name, popup, expected) => {
    expect((await listOf(popup)).map(({ checkId }) => checkId)).toEqual(expected);
  });

  it('says which check is private, so that none is looked for among the results', async () => {
    const isPrivate = Object.fromEntries((await listOf(PRIVATE_TAB)).map((row) => [row.checkId, row.isPrivate]));
    expect(isPrivate).toEqual({ 'in a private window': true, 'in a normal window': undefined, 'a private file': true });
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
