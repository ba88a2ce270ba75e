import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  PRIVATE_DOMAINS,
  PRIVATE_HOSTS,
  withoutCookiesToPrivate,
} from '../../../../src/background/browser/cookie-guard.ts';
import { isPrivateAddress } from '../../../../src/background/read/private-address.ts';

interface Rule {
  readonly id: number;
  readonly action: { readonly requestHeaders: readonly { readonly header: string; readonly operation: string }[] };
}

let rules: Rule[];

beforeEach(() => {
  rules = [];
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `chrome-extension://abcdef${path}`);
  Object.assign(fakeBrowser.declarativeNetRequest, {
    getSessionRules: async () => [...rules],
    updateSessionRules: async (change: { readonly addRules?: Rule[]; readonly removeRuleIds?: number[] }) => {
      const kept = rules.filter(({ id }) => !change.removeRuleIds?.includes(id));
      rules = [...kept, ...(change.addRules ?? [])];
    },
  });
});

/** Whether the browser would take a cookie out of a request for this address. */
function isGuarded(address: string): boolean {
  const { href, hostname } = new URL(address);
  const isBelow = PRIVATE_DOMAINS.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
  return isBelow || PRIVATE_HOSTS.some((pattern) => new RegExp(pattern).test(href));
}

describe('the cookies of requests that are led into a private network', () => {
  it.each([
    'http://127.0.0.1:8080/a',
    'http://10.1.2.3/',
    'http://2130706433/', // 127.0.0.1, as browsers take it
    'http://0.0.0.0/',
    'https://192.168.1.1/reboot',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://169.254.169.254/latest/meta-data',
    'http://100.64.0.1/',
    'http://100.127.0.1/',
    'http://[::1]:80/',
    'http://[fd00::1]/',
    'http://router/',
    'http://router:81/',
    'http://nas.local/',
    'http://localhost/',
    'http://a.home.arpa/',
  ])('do not go along: %s', (address) => {
    expect(isPrivateAddress(new URL(address))).toBe(true);
    expect(isGuarded(address)).toBe(true);
  });

  it.each([
    'https://cdn.example/10.0.0.1/a',
    'http://172.32.0.1/',
    'http://100.128.0.1/',
    'http://11.0.0.1/',
    'http://a.b/',
  ])('go along elsewhere: %s', (address) => {
    expect(isPrivateAddress(new URL(address))).toBe(false);
    expect(isGuarded(address)).toBe(false);
  });

  it('are taken out for as long as something is read, and not longer', async () => {
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const [one, two] = [withoutCookiesToPrivate(() => first.promise), withoutCookiesToPrivate(() => second.promise)];
    first.resolve();
    await one;
    const taken = rules.flatMap(({ action }) => action.requestHeaders);
    expect(new Set(taken.map(({ header, operation }) => `${operation} ${header}`))).toEqual(new Set(['remove cookie']));
    second.resolve();
    await two;
    expect(rules).toEqual([]);
  });

  it('keep the request from being made where they cannot be taken out', async () => {
    Object.assign(fakeBrowser.declarativeNetRequest, { updateSessionRules: () => Promise.reject(new Error('no')) });
    const read = vi.fn();
    await expect(withoutCookiesToPrivate(read)).rejects.toThrow('no');
    expect(read).not.toHaveBeenCalled();
  });
});
