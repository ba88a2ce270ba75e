import type { Validators } from '../check/check-record.ts';
import { isAppError } from '../errors/app-error.ts';
import { fetchOriginal } from './fetch-original.ts';
import type { PageRead, Size } from './page-media.ts';

/** As much as the service takes, in bytes: an endless stream in the place of a file is not read on. */
const MAX_BYTES = { image: 100_000_000, video: 500_000_000 };

/** Time until the whole of a video must be there, in milliseconds. */
const VIDEO_LIMIT_MS = 1_600_000;

/**
 * Step 1 of the ladder, in the frame that owns the image: `data:` decoded, `blob:` fetched, and addresses that the page
 * itself may read, from the HTTP cache where they are there. Whatever fails here has further steps, so it is a value.
 * `element` shows the picture now, if any does.
 */
export async function readInPage(url: string, element: Element | undefined): Promise<PageRead> {
  const usesCookies = element instanceof HTMLImageElement && element.crossOrigin === 'use-credentials';
  const size = await shownSize(element);
  const shown = size && { shown: size };
  let ledTo: string | undefined;
  let validators: Validators | undefined;
  const isVideo = element instanceof HTMLVideoElement;
  const parts = {
    fetch: globalThis.fetch.bind(globalThis),
    maxBytes: isVideo ? MAX_BYTES.video : MAX_BYTES.image,
    admit: async (finalUrl: string) => {
      ledTo = finalUrl; // Whether it may be read and sent is the background's to ask.
    },
    onValidators: (told: Validators | undefined) => {
      validators = told;
    },
    ...(isVideo && { wholeLimitMs: VIDEO_LIMIT_MS }),
  };
  try {
    const signal = new AbortController().signal;
    const blob = await fetchOriginal(url, usesCookies ? 'include' : 'same-origin', parts, signal);
    return { blob, ...shown, ...(ledTo !== undefined && { ledTo }), ...(validators && { validators }) };
  } catch (error) {
    const status = isAppError(error) && error.data.code === 'media-unreadable' ? error.data.status : undefined;
    return { unreadable: true, ...shown, ...(status !== undefined && { status }) };
  }
}

/**
 * The size of the picture's file that the element shows. Where the page chose it among several, `naturalWidth` is that of the
 * box it was chosen for: up to many times the file's.
 */
async function shownSize(element: Element | undefined): Promise<Size | undefined> {
  if (!(element instanceof HTMLImageElement)) return undefined;
  const { naturalWidth: width, naturalHeight: height, srcset, parentElement } = element;
  if (srcset === '' && parentElement?.localName !== 'picture') return { width, height };
  const bitmap = await createImageBitmap(element).catch(() => undefined); // Of another origin too: its pixels are not read.
  const size = bitmap && { width: bitmap.width, height: bitmap.height };
  bitmap?.close();
  return size;
}
