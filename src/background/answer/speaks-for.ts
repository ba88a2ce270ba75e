import type { MediaReference } from '../../core/check/media-reference.ts';
import type { PageRun } from '../store/page-run.ts';
import { type ProvenSender, webOrigin } from './prove-sender.ts';

/**
 * Whether a sender may see and steer the check of some media. A panel does so for what is in its own tab, from the frame that
 * holds the media or from the top one, and as long as that frame shows the site that it showed then: all of it as the browser
 * stamped it. What names the check is no proof of anything.
 */
export function speaksFor(sender: ProvenSender, media: MediaReference): boolean {
  if (sender.kind === 'extension-page') return true;
  if ('fileName' in media || media.tabId !== sender.tabId) return false;
  if (sender.frameId === 0) return isOfSite(sender.origin, media.pageUrl);
  return sender.frameId === media.frameId && isOfSite(sender.origin, media.frameUrl);
}

/** The same for the check of a whole page, which the top frame steers. */
export function speaksForRun(sender: ProvenSender, { tabId, pageUrl }: PageRun): boolean {
  if (sender.kind === 'extension-page') return true;
  return sender.tabId === tabId && sender.frameId === 0 && isOfSite(sender.origin, pageUrl);
}

/** Same origin. What has none (`about:srcdoc`, a file), or was not told, is known by its tab and frame alone. */
function isOfSite(origin: string | undefined, expected: string | undefined): boolean {
  const was = webOrigin(expected);
  return was === undefined || origin === was;
}
