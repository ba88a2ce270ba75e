import type { PageMedia } from '../../core/check/media-reference.ts';
import { AppError } from '../../core/errors/app-error.ts';
import {
  type FoundMedia,
  foundMediaSchema,
  type OnScreen,
  onScreenSchema,
  type PageRead,
  pageReadSchema,
  type ReadLimits,
  readProgressSchema,
  type TooLargeInPage,
  tooLargeInPageSchema,
} from '../../core/media/page-media.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import type { PanelPlace, PointedMedia } from '../../core/protocol/protocol.ts';
import {
  type Frame,
  injectPageScript,
  injectPanelScript,
  injectPixelsScript,
  injectShowMediaScript,
  reachableFrames,
} from '../browser/inject-scripts.ts';
import { ownCopy } from '../browser/own-copy.ts';
import { sendToPage, type ToFrame, tellFrames } from './send-to-page.ts';

/** How often a page that is reading is asked how far it has got, in milliseconds. */
const PROGRESS_PAUSE_MS = 1_000;

/** How a page's reading is watched, kept within limits and stopped. */
export interface ReadInPageOptions {
  readonly limits: ReadLimits;
  readonly signal: AbortSignal;
  readonly onProgress?: (doneBytes: number, totalBytes: number | undefined) => void;
}

/**
 * Opens the panel of a check beside its media in the frame that was pointed at; where that has no room or is out of reach, beside
 * it in the top page; where that does not know its place, in it over the media; and where it is too small, in the top page's corner.
 * False where no script may run: then the popup alone shows the check.
 */
export async function showPanel(checkId: string, media: PageMedia, view: PanelView): Promise<boolean> {
  const { tabId, frameId } = media;
  const request = { checkId, view };
  const open = async (place?: 'over') =>
    send(media, 'openPanel', { ...request, pointed: pointedMedia(media), ...(place && { place }) }, injectPanelScript);
  const openInTop = async (place?: PanelPlace) =>
    (await send({ tabId, frameId: 0 }, 'openPanel', { ...request, ...(place && { place }) }, injectPanelScript)) ===
    true;
  const told = await open();
  if (told === true || frameId === 0) return told === true;
  const isReached = typeof told === 'number';
  return (
    (await openInTop({ frameId, ...(isReached && { number: told }) })) ||
    (isReached && (await open('over')) === true) ||
    openInTop()
  );
}

/**
 * Scrolls to the media of a check in its page and outlines it; false where it is not to be seen any more. The tab may show another
 * page by now: there, what was found once is known by its address alone, not by what is focused or was clicked.
 */
export async function showMedia(checkId: string, media: PageMedia): Promise<boolean> {
  const { isFound, url } = media;
  const request = isFound
    ? { checkId, ...(url !== undefined && { pointed: { by: 'toolbar', url } as const }) }
    : { checkId, pointed: pointedMedia(media) };
  return (await send(media, 'showMedia', request, injectShowMediaScript)) === true;
}

/** Where the user pointed at a picture in a tab, by keyboard: the innermost frame that says so; undefined where none does. */
export async function pointedFrame(tabId: number, frameIds: readonly number[]): Promise<number | undefined> {
  const answers = await Promise.all(
    frameIds.map((frameId) => sendToPage({ tabId, frameId }, 'isPointedAt', {}).catch(() => false)),
  );
  return frameIds.findLast((_, index) => answers[index] === true);
}

/** What the page found; `isClear`: what is seen through that, which is clear. Undefined where no script may run. */
export async function findInPage(
  checkId: string,
  media: PageMedia,
  isClear?: 'isClear',
): Promise<FoundMedia | undefined> {
  const request = { ...about(checkId, media), ...(isClear && { isClear: true }) };
  const parsed = foundMediaSchema.safeParse(await send(media, 'findMedia', request));
  return parsed.success ? parsed.data : undefined;
}

/** Step 1 of the ladder. A frame that does not answer could not read. Rejects when `signal` aborts, and the page stops then. */
export async function readInPage(
  checkId: string,
  media: PageMedia,
  { limits, signal, onProgress }: ReadInPageOptions,
): Promise<PageRead | TooLargeInPage> {
  signal.throwIfAborted();
  // The page may have gone: then there is nothing to be stopped.
  const stop = () => void sendToPage(media, 'stopRead', { checkId }).catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  const unfollow = onProgress && followProgress(checkId, media, onProgress);
  try {
    const answer = await send(media, 'readMedia', { ...about(checkId, media), limits });
    signal.throwIfAborted();
    const tooLarge = tooLargeInPageSchema.safeParse(answer);
    return tooLarge.success ? tooLarge.data : await pageRead(answer, media);
  } finally {
    unfollow?.();
    signal.removeEventListener('abort', stop);
  }
}

