import { MAX_TOLD_URL } from '../media/told-limits.ts';
import type { LocalFile, PageMedia } from './media-reference.ts';

/**
 * The page a check was made in, where it is one that an extension may open; undefined for files, browsers' own pages, and
 * addresses of which only the beginning is known.
 */
export function pageToOpen(media: Pick<LocalFile, 'fileName'> | Pick<PageMedia, 'pageUrl'>): string | undefined {
  if ('fileName' in media || media.pageUrl.length >= MAX_TOLD_URL) return undefined;
  return /^https?:$/.test(URL.parse(media.pageUrl)?.protocol ?? '') ? media.pageUrl : undefined;
}
