import { AppError, isAppError } from '../../core/errors/app-error.ts';
import { fetchOriginal } from '../../core/media/fetch-original.ts';
import type { PageRead, ReadLimits, ShownPicture, Size, TooLargeInPage } from '../../core/media/page-media.ts';
import { type PicturePrint, printOf } from '../../core/media/picture-print.ts';
import { ownImage } from '../find/element-pictures.ts';
import { isCanvasExact } from './exact-canvas.ts';

/** Time until the whole of a video must be there, in milliseconds. */
const VIDEO_LIMIT_MS = 1_600_000;

/** How reading is watched, kept within limits and stopped. */
export interface InPageOptions {
  readonly limits: ReadLimits;
  readonly signal: AbortSignal;
  readonly onProgress: (doneBytes: number, totalBytes: number | undefined) => void;
}

/**
 * Step 1 of the ladder, in the frame that owns the image: `data:` decoded, `blob:` fetched, and addresses that the page
 * itself may read, from the HTTP cache where they are there. Whatever fails here has further steps, so it is a value.
 * `element` shows the picture now, if any does.
 */
export async function readInPage(
  url: string,
  element: Element | undefined,
  { limits, signal, onProgress }: InPageOptions,
): Promise<PageRead | TooLargeInPage> {
  const { maxBytes, askAboveBytes = maxBytes } = limits;
  const image = ownImage(element, url);
  const crossOrigin = (image ?? (element instanceof HTMLVideoElement ? element : null))?.crossOrigin ?? null;
  let led: { readonly ledTo?: string } = {};
  const fetching = fetchOriginal(url, {
    fetch: globalThis.fetch.bind(globalThis),
    credentials: crossOrigin === 'use-credentials' ? 'include' : 'same-origin',
    signal,
    maxBytes,
    onProgress,
    admit(ledTo) {
      led = { ledTo }; // Whether it may be read and sent is the background's to ask.
    },
    admitSize(sizeBytes) {
      if (sizeBytes > askAboveBytes) throw new AppError({ code: 'large', sizeBytes });
    },
    ...(element instanceof HTMLVideoElement && { wholeLimitMs: VIDEO_LIMIT_MS, asPlayer: true }),
  });
  fetching.catch(() => undefined); // It is heard below.
  // What is shown is drawn while the file is on its way.
  const picture = image && (await shownBy(image));
  const shown = picture && { shown: picture };
  try {
    const { doubt, ...file } = await fetching;
    // Of what nobody sees yet, a lazy image's, there is nothing to compare it with.
    return { ...file, ...shown, ...led, ...(element && doubt && { doubt }) };
  } catch (error) {
    const data = isAppError(error) ? error.data : undefined;
    if ((data?.code === 'large' || data?.code === 'too-large') && data.sizeBytes !== undefined)
      return { sizeBytes: data.sizeBytes, ...led };
    const status = data?.code === 'media-unreadable' ? data.status : undefined;
    const isAsElement = crossOrigin !== null || URL.parse(led.ledTo ?? url)?.origin === window.origin;
    return {
      unreadable: true,
      ...shown,
      ...(status !== undefined && isAsElement && { status }),
      ...(data?.code === 'not-a-picture' && { isEndless: true }),
    };
  }
}

async function shownBy(image: HTMLImageElement): Promise<ShownPicture | undefined> {
  const size = await shownSize(image);
  const print = size && (await shownPrint(image));
  return size && { ...size, ...(print && { print }) };
}

async function shownPrint(image: HTMLImageElement): Promise<PicturePrint | undefined> {
  try {
    const print = printOf(image);
    return (await isCanvasExact()) ? print : undefined;
  } catch {
    return undefined; // Of another origin without its leave (SecurityError), or broken.
  }
}

/**
 * The size of the picture's file that the element shows. Where the page chose it among several, `naturalWidth` is that of the
 * box it was chosen for: up to many times the file's.
 */
async function shownSize(image: HTMLImageElement): Promise<Size | undefined> {
  const { naturalWidth: width, naturalHeight: height, srcset, parentElement } = image;
  if (srcset === '' && parentElement?.localName !== 'picture') return { width, height };
  const bitmap = await createImageBitmap(image).catch(() => undefined); // Of another origin too: its pixels are not read.
  const size = bitmap && { width: bitmap.width, height: bitmap.height };
  bitmap?.close();
  return size;
}
