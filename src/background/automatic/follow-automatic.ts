import { browser } from '../../core/browser/browser.ts';
import { logFault } from '../../core/log.ts';
import { automaticSitesItem } from '../../core/store/automatic-sites.ts';
import { onPolicyChanged } from '../../core/store/policy-changes.ts';
import { injectAutomatic, reachableFrames } from '../browser/inject-scripts.ts';
import { keepRegistered } from '../browser/keep-registered.ts';
import type { PageDesk } from '../page-run/page-desk.ts';
import { hasRunEnded, type PageRun } from '../store/page-run.ts';
import { automaticPatterns, automaticState, isAutomaticIn } from './automatic-state.ts';
import { forgetTakenBack, turnOnIfAllowed } from './turn-on.ts';

/** The script that watches for images (entrypoints/automatic.ts). */
const AUTOMATIC = 'automatic';

/**
 * Keeps the script that watches for images in the pages where it is wanted, and stops what is under way elsewhere. Must be called while the
 * background starts.
 */
export function followAutomatic(pageDesk: PageDesk): void {
  const keep = async () => {
    await Promise.all([keepScript(), stopUnwanted(pageDesk)]);
  };
  const changed = async () => {
    await keep();
    await beginInTabs();
  };
  automaticSitesItem.watch(() => void changed().catch(logFault));
  onPolicyChanged(() => void changed().catch(logFault));
  browser.permissions.onAdded.addListener(() => void turnOnIfAllowed().then(changed).catch(logFault));
  browser.permissions.onRemoved.addListener(() => void forgetTakenBack().then(changed).catch(logFault));
  // What an earlier version has put into pages that are open does nothing any more.
  browser.runtime.onInstalled.addListener(() => void beginInTabs().catch(logFault));
  void keep().catch(logFault);
}

function keepScript(): Promise<void> {
  return keepRegistered({
    id: AUTOMATIC,
    js: ['automatic.js'],
    runAt: 'document_idle',
    matches: automaticPatterns,
    allFrames: true, // In those of pages of other sites it stays off (page/automatic/when-wanted.ts).
    matchOriginAsFallback: true,
  });
}

async function stopUnwanted(pageDesk: PageDesk): Promise<void> {
  await pageDesk.runs.load();
  for (const run of pageDesk.runs.list()) {
    if (!run.isAutomatic || hasRunEnded(run)) continue;
    if (!(await isWanted(run))) pageDesk.cancel(run.id);
  }
}

/** Whether it is on the sites of a page and of those of its frames where something is checked. */
async function isWanted({ pageUrl, isPrivate, items }: PageRun): Promise<boolean> {
  const frames = items.flatMap(({ plan, frameUrl }) => (plan === 'to-check' && frameUrl ? [frameUrl] : []));
  const places = [pageUrl, ...new Set(frames)];
  const states = await Promise.all(places.map((place) => automaticState({ pageUrl: place, isPrivate })));
  return states.every((found) => found?.state === 'on');
}

/** Begins in the pages that are open, too; again where it was turned off meanwhile. */
async function beginInTabs(): Promise<void> {
  const url = await automaticPatterns();
  const tabs = url.length === 0 ? [] : await browser.tabs.query({ url: [...url] });
  await Promise.all(tabs.map(({ id, incognito }) => id !== undefined && !incognito && beginInTab(id)));
}

async function beginInTab(tabId: number): Promise<void> {
  await injectAutomatic({ tabId, frameId: 0 });
  const inner = (await reachableFrames(tabId)).filter((frameId) => frameId !== 0);
  const begun = inner.map(async (frameId) => {
    if (await isAutomaticIn({ tabId, frameId, origin: undefined })) await injectAutomatic({ tabId, frameId });
  });
  await Promise.all(begun);
}
