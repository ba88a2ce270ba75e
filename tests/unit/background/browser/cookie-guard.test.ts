import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { withCookiesOfOneOrigin } from '../../../../src/background/browser/cookie-guard.ts';

interface Rule {
  readonly id: number;
  readonly priority: number;
  readonly action: { readonly type: 'modifyHeaders' | 'allow' };
  readonly condition: { readonly urlFilter?: string };
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

/** Whether the browser would send cookies to an address now: it goes by the matching rule of the highest priority. */
function goWith(address: string): boolean {
  const { href } = new URL(address);
  const matching = rules.filter(({ condition: { urlFilter = '|' } }) => {
    const [head = '', ...rest] = urlFilter.slice(1).split('*'); // `*` stands for anything.
    return href.startsWith(head) && rest.every((part) => href.includes(part));
  });
  return matching.sort((a, b) => b.priority - a.priority)[0]?.action.type !== 'modifyHeaders';
}

/** A request that is on its way until it is answered. */
function request(url: string) {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const fetch = vi.fn(() => promise);
  return { fetch, answered: withCookiesOfOneOrigin(url, fetch), answer: () => resolve(new Response()) };
}

describe('the cookies of a request', () => {
  it.each([
    ['https://cdn.example/a.jpg', 'https://cdn.example/b?c', true],
    ['https://cdn.example:8443/a.jpg', 'https://cdn.example:8443/', true],
    ['https://cdn.example/a.jpg', 'http://cdn.example/', false],
    ['https://cdn.example/a.jpg', 'https://cdn.example:8443/', false],
    ['https://cdn.example/a.jpg', 'https://cdn.example.evil.example/', false],
    ['https://cdn.example/a.jpg', 'https://www.cdn.example/', false],
    ['https://cdn.example/a.jpg', 'https://cdn.example@192.168.1.1/', false],
    ['https://cdn.example/a.jpg', 'http://x@192.168.1.1/', false],
    ['https://cdn.example/a.jpg', 'http://x:y@router/', false],
    ['https://cdn.example/a.jpg', 'http://[::ffff:127.0.0.1]/', false],
    ['https://cdn.example/a.jpg', 'https://other.example/', false],
    ['http://192.168.1.1/a.jpg', 'http://192.168.1.2/', false],
    ['https://*.evil.example/a.jpg', 'https://bank.example/?.evil.example/', false],
    ['https://*/a.jpg', 'https://bank.example/', false],
    ['https://*.evil.example/a.jpg', 'https://*.evil.example/b', false],
    ['https://*.*.evil.example/a.jpg', 'https://bank.example/?.x.evil.example/', false],
    ['http://[::1]/a.jpg', 'http://[::1]:81/', false],
    ['http://[::1]:81/a.jpg', 'http://[::1]:81/b', true],
    ['https://cdn.example:443/a.jpg', 'https://CDN.example/b', true],
    ['https://cdn.example/a.jpg', 'https://cdn.example./', false],
    ['https://cdn.example./a.jpg', 'https://cdn.example/', false],
    ['http://cdn.example/a.jpg', 'https://cdn.example/', false],
    ['https://www.cdn.example/a.jpg', 'https://cdn.example/', false],
    ['https://u:p@cdn.example/a.jpg', 'https://cdn.example/b', true],
    ['https://cdn.example/a.jpg', 'https://other.example/?https://cdn.example/', false],
    ['https://cdn.example/a.jpg', 'https://cdn.example:443@other.example/', false],
    ['https://münchen.example/a.jpg', 'https://xn--mnchen-3ya.example/', true],
  ])('for %s, led to %s, go along: %s', async (url, to, isSo) => {
    const one = request(url);
    await vi.waitFor(() => expect(one.fetch).toHaveBeenCalled());
    expect(goWith(to)).toBe(isSo);
    one.answer();
    await one.answered;
    expect(rules).toEqual([]);
  });

  it('go nowhere where no filter can name the origin alone', async () => {
    const one = request('https://*.evil.example/a.jpg');
    await vi.waitFor(() => expect(one.fetch).toHaveBeenCalled());
    expect(rules.map(({ action }) => action.type)).toEqual(['modifyHeaders']);
    one.answer();
    await one.answered;
  });

  it('go to no origin of a request beside it: those of one origin go together, of others in turn', async () => {
    const [first, second, third] = [
      request('https://cdn.example/a'),
      request('https://cdn.example/b'),
      request('https://other.example/c'),
    ];
    await vi.waitFor(() => expect(second.fetch).toHaveBeenCalled());
    first.answer();
    await first.answered;
    expect(third.fetch).not.toHaveBeenCalled();
    expect([goWith('https://cdn.example/'), goWith('https://other.example/')]).toEqual([true, false]);
    second.answer();
    await vi.waitFor(() => expect(third.fetch).toHaveBeenCalled());
    expect([goWith('https://cdn.example/'), goWith('https://other.example/')]).toEqual([false, true]);
    third.answer();
    await third.answered;
    expect(rules).toEqual([]);
  });

  it('have their turn after a request that failed', async () => {
    await expect(
      withCookiesOfOneOrigin('https://cdn.example/', () => Promise.reject(new TypeError())),
    ).rejects.toThrow();
    const next = request('https://other.example/');
    await vi.waitFor(() => expect(next.fetch).toHaveBeenCalled());
    next.answer();
    await next.answered;
  });

  it('keep it from being made where they cannot be taken out', async () => {
    const { updateSessionRules } = fakeBrowser.declarativeNetRequest;
    Object.assign(fakeBrowser.declarativeNetRequest, { updateSessionRules: () => Promise.reject(new Error('no')) });
    const fetch = vi.fn();
    await expect(withCookiesOfOneOrigin('https://cdn.example/', fetch)).rejects.toThrow('no');
    expect(fetch).not.toHaveBeenCalled();
    Object.assign(fakeBrowser.declarativeNetRequest, { updateSessionRules });
  });
});
