import { IMAGE_LIMIT_BYTES, SERVICE_IMAGE_TYPES } from '../../src/bitmind/client.ts';
import type { CheckDeskParts } from '../../src/check/check-desk.ts';
import { AppError } from '../../src/errors/app-error.ts';
import { cropScreen } from '../../src/media/crop-screen.ts';
import { fetchOriginal } from '../../src/media/fetch-original.ts';
import type { Size } from '../../src/media/page-media.ts';
import { pageReferrer } from '../../src/media/page-referrer.ts';
import { type PreparedImage, prepareImage } from '../../src/media/prepare-image.ts';
import { readOriginal } from '../../src/media/read-original.ts';
import { readInPage, whileCapturable } from '../../src/messaging/page-link.ts';
import { captureTab } from '../../src/platform/capture-tab.ts';
import { withReferrer } from '../../src/platform/referrer-rule.ts';
import { hasSiteAccess } from '../../src/platform/site-access.ts';
import { rasterise } from './rasterise.ts';

const LIMITS = { types: SERVICE_IMAGE_TYPES, maxBytes: IMAGE_LIMIT_BYTES };

function prepare(read: Blob, shown: Size | undefined): Promise<PreparedImage> {
  return prepareImage(read, shown, { limits: LIMITS, decode: (image) => createImageBitmap(image), rasterise });
}

/** The two ways to the bytes of a check's image: its original file, and what is on the screen. */
export function mediaReaders(fetch: typeof globalThis.fetch): Pick<CheckDeskParts, 'readOriginal' | 'readScreen'> {
  return {
    readOriginal: (check, signal) =>
      readOriginal(check.media.url, {
        readInPage: () => readInPage(check),
        fetchOriginal: async (credentials, referrer) => {
          const { url, isUrlCut } = check.media;
          if (isUrlCut) throw new AppError({ code: 'page-gone' }); // The page alone still had the whole of it.
          // A refusal or a placeholder that an earlier step was given may be in the cache.
          const cache = credentials === 'omit' ? 'force-cache' : 'no-store';
          const read = () => fetchOriginal(url, credentials, { fetch, maxBytes: LIMITS.maxBytes, cache }, signal);
          return referrer === undefined ? read() : withReferrer(url, referrer, read);
        },
        referrer: pageReferrer(check.media.frameUrl ?? check.media.pageUrl, check.media.url),
        hasAccess: hasSiteAccess,
        prepare,
      }),
    readScreen: (check) =>
      whileCapturable(check, async (area) => {
        const screen = await captureTab(check.media.tabId);
        const prepared = await prepare(await cropScreen(screen, area), undefined);
        return { prepared, method: 'screen' as const, isPartial: area.isPartial };
      }),
  };
}
