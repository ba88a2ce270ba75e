import { browser } from '../../core/browser/browser.ts';
import { logFault } from '../../core/log.ts';
import { automaticSitesItem } from '../../core/store/automatic-sites.ts';
import { onPolicyChanged } from '../../core/store/policy-changes.ts';
import { injectAutomatic } from '../browser/inject-scripts.ts';
import { keepRegistered } from '../browser/keep-registered.ts';
import type { PageDesk } from '../page-run/page-desk.ts';
import { hasRunEnded } from '../store/page-run.ts';
import { automaticPatterns, automaticState } from './automatic-state.ts';
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
  return keepRegistered({ id: AUTOMATIC, js: ['automatic.js'], runAt: 'document_idle', matches: automaticPatterns });
}

async function stopUnwanted(pageDesk: PageDesk): Promise<void> {
  await pageDesk.runs.load();
  for (const run of pageDesk.runs.list()) {
    if (!run.isAutomatic || hasRunEnded(run)) continue;
    if ((await automaticState(run))?.state !== 'on') pageDesk.cancel(run.id);
  }
}

/** Begins in the pages that are open, too; again where it was turned off meanwhile. */
async function beginInTabs(): Promise<void> {
  const url = await automaticPatterns();
  const tabs = url.length === 0 ? [] : await browser.tabs.query({ url: [...url] });
  const begun = tabs.map(
    ({ id, incognito }) => id !== undefined && !incognito && injectAutomatic({ tabId: id, frameId: 0 }),
  );
  await Promise.all(begun);
}
