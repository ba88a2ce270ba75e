import { type Browser, browser } from '../../core/browser/browser.ts';
import { removeLeftReferrerRules } from './referrer-rule.ts';
import { ofOrigin } from './url-filter.ts';

/** Below those of redirect-guard.ts, so that what a background leaves behind is removed with the referrer's rules. */
const [TAKE_OUT_ID, LET_GO_ID] = [900_000, 900_001];

/** `allow` turns rules of a lower priority off, and none of a higher one: that of referrer-rule.ts. */
const [TAKE_OUT, LET_GO] = [1, 2];

/** The requests with cookies to one origin that are on their way together. */
interface Turn {
  readonly origin: string;
  readonly isReady: Promise<unknown>;
  readonly hasEnded: Promise<void>;
  readonly end: () => void;
  users: number;
}

let last: Turn | undefined;

/**
 * Runs `request`, a GET of `url` by the background with cookies, up to the head of its answer, while cookies go to the origin of `url`
 * (scheme, host and port) alone. Any server may lead such a request elsewhere: with the user's cookies it could do there what a page
 * cannot, since theirs are kept from other sites (`SameSite`). Rules cannot tell one request of ours from another, so those of
 * different origins take turns. Rejects, with nothing requested, where the rules cannot be made.
 */
export async function withCookiesOfOneOrigin(url: string, request: () => Promise<Response>): Promise<Response> {
  const { origin } = new URL(url);
  if (last?.origin !== origin || last.users === 0) last = nextTurn(origin, last?.hasEnded);
  const turn = last;
  turn.users += 1;
  try {
    await turn.isReady;
    return await request();
  } finally {
    turn.users -= 1;
    if (turn.users === 0) await removeRules().finally(turn.end);
  }
}

function nextTurn(origin: string, before: Promise<void> | undefined): Turn {
  const { promise: hasEnded, resolve: end } = Promise.withResolvers<void>();
  return { origin, hasEnded, end, users: 0, isReady: Promise.resolve(before).then(() => makeRules(origin)) };
}

/** An origin whose name holds what no filter can say (`https://*.example`) gets no cookies. */
async function makeRules(origin: string): Promise<void> {
  const met = ofOrigin(origin);
  await removeLeftReferrerRules();
  const own: Browser.declarativeNetRequest.RuleCondition = {
    initiatorDomains: [new URL(browser.runtime.getURL('/')).hostname],
    requestMethods: ['get'],
    resourceTypes: ['xmlhttprequest'], // `fetch` counts as that in Chromium and in Firefox.
  };
  const addRules: Browser.declarativeNetRequest.Rule[] = [
    {
      id: TAKE_OUT_ID,
      priority: TAKE_OUT,
      action: { type: 'modifyHeaders', requestHeaders: [{ header: 'cookie', operation: 'remove' }] },
      condition: own,
    },
  ];
  if (met) addRules.push({ id: LET_GO_ID, priority: LET_GO, action: { type: 'allow' }, condition: { ...own, ...met } });
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [TAKE_OUT_ID, LET_GO_ID], addRules });
}

function removeRules(): Promise<void> {
  return browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [TAKE_OUT_ID, LET_GO_ID] });
}
