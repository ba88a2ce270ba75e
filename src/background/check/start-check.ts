import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile, type PageMedia } from '../../core/check/media-reference.ts';
import type { Share } from '../../core/check/part.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import type { MenuChoice } from '../browser/context-menu.ts';
import { injectPageScriptEverywhere } from '../browser/inject-scripts.ts';
import type { CommandUse } from '../browser/keyboard-command.ts';
import { openAccessWindow, openPopup, PRIVATE_WINDOWS_SHOW_OWN_PAGES } from '../browser/own-pages.ts';
import { hasSidePanel } from '../browser/side-panels.ts';
import { pointedFrame } from '../page-link/page-link.ts';
import { canBeReadAgain } from '../store/check-state.ts';
import type { CheckContext } from './check-context.ts';
import type { CheckDesk } from './check-desk.ts';
import type { CheckOptions } from './check-options.ts';
import { openPanel } from './check-panel.ts';

/**
 * What every way to point at a picture leads to: the panel first, so that the user sees at once that something happens, then
 * the check. Where no panel can be (browser pages, stores), the popup shows the check and puts its questions; that about a
 * site is put in a window of the extension's own, from which the browser may be asked; in the popup too, where that window could
 * not be private as the check is. An open side panel shows all of that, and nothing else opens.
 */
export function startCheck(desk: CheckDesk, media: PageMedia, options: CheckOptions = {}): Promise<void> {
  return runInPanel(desk, desk.open(media), media, options);
}

/**
 * The check of a part of what another check has judged, which begins as any other; gives its id. It goes by what the page knows for that
 * one, or by the file that was given for it.
 */
export function startPart({ files }: CheckContext, desk: CheckDesk, parent: CheckRecord, share: Share): string {
  const { id: parentId, media, read } = parent;
  if (!read || !canBeReadAgain(parent)) throw new AppError({ code: 'message-refused' });
  const more = { part: { share, parentId, sha256: read.sha256 } };
  if (isLocalFile(media)) {
    const { id } = desk.open(media, more);
    const file = files.get(parentId);
    if (file) files.put(id, file);
    void desk.run(id).catch(logFault);
    return id;
  }
  const { isFound: _, ...pointed } = media;
  const check = desk.open({ ...pointed, choice: { checkId: parentId } }, more);
  void runInPanel(desk, check, media).catch(logFault);
  return check.id;
}

async function runInPanel(
  desk: CheckDesk,
  check: CheckRecord,
  media: PageMedia,
  options: CheckOptions = {},
): Promise<void> {
  // What the background has to look up, it looks up while the script is put into the page.
  const [isShown, question] = await Promise.all([openPanel(check), desk.run(check.id, options)]);
  if (isShown || hasSidePanel(media.tabId)) return;
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
