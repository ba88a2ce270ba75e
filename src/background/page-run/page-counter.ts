import type { SendReason } from '../../core/check/question.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { CollectedMedia } from '../../core/media/page-media.ts';
import { atMost } from '../at-most.ts';
import { hasSiteAccess } from '../browser/granted-sites.ts';
import type { CheckContext } from '../check/check-context.ts';
import type { CheckDesk } from '../check/check-desk.ts';
import type { CheckStore } from '../check/check-store.ts';
import { collectInPage, type FoundFrame } from '../page-link/page-check-link.ts';
import { isVerySmall, reasonsToAsk, SITE_REASONS } from '../read/reasons-to-ask.ts';
import { permissionFor } from '../service/permission.ts';
import type { ItemPlan, PageItem, PageRun } from '../store/page-run.ts';
import { unlessWithoutAccount } from './group-sender.ts';
import { mediaOf } from './media-of-item.ts';

/** What a page holds, counted. */
export type PageCount = Pick<PageRun, 'items' | 'isQuiet' | 'accessMissing' | 'reasons' | 'privateHosts' | 'sentTo'>;

/** Addresses whose servers are asked at the same time whether what they lead to has changed. */
const ASKED_AT_ONCE = 6;

/**
 * Finds and counts what a page holds: what is there to be checked, and what there is to say before. `earlier` is the check of the
 * page before this one. Throws AppError where none may be looked at.
 */
export async function countPage(
  { store, session }: CheckContext,
  desk: CheckDesk,
  run: PageRun,
  earlier: PageRun | undefined,
): Promise<PageCount> {
  const sentTo = (await unlessWithoutAccount(session.client(permissionFor(run.kind))))?.host;
  const frames = await collectInPage(run.tabId, run.kind);
  if (frames.length === 0) throw new AppError({ code: 'page-closed' });
  const known = knownBefore(earlier, store);
  const found = withoutRepeats(frames).map((item) => {
    const checkId = item.plan === 'to-check' ? known.get(nameOf(item)) : undefined;
    return checkId === undefined ? item : { ...item, plan: 'known' as const, checkId };
  });
  const counted = { ...run, sentTo: sentTo ?? '' };
  const items = sentTo === undefined ? found : await recognised(counted, found, desk);
  const toCheck = items.filter(({ plan }) => plan === 'to-check');
  return {
    items,
    sentTo: counted.sentTo,
    isQuiet: frames.some(({ frameId, isQuiet }) => frameId === 0 && isQuiet),
    ...(await askedAbout(counted, toCheck)),
    accessMissing: await accessMissing({ ...run, items }),
  };
}

/** Every address once, in whatever frame it is shown first. */
function withoutRepeats(frames: readonly FoundFrame[]): PageItem[] {
  const known = new Set<string>();
  return frames.flatMap(({ frameId, url: frameUrl, media }) =>
    media.flatMap((one): PageItem[] => {
      const { key, url, isUrlCut } = one;
      if (url !== undefined && !isUrlCut) {
        if (known.has(url)) return [];
        known.add(url);
      }
      const isFrame = frameId !== 0 && /^https?:/.test(frameUrl);
      return [
        {
          key,
          frameId,
          plan: planOf(one),
          ...(isFrame && { frameUrl }),
          ...(url !== undefined && { url }),
          ...(isUrlCut && { isUrlCut }),
        },
      ];
    }),
  );
}

/** What has come into view of a frame, as far as it can be checked: the rest is no matter where nobody asked. */
export function shownItems(frame: FoundFrame): readonly PageItem[] {
  return withoutRepeats([frame]).filter(({ plan }) => plan === 'to-check');
}

function planOf({ isReadable, size }: CollectedMedia): ItemPlan {
  if (!isReadable) return 'unreadable';
  // What has no size yet is not loaded: how large it is shows when it is read.
  return size.width > 0 && size.height > 0 && isVerySmall(size) ? 'too-small' : 'to-check';
}

/** What the check of the same page before this one has found out counts still: the checks with a verdict, by their items' names. */
function knownBefore(earlier: PageRun | undefined, checks: CheckStore): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const item of earlier?.items ?? []) {
    const check = item.checkId === undefined ? undefined : checks.get(item.checkId);
    if (check?.state === 'done' && check.verdict) known.set(nameOf(item), check.id);
  }
  return known;
}

/** Names one of a page's media: the same in its next count, as long as it shows the same. */
function nameOf({ key, frameId, url }: PageItem): string {
  return JSON.stringify([key, frameId, url]);
}

/** Asks, some at a time, whether what was checked not long ago is the same still. */
async function recognised(run: PageRun, items: readonly PageItem[], desk: CheckDesk): Promise<PageItem[]> {
  const inTurn = atMost(ASKED_AT_ONCE);
  return Promise.all(
    items.map(async (item): Promise<PageItem> => {
      if (item.plan !== 'to-check') return item;
      const known = await inTurn(() => desk.recognise(mediaOf(run, item), run.sentTo));
      return known ? { ...item, plan: 'known', checkId: known.id } : item;
    }),
  );
}

/** Why the user has to be asked before any of these is read and sent, and about which hosts. */
async function askedAbout(
  run: PageRun,
  items: readonly PageItem[],
): Promise<Pick<PageCount, 'reasons' | 'privateHosts'>> {
  const reasons = new Set<SendReason>();
  const hosts = new Set<string>();
  for (const item of items) {
    const asked = await reasonsToAsk(mediaOf(run, item));
    for (const reason of asked.reasons) {
      if (!SITE_REASONS.includes(reason)) continue;
      reasons.add(reason);
      if (asked.site !== undefined) hosts.add(asked.site);
    }
  }
  return { reasons: [...reasons], privateHosts: [...hosts] };
}

/** The origins that the background may not read from yet. The page itself may still have what they serve. */
export async function accessMissing(run: PageRun): Promise<string[]> {
  const urls = run.items.flatMap(({ plan, url = '' }) => (plan === 'to-check' ? [url] : []));
  const origins = new Set(urls.flatMap((url) => (/^https?:/.test(url) ? [new URL(url).origin] : [])));
  origins.delete(URL.parse(run.pageUrl)?.origin ?? '');
  const missing = await Promise.all(
    [...origins].map(async (origin) => ((await hasSiteAccess(origin)) ? [] : [origin])),
  );
  return missing.flat();
}
