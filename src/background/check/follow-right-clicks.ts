import { onSiteAccessChanged } from '../../core/browser/site-access.ts';
import { logFault } from '../../core/log.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import { createContextMenu, showMenuEverywhere } from '../browser/context-menu.ts';
import { keepRecorder } from '../browser/recorder-registration.ts';

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
