/** A longer referrer is cut to its origin (Referrer Policy, section 8.3, step 6). Characters. */
const MAX_LENGTH = 4_096;

/**
 * The `Referer` that a page would send for media of its own by the policy browsers take where a page names none,
 * `strict-origin-when-cross-origin` (Referrer Policy, section 3.8): its full address to its own origin, its origin to
 * another, nothing from https to http. Undefined where there is none. `pageUrl` is the address of the frame with the media.
 */
export function pageReferrer(pageUrl: string, mediaUrl: string): string | undefined {
  const [page, media] = [URL.parse(pageUrl), URL.parse(mediaUrl)];
  if (!isHttp(page) || !isHttp(media)) return undefined;
  if (page.protocol === 'https:' && media.protocol === 'http:') return undefined;
  const toOthers = `${page.origin}/`;
  if (page.origin !== media.origin) return toOthers;
  page.username = '';
  page.password = '';
  page.hash = '';
  return page.href.length > MAX_LENGTH ? toOthers : page.href;
}

function isHttp(url: URL | null): url is URL {
  return url?.protocol === 'http:' || url?.protocol === 'https:';
}
