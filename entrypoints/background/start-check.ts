import type { CheckDesk } from '../../src/check/check-desk.ts';
import { showPanel } from '../../src/messaging/page-link.ts';
import type { MenuChoice } from '../../src/platform/context-menu.ts';
import { openAccessWindow, openPopup } from '../../src/platform/own-pages.ts';
import { composePanelView } from '../../src/ui/panel/compose-panel-view.ts';

/** A check that has just begun has no verdict to judge: no time is lost on reading the settings. */
const NOT_NEEDED_YET = { band: { low: 0, high: 1 }, mayCapture: false };

/**
 * What a choice in the menu does: the panel first, so that the user sees at once that something happens, then the check.
 * Where no panel can be (browser pages, stores), the popup shows the check, and a window of the extension asks.
 */
export async function startCheck(desk: CheckDesk, choice: MenuChoice): Promise<void> {
  const { url } = choice;
  if (url === undefined) return; // TODO(2026-12-01): search the page (src/media/find/find-pictures.ts).
  const check = desk.open({ kind: 'image', ...choice, url });
  const isShown = await showPanel(check, composePanelView(check, NOT_NEEDED_YET));
  const question = await desk.run(check.id);
  if (isShown) return;
  await (question ? openAccessWindow(check.id, question.origin) : openPopup());
}
