import type { Headline } from './headline.ts';
import type { MediaReference } from './media-reference.ts';

/** What a result came to: the headline of its verdict, or none. */
export type ResultOutcome = Headline | 'failed';

/** Which results are meant. */
export interface ResultFilter {
  /** Left out: all. */
  readonly outcome?: ResultOutcome;
  /** In the address of page or media, or the file's name; as people type it. Empty: all. */
  readonly text: string;
}

/** What a filter's text is looked for in: as the address bar writes addresses, and as people read them. */
export function searchedText(media: MediaReference): string {
  if ('fileName' in media) return media.fileName.toLowerCase();
  const { pageUrl, frameUrl = '', url = '' } = media;
  // The text of a `data:` address is the picture itself.
  const addresses = [pageUrl, frameUrl, url.startsWith('data:') ? '' : url].join('\n');
  return `${addresses}\n${readable(addresses)}`.toLowerCase();
}

/** A filter's text in the form in which it is looked for. */
export function searchFor({ text }: ResultFilter): string {
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
