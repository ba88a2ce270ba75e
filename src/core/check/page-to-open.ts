import { isLocalFile, type MediaReference } from './media-reference.ts';

/** The page a check was made in, where it is one that an extension may open; undefined for files and browsers' own pages. */
export function pageToOpen(media: MediaReference): string | undefined {
  if (isLocalFile(media)) return undefined;
  return /^https?:$/.test(URL.parse(media.pageUrl)?.protocol ?? '') ? media.pageUrl : undefined;
}
