import type { MediaReference } from '../check/media-reference.ts';

/** What a filter's text is looked for in: as the address bar writes addresses, and as people read them. */
export function searchedText(media: MediaReference): string {
  if ('fileName' in media) return media.fileName.toLowerCase();
  const { pageUrl, frameUrl = '', url = '' } = media;
  // The text of a `data:` address is the picture itself.
  const addresses = [pageUrl, frameUrl, url.startsWith('data:') ? '' : url].join('\n');
  return `${addresses}\n${readable(addresses)}`.toLowerCase();
}

/** A filter's text in the form in which it is looked for. */
export function searchFor(text: string): string {
  return text.trim().toLowerCase();
}

function readable(addresses: string): string {
  try {
    const decoded = decodeURI(addresses);
    return decoded === addresses ? '' : decoded;
  } catch {
    return ''; // Not percent-encoded UTF-8: there is nothing more to read.
  }
}
