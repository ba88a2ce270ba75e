import { logFault } from '../../src/log.ts';
import { createContextMenu, showMenuEverywhere } from '../../src/platform/context-menu.ts';
import { keepRecorder } from '../../src/platform/recorder-registration.ts';
import { onSiteAccessChanged } from '../../src/platform/site-access.ts';
import { settingsItem } from '../../src/storage/settings-item.ts';

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
