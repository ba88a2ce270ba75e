import { grantedSites, hasAllSites, onSiteAccessChanged } from '../../core/browser/site-access.ts';
import { logFault } from '../../core/log.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { createContextMenu, showMenuEverywhere } from './context-menu.ts';
import { keepRegistered } from './keep-registered.ts';

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

/**
 * Brings the recorder into the pages of the granted sites, if the menu is shown everywhere or all sites are granted, and
 * takes it away otherwise. Pages that are open keep what they have.
 */
function keepRecorder(isMenuEverywhere: () => Promise<boolean>): Promise<void> {
  return keepRegistered({
    id: RECORDER,
    js: ['recorder.js'],
    matches: () => sitesToRecord(isMenuEverywhere),
    allFrames: true,
    matchOriginAsFallback: true, // Frames without an address of their own: about:blank, srcdoc.
    runAt: 'document_start', // Before any script of the page.
  });
}

async function sitesToRecord(isMenuEverywhere: () => Promise<boolean>): Promise<string[]> {
  const isWanted = (await isMenuEverywhere()) || (await hasAllSites());
  return isWanted ? grantedSites() : [];
}
