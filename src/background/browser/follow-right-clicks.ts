import { browser } from '../../core/browser/browser.ts';
import { grantedSites, hasAllSites, onSiteAccessChanged } from '../../core/browser/site-access.ts';
import { logFault } from '../../core/log.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { createContextMenu, showMenuEverywhere } from './context-menu.ts';

/** Keeps the menu and the recorder of right clicks as the settings and the granted sites want them. */
export function followRightClicks(): void {
  const isEverywhere = async () => (await settingsItem.get()).isMenuEverywhere;
  const record = () => void keepRecorder(isEverywhere).catch(logFault);

  createContextMenu(isEverywhere);
  settingsItem.watch(({ isMenuEverywhere }) => {
    void showMenuEverywhere(isMenuEverywhere).catch(logFault);
    record();
  });
  onSiteAccessChanged(record);
  record();
}

/** The script that remembers the last right click (entrypoints/recorder.ts). */
const RECORDER = 'recorder';

let last: Promise<void> = Promise.resolve();

/**
 * Brings the recorder into the pages of the granted sites, if the menu is shown everywhere or all sites are granted, and
 * takes it away otherwise. Pages that are open keep what they have. One call after the other: the last has the last word.
 */
function keepRecorder(isMenuEverywhere: () => Promise<boolean>): Promise<void> {
  const register = async () => registerFor(await sitesToRecord(isMenuEverywhere));
  last = last.then(register, register);
  return last;
}

async function sitesToRecord(isMenuEverywhere: () => Promise<boolean>): Promise<string[]> {
  const isWanted = (await isMenuEverywhere()) || (await hasAllSites());
  return isWanted ? (await grantedSites()).sort() : [];
}

async function registerFor(sites: string[]): Promise<void> {
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [RECORDER] });
  if (sites.join() === (known?.matches ?? []).toSorted().join()) return;
  if (known) await browser.scripting.unregisterContentScripts({ ids: [RECORDER] });
  if (sites.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: RECORDER,
      js: ['recorder.js'],
      matches: sites,
      allFrames: true,
      matchOriginAsFallback: true, // Frames without an address of their own: about:blank, srcdoc.
      runAt: 'document_start', // Before any script of the page.
      persistAcrossSessions: true, // Pages that a browser restores at its start come before the background.
    },
  ]);
}