/** Tells now and then how far a page has got with reading; gives the way to stop. */
function followProgress(
  checkId: string,
  media: PageMedia,
  onProgress: NonNullable<ReadInPageOptions['onProgress']>,
): () => void {
  let isOver = false;
  const ask = async () => {
    const answer = await sendToPage(media, 'readProgress', { checkId }).catch(() => undefined); // As above.
    const told = readProgressSchema.safeParse(answer);
    if (told.success && !isOver) onProgress(told.data.doneBytes, told.data.totalBytes);
  };
  const timer = setInterval(() => void ask(), PROGRESS_PAUSE_MS);
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}

/** Step 4 of the ladder. A drawing (SVG) is read in the size in which it is shown. */
export async function readPixelsInPage(
  checkId: string,
  media: PageMedia,
  options: { readonly isDrawing: boolean },
): Promise<PageRead> {
  await injectPixelsScript(media);
  return pageRead(await send(media, 'readPixels', { ...about(checkId, media), ...options }), media);
}

async function pageRead(answer: unknown, media: PageMedia): Promise<PageRead> {
  const parsed = pageReadSchema.safeParse(answer);
  if (!parsed.success) return { unreadable: true };
  const { data } = parsed;
  return media.isPrivate && 'blob' in data ? { ...data, blob: await ownCopy(data.blob) } : data;
}

/** Runs `capture` while nothing of ours is in the picture, with the place of the media on the screen. */
export async function whileCapturable<T>(
  checkId: string,
  media: PageMedia,
  capture: (area: OnScreen) => Promise<T>,
): Promise<T> {
  // Badges of other frames, and the pill, can lie over the media too.
  const frameIds = new Set([0, media.frameId, ...(await reachableFrames(media.tabId))]);
  await injectPixelsScript(media);
  const tellAll = async (is: 'hide' | 'show') => {
    // The panel may be in the top page, beside the frame (showPanel).
    const ofPanel = tellFrames(media.tabId, new Set([0, media.frameId]), `${is}Panel`, { checkId });
    const drawn = [`${is}Badges`, `${is}Outline`] as const;
    const ofOthers = drawn.map((what) => tellFrames(media.tabId, frameIds, what, { checkId }));
    await Promise.all([ofPanel, ...ofOthers]);
  };
  try {
    await tellAll('hide');
    const answer = await sendToPage(media, 'placeOnScreen', about(checkId, media)).catch((cause) => {
      throw new AppError({ code: 'frame-out-of-reach' }, { cause });
    });
    if (answer === 'hidden') throw new AppError({ code: 'frame-out-of-reach' });
    const area = onScreenSchema.safeParse(answer);
    if (!area.success) throw new AppError({ code: 'media-gone' });
    return await capture(area.data);
  } finally {
    await tellAll('show');
  }
}

/** Sends to a frame, after putting the script there if need be; no answer where none may run. */
async function send<Type extends keyof ToFrame>(
  { tabId, frameId }: Frame,
  type: Type,
  request: ToFrame[Type]['request'],
  inject = injectPageScript,
): Promise<unknown> {
  const frame = { tabId, frameId };
  // Most often the script is not there yet, and no answer says so faster than any question. Where another script of ours listens,
  // the browser reports no missing listener.
  const attempt = () => sendToPage(frame, type, request).catch(() => undefined);
  return (await attempt()) ?? ((await inject(frame)) ? attempt() : undefined);
}

/** Once the media was found, the page goes by its memory alone: after a navigation nothing else is taken for it. */
function about(checkId: string, media: PageMedia) {
  return { checkId, ...(!media.isFound && { pointed: pointedMedia(media) }) };
}

function pointedMedia({ pointedBy, url, targetElementId, choice, itemKey }: PageMedia): PointedMedia {
  return {
    by: pointedBy,
    ...(url !== undefined && { url }),
    ...(targetElementId !== undefined && { targetElementId }),
    ...(choice && { choice }),
    ...(itemKey !== undefined && { itemKey }),
  };
}
