import { browser } from '../../core/browser/browser.ts';
import { removeLeftReferrerRules } from './referrer-rule.ts';

/** Below those of redirect-guard.ts, so that what a background leaves behind is removed with the referrer's rules. */
const FIRST_ID = 900_000;

/** Top-level domains that the public DNS does not have (background/read/private-address.ts), with all below them. */
export const PRIVATE_DOMAINS = [
  'localhost',
  'local',
  'home.arpa',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'lan',
];

/**
 * Hosts in private networks, as URLs write them, for a browser's rules; the same that background/read/private-address.ts knows, and every
 * address of IPv6. Several, since Chromium compiles an expression into 2 kB at most.
 */
export const PRIVATE_HOSTS = [
  String.raw`^https?://(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+[:/]`,
  String.raw`^https?://100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.[\d.]+[:/]`,
  String.raw`^https?://\[`,
  '^https?://[^/.:]+[:/]',
];

let users = 0;

/**
 * Runs `read`, in which the background requests something with cookies, while no cookie goes into a private network. A public
 * server may lead such a request there: with the user's cookies it could do what a page cannot, since theirs are kept from
 * other sites (`SameSite`). Without them it does no more than any address of a picture.
 */
export async function withoutCookiesToPrivate<T>(read: () => Promise<T>): Promise<T> {
  users += 1;
  const ids = rules().map(({ id }) => id);
  try {
    await removeLeftReferrerRules();
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: ids, addRules: rules() });
    return await read();
  } finally {
    users -= 1;
    if (users === 0) await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: ids });
  }
}

function rules() {
  const own = { initiatorDomains: [new URL(browser.runtime.getURL('/')).hostname], requestMethods: ['get' as const] };
  const places = [{ requestDomains: PRIVATE_DOMAINS }, ...PRIVATE_HOSTS.map((regexFilter) => ({ regexFilter }))];
  return places.map((place, index) => ({
    id: FIRST_ID + index,
    action: {
      type: 'modifyHeaders' as const,
      requestHeaders: [{ header: 'cookie', operation: 'remove' as const }],
    },
    condition: { ...own, ...place, resourceTypes: ['xmlhttprequest' as const] },
  }));
}
