import type { PageMedia } from '../../core/check/media-reference.ts';
import type { MenuChoice } from '../browser/context-menu.ts';
import { injectPageScriptEverywhere } from '../browser/inject-scripts.ts';
import type { CommandUse } from '../browser/keyboard-command.ts';
import { openAccessWindow, openPopup, PRIVATE_WINDOWS_SHOW_OWN_PAGES } from '../browser/own-pages.ts';
import { pointedFrame } from '../page-link/page-link.ts';
import type { CheckDesk } from './check-desk.ts';
import type { CheckOptions } from './check-options.ts';
import { openPanel } from './check-panel.ts';

/**
 * What every way to point at a picture leads to: the panel first, so that the user sees at once that something happens, then
 * the check. Where no panel can be (browser pages, stores), the popup shows the check and puts its questions; that about a
 * site is put in a window of the extension's own, from which the browser may be asked; in the popup too, where that window could
 * not be private as the check is.
 */
export async function startCheck(desk: CheckDesk, media: PageMedia, options: CheckOptions = {}): Promise<void> {
  const check = desk.open(media);
  // What the background has to look up, it looks up while the script is put into the page.
  const [isShown, question] = await Promise.all([openPanel(check), desk.run(check.id, options)]);
  if (isShown) return;
  const { isPrivate } = media;
  if (question?.kind !== 'site-access' || (isPrivate && !PRIVATE_WINDOWS_SHOW_OWN_PAGES)) return openPopup(media);
  const { origin, isUnsent = false } = question;
  await openAccessWindow({ checkId: check.id, origin, isUnsent }, isPrivate);
}

/** A choice in the native menu. */
export function startFromMenu(desk: CheckDesk, choice: MenuChoice): Promise<void> {
  return startCheck(desk, choice);
}

/** The keyboard command: the picture that has the focus, or under the pointer, in whatever frame of the page. */
export async function startFromKeyboard(desk: CheckDesk, { tabId, pageUrl, isPrivate }: CommandUse): Promise<void> {
  const frameIds = await injectPageScriptEverywhere(tabId);
  const frameId = (await pointedFrame(tabId, frameIds)) ?? 0;
  await startCheck(desk, { kind: 'image', pointedBy: 'keyboard', tabId, pageUrl, isPrivate, frameId });
}
