import { sitePattern } from '../../core/browser/site-access.ts';
import type { AutomaticView } from '../../core/protocol/automatic-view.ts';
import { automaticSitesItem } from '../../core/store/automatic-sites.ts';
import { frameOrigins } from '../browser/frame-origins.ts';
import { hasSiteAccess } from '../browser/granted-sites.ts';
import type { Frame } from '../browser/inject-scripts.ts';
import { pageInTab, type TabPage } from '../browser/tab-page.ts';
import { isPrivateAddress } from '../read/private-address.ts';
import { isCertainlyOnAnyOf, isOnAnyOf, isSiteAllowed, matchPatternOf } from '../read/site-rules.ts';
import { readPolicy } from '../store/policy.ts';

/** Whether images of a page are checked as they are shown, and who has decided. */
export type AutomaticState = Pick<AutomaticView, 'origin' | 'state' | 'isManaged'>;

/** How it stands for a page; undefined where that is never done: in private windows and networks, and outside the web. */
export async function automaticState({
  pageUrl,
  isPrivate,
}: Pick<TabPage, 'pageUrl' | 'isPrivate'>): Promise<AutomaticState | undefined> {
  const url = URL.parse(pageUrl);
  if (isPrivate || !url || !/^https?:$/.test(url.protocol) || isPrivateAddress(url)) return undefined;
  const { origin } = url;
  const [policy, chosen] = await Promise.all([readPolicy(), automaticSitesItem.get()]);
  const { automaticSites, noAutomaticSites, lockAutomaticSites } = policy;
  const isForbidden = isOnAnyOf(noAutomaticSites, pageUrl) || !isSiteAllowed(policy, { page: pageUrl });
  const isSet = isCertainlyOnAnyOf(automaticSites, pageUrl);
  const isManaged = isForbidden || isSet || lockAutomaticSites === true;
  const isWanted = !isForbidden && (isSet || (!isManaged && chosen.includes(sitePattern(origin))));
  const state = !isWanted ? 'off' : (await hasSiteAccess(origin)) ? 'on' : 'needs-access';
  return { origin, state, isManaged };
}

/** A frame, and the origin of its document by the browser's word; undefined for what has no address of its own. */
export interface FrameOfSite extends Frame {
  readonly origin: string | undefined;
}

/** Whether images of a frame are checked as they are shown: on its site, and on that of the page in its tab. */
export async function isAutomaticIn({ tabId, frameId, origin }: FrameOfSite): Promise<boolean> {
  const page = await pageInTab(tabId);
  if ((await automaticState(page))?.state !== 'on') return false;
  if (frameId === 0) return true;
  // An `about:blank` is of whoever made it; what is sandboxed is of nobody, and held to what is around it.
  const site = origin ?? (await frameOrigins({ tabId, frameId })).find((one) => one !== 'null') ?? '';
  return (await automaticState({ ...page, pageUrl: site }))?.state === 'on';
}

/** The pages into which the script goes that watches for images: of the sites the user chose, and of those an administrator set. */
export async function automaticPatterns(): Promise<readonly string[]> {
  const [{ automaticSites = [] }, chosen] = await Promise.all([readPolicy(), automaticSitesItem.get()]);
  const states = await Promise.all(
    chosen.map((site) => automaticState({ pageUrl: site.slice(0, -1), isPrivate: false })),
  );
  return [
    ...chosen.filter((_, index) => states[index]?.state === 'on'),
    ...automaticSites.flatMap((entry) => matchPatternOf(entry) ?? []),
  ];
}
