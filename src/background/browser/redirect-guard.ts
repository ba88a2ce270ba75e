import { browser } from '../../core/browser/browser.ts';

/** Far from the ids of referrer-rule.ts. */
const RULE_ID = 1_000_000;

let users = 0;

/**
 * Runs `send` while no request of the extension's own with a body is led on by its answer: a session rule takes the address
 * out of a redirect, which then is just an answer with its status. `XMLHttpRequest` follows redirects by itself, and would
 * take the certificate header and the media along (seen in Chromium 156 and Firefox 153). Throws when the rule cannot be
 * made; nothing is sent then.
 */
export async function whileRedirectsAreStopped<T>(send: () => Promise<T>): Promise<T> {
  users += 1;
  try {
    await browser.declarativeNetRequest.updateSessionRules({
      removeRuleIds: [RULE_ID],
      addRules: [
        {
          id: RULE_ID,
          action: { type: 'modifyHeaders', responseHeaders: [{ header: 'location', operation: 'remove' }] },
          condition: {
            initiatorDomains: [new URL(browser.runtime.getURL('/')).hostname],
            requestMethods: ['post'],
            resourceTypes: ['xmlhttprequest'],
          },
        },
      ],
    });
    return await send();
  } finally {
    users -= 1;
    await removeIdleRedirectGuard();
  }
}

/** Removes the rule unless something is being sent: a background that ended in the middle has left it to the next. */
export async function removeIdleRedirectGuard(): Promise<void> {
  if (users > 0) return;
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE_ID] });
}
