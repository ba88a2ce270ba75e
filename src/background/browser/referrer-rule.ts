import { type Browser, browser } from '../../core/browser/browser.ts';
import { exactly } from './url-filter.ts';

/** The `tabId` of requests that belong to no tab, as those of the background. */
const NO_TAB = -1;

/** From here up, ids belong to other rules (redirect-guard.ts). */
const OTHER_RULES = 1_000_000;

/** Above those of cookie-guard.ts, whose `allow` would turn this off. */
const PRIORITY = 3;

/** The latest request for each address: two at once, with different referrers, would get each other's. */
const latestFor = new Map<string, Promise<unknown>>();

let lastRuleId = 0;
let removal: Promise<void> | undefined;

/**
 * Runs `fetch`, a GET of `url`, less its fragment, by the background, with `referrer` as its `Referer`, which no script may set itself. A session
 * rule does that, for this one address and the extension's own requests, and goes when `fetch` has ended. Needs access to the
 * address's site. Where the server leads elsewhere, the referrer does not go along. No referrer is sent where no rule can be made
 * for the one address alone (url-filter.ts).
 */
export async function withReferrer<T>(url: string, referrer: string, fetch: () => Promise<T>): Promise<T> {
  const address = url.replace(/#.*$/s, ''); // Chromium matches a rule against the fragment too, so `fetch` goes without one.
  const turn = Promise.resolve(latestFor.get(address)).then(() => underRule(address, referrer, fetch));
  const ended = turn.then(noop, noop);
  latestFor.set(address, ended);
  try {
    return await turn;
  } finally {
    if (latestFor.get(address) === ended) latestFor.delete(address);
  }
}

/**
 * Removes what a background left that ended in the middle of a request: session rules outlive it. Once for each background,
 * at its start and before its first rule. What it sent for the background's uploads (redirect-guard.ts) may go on.
 */
export function removeLeftReferrerRules(): Promise<void> {
  removal ??= removeAll();
  return removal;
}

async function removeAll(): Promise<void> {
  const rules = await browser.declarativeNetRequest.getSessionRules();
  const ours = rules.map(({ id }) => id).filter((id) => id < OTHER_RULES);
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: ours });
}

async function underRule<T>(url: string, referrer: string, fetch: () => Promise<T>): Promise<T> {
  const met = exactly(url);
  if (!met) return fetch();
  await removeLeftReferrerRules();
  lastRuleId += 1;
  const id = lastRuleId;
  try {
    /** The background's own requests; never a page's, nor those of another extension. */
    const condition: Browser.declarativeNetRequest.RuleCondition = {
      ...met,
      requestMethods: ['get'],
      resourceTypes: ['xmlhttprequest'], // `fetch` counts as that in Chromium and in Firefox.
      tabIds: [NO_TAB],
      initiatorDomains: [new URL(browser.runtime.getURL('/')).hostname],
    };
    const rule = { id, priority: PRIORITY, condition, action: setReferer(referrer) };
    await browser.declarativeNetRequest.updateSessionRules({ addRules: [rule] });
    return await fetch();
  } finally {
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [id] });
  }
}

function setReferer(value: string): Browser.declarativeNetRequest.RuleAction {
  return { type: 'modifyHeaders', requestHeaders: [{ header: 'referer', operation: 'set', value }] };
}

function noop(): void {}
