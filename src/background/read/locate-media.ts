import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile, type MediaReference, type PageMedia } from '../../core/check/media-reference.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { FoundMedia } from '../../core/media/page-media.ts';
import { hasSiteAccess } from '../browser/granted-sites.ts';
import { findInPage } from '../page-link/page-link.ts';

/** Pictures at one spot that are offered by their numbers, where they cannot be shown. */
const MOST_NUMBERED = 20;

/** Where the media is; or what has to be known before: which of several pictures, or a permission for its frame. */
type Located =
  | { readonly media: MediaReference }
  /** So many may be meant. */
  | { readonly count: number }
  | { readonly accessNeededFor: string };

/** Finds the media of a check where it is, and what its address is. Throws when there is nothing to be read. */
export async function locateMedia(check: CheckRecord): Promise<Located> {
  const { media } = check;
  if (isLocalFile(media)) return { media };
  const found = await findInPage(check.id, media);
  const frameOrigin = originOfFrame(media);
  // Without a file there is only the frame to go by, and a frame of another site is closed to scripts.
  const isClosed = !found && !hasFile(media) && frameOrigin !== undefined && !(await hasSiteAccess(frameOrigin));
  if (!isClosed) return located(check, media, found);
  if (check.fromScreen) throw new AppError({ code: 'frame-out-of-reach' }); // Nothing tells where it is on the screen.
  return { accessNeededFor: frameOrigin };
}

/**
 * Whether the page goes on to what is seen through the media of a check, which is clear. Not where the user chose that itself, nor in
 * the check of a whole page, of which what is below is another one.
 */
export async function hasSeenThrough({ id, media, pageRun }: CheckRecord): Promise<boolean> {
  if (isLocalFile(media) || media.choice || pageRun !== undefined) return false;
  const found = await findInPage(id, media, 'isClear');
  return found !== undefined && found.kind !== 'gone';
}

function originOfFrame({ frameId, frameUrl = '' }: PageMedia): string | undefined {
  const address = URL.parse(frameUrl);
  return frameId !== 0 && address && /^https?:$/.test(address.protocol) ? address.origin : undefined;
}

/** Whether the browser's word for the address leads to a file: a `blob:` means nothing outside its own page. */
function hasFile({ url, isUrlCut }: PageMedia): boolean {
  return url !== undefined && !isUrlCut && !url.startsWith('blob:');
}

/** The browser's word for the address counts where the page knows of no picture, or has no script. */
function located({ fromScreen }: CheckRecord, media: PageMedia, found: FoundMedia | undefined): Located {
  switch (found?.kind) {
    case 'address':
      return { media: { ...media, kind: 'image', url: found.url, isFound: true, isUrlCut: false } };
    case 'video':
      return { media: { ...media, kind: 'video', url: found.url, isFound: true, isUrlCut: false } };
    case 'protected':
      throw new AppError({ code: 'video-protected' });
    case 'camera':
      return { media: { ...withoutAddress(media), kind: 'video', isFound: true, isCamera: true } };
    case 'stream':
      return { media: { ...withoutAddress(media), kind: 'video', isFound: true, isCamera: false } };
    case 'canvas':
      return { media: { ...withoutAddress(media), kind: 'image', isFound: true } };
    case 'several':
      return { count: Math.min(found.count, MOST_NUMBERED) }; // A page's word: what it says may be anything.
    case 'drawing':
      if (fromScreen) return { media: { ...withoutAddress(media), kind: 'image', isFound: true } };
      throw new AppError({ code: 'drawing' });
    case 'not-loaded':
      if (fromScreen) return { media }; // What stands there now is what the user wants checked.
      throw new AppError({ code: 'not-loaded' });
    case 'gone':
      if (hasFile(media)) return { media };
      throw new AppError({ code: 'media-gone' });
    case 'nothing':
      if (hasFile(media)) return { media };
      throw new AppError({ code: 'nothing-found' });
    default:
      if (media.url !== undefined) return { media };
      throw new AppError({ code: 'frame-out-of-reach' });
  }
}

function withoutAddress({ url: _, ...media }: PageMedia): PageMedia {
  return media;
}
