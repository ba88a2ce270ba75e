import { type Browser, browser } from '../../core/browser/browser.ts';
import { removeLeftReferrerRules } from './referrer-rule.ts';
import { ofOrigin } from './url-filter.ts';

/** Below those of redirect-guard.ts, so that what a background leaves behind is removed with the referrer's rules. */
const RULE_IDS = [900_000, 900_001, 900_002] as const;
const [TAKE_OUT_ID, LET_GO_ID, REPLACE_ID] = RULE_IDS;

/** `allow` turns rules of a lower priority off, and none of a higher one: that of referrer-rule.ts. */
const [TAKE_OUT, LET_GO] = [1, 2];

/**
 * Where the hosts of a network are: on plain http, at a bare address, under a name without a dot. Chromium gives a name and password
 * that it has for a host (RFC 7617) to whoever leads there, and later than a rule could take them out, but not over what a rule has put
 * in their place. Elsewhere none is put there: what has a signature in its address may refuse a second one.
 */
const NETWORK_HOSTS = '^http:|^https://(\\[|([\\d.]+|[^./]+)[:/])';

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
 * (scheme, host and port) alone, and a name and password of the user's to no other host of a network. Any server may lead such a request elsewhere: with the user's cookies it could do there what a page
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
    {
      id: REPLACE_ID,
      priority: TAKE_OUT,
      action: {
        type: 'modifyHeaders',
        requestHeaders: [{ header: 'authorization', operation: 'set', value: 'none' }],
      },
      condition: { ...own, regexFilter: NETWORK_HOSTS },
    },
  ];
  if (met) addRules.push({ id: LET_GO_ID, priority: LET_GO, action: { type: 'allow' }, condition: { ...own, ...met } });
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [...RULE_IDS], addRules });
}

function removeRules(): Promise<void> {
  return browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [...RULE_IDS] });
}
