import { isLocalFile, type MediaReference } from '../core/check/media-reference.ts';
import { MAX_TOLD_URL } from '../core/media/told-limits.ts';

/** A page's or frame's address as records have it: what is as long as the limit was cut, and leads to nothing. */
export function cutAddress(address: string): string {
  return address.slice(0, MAX_TOLD_URL);
}

/** Media with the addresses of its page and frame within the limit: a page can give itself one of 2 MB, of which each record has one. */
export function withCutPlace(media: MediaReference): MediaReference {
  if (isLocalFile(media)) return media;
  const { pageUrl, frameUrl } = media;
  return { ...media, pageUrl: cutAddress(pageUrl), ...(frameUrl !== undefined && { frameUrl: cutAddress(frameUrl) }) };
}

/** The same with the media's own address cut too: as it is stored. Memory has all of it, since a `data:` address is the file. */
export function withCutAddresses(media: MediaReference): MediaReference {
  const placed = withCutPlace(media);
  if (isLocalFile(placed) || placed.url === undefined || placed.url.length <= MAX_TOLD_URL) return placed;
  return { ...placed, url: cutAddress(placed.url), isUrlCut: true };
}
