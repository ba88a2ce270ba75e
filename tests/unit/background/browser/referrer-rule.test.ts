import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Rule {
  readonly id: number;
  readonly condition: { readonly urlFilter?: string; readonly regexFilter?: string };
  readonly action: { readonly requestHeaders: readonly { readonly value: string }[] };
}

const URL_A = 'https://cdn.example/a.jpg';
let rules: Rule[] = [];

/** The browser's session rules, which outlive the background: `withReferrer` of a background that starts now. */
async function startBackground() {
  vi.resetModules();
  return import('../../../../src/background/browser/referrer-rule.ts');
}

beforeEach(() => {
  rules = [];
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `chrome-extension://abcdef${path}`);
  Object.assign(fakeBrowser.declarativeNetRequest, {
    getSessionRules: async () => [...rules],
    updateSessionRules: async (change: { readonly addRules?: Rule[]; readonly removeRuleIds?: number[] }) => {
      const kept = rules.filter(({ id }) => !change.removeRuleIds?.includes(id));
      const added = change.addRules ?? [];
      if (added.some(({ id }) => kept.some((rule) => rule.id === id))) throw new Error('this id is there already');
      rules = [...kept, ...added];
    },
  });
});

/** A request that ends when the test says so. */
function heldRequest() {
  const { promise, resolve } = Promise.withResolvers<string>();
  const seen = vi.fn(() => promise);
  return { fetch: seen, end: () => resolve('bytes') };
}

const referrers = () => rules.flatMap(({ action }) => action.requestHeaders.map(({ value }) => value));

describe('a request with a referrer', () => {
  it('has its rule while it runs, and none after it', async () => {
    const { withReferrer } = await startBackground();
    const read = await withReferrer(URL_A, 'https://news.example/', async () => {
      expect(rules).toEqual([
        {
          id: 1,
          priority: 3,
          condition: {
            urlFilter: `|${URL_A}|`,
            isUrlFilterCaseSensitive: true,
            requestMethods: ['get'],
            resourceTypes: ['xmlhttprequest'],
            tabIds: [-1],
            initiatorDomains: ['abcdef'],
          },
          action: {
            type: 'modifyHeaders',
            requestHeaders: [{ header: 'referer', operation: 'set', value: 'https://news.example/' }],
          },
        },
      ]);
      return 'bytes';
    });
    expect(read).toBe('bytes');
    expect(rules).toEqual([]);
  });

  it('leaves no rule when it fails', async () => {
    const { withReferrer } = await startBackground();
    const failing = withReferrer(URL_A, 'https://news.example/', async () => {
      throw new Error('no network');
    });
    await expect(failing).rejects.toThrow('no network');
    expect(rules).toEqual([]);
  });

  it('waits for another one to the same address, which may have another referrer', async () => {
    const { withReferrer } = await startBackground();
    const [one, other] = [heldRequest(), heldRequest()];
    const reading = [
      withReferrer(URL_A, 'https://one.example/', one.fetch),
      withReferrer(`${URL_A}#part`, 'https://other.example/', other.fetch),
    ];
    await vi.waitFor(() => expect(one.fetch).toHaveBeenCalled());
    expect(referrers()).toEqual(['https://one.example/']);
    one.end();
    await vi.waitFor(() => expect(other.fetch).toHaveBeenCalled());
    expect(referrers()).toEqual(['https://other.example/']);
    other.end();
    await Promise.all(reading);
    expect(rules).toEqual([]);
  });

  it('runs beside one to another address', async () => {
    const { withReferrer } = await startBackground();
    const [one, other] = [heldRequest(), heldRequest()];
    const reading = [
      withReferrer(URL_A, 'https://one.example/', one.fetch),
      withReferrer('https://cdn.example/b.jpg', 'https://other.example/', other.fetch),
    ];
    await vi.waitFor(() => expect(referrers()).toEqual(['https://one.example/', 'https://other.example/']));
    one.end();
    other.end();
    await Promise.all(reading);
    expect(rules).toEqual([]);
  });
});

describe('the rule of a background that ended', () => {
  beforeEach(async () => {
    const { withReferrer } = await startBackground();
    const ended = heldRequest();
    void withReferrer(URL_A, 'https://news.example/', ended.fetch);
    await vi.waitFor(() => expect(ended.fetch).toHaveBeenCalled());
    expect(rules).toHaveLength(1);
  });

  it('is removed at the next start', async () => {
    const { removeLeftReferrerRules } = await startBackground();
    await removeLeftReferrerRules();
    expect(rules).toEqual([]);
  });

  it('is removed before the next one is added', async () => {
    const { withReferrer } = await startBackground();
    await withReferrer(URL_A, 'https://other.example/', async () => {
      expect(referrers()).toEqual(['https://other.example/']);
    });
    expect(rules).toEqual([]);
  });
});

it.each([
  ['https://cdn.example/a|b.jpg?c=|', { urlFilter: '|https://cdn.example/a|b.jpg?c=||' }],
  ['https://cdn.example/a.jpg#part', { urlFilter: '|https://cdn.example/a.jpg|' }],
  ['https://cdn.example/a*(1).jpg', { regexFilter: '^https://cdn\\.example/a\\*\\(1\\)\\.jpg$' }],
  ['https://cdn.example/a?b^c[1]', { regexFilter: '^https://cdn\\.example/a\\?b\\^c\\[1\\]$' }],
  [`https://cdn.example/${'a'.repeat(8_000)}`, { urlFilter: `|https://cdn.example/${'a'.repeat(8_000)}|` }],
])('%.40s is met exactly', async (url, filter) => {
  const { withReferrer } = await startBackground();
  await withReferrer(url, 'https://news.example/', async () => {
    expect(rules[0]?.condition).toMatchObject(filter);
    if ('regexFilter' in filter) expect(url).toMatch(new RegExp(filter.regexFilter));
  });
});

it.each(['*', '^'])('%s in an address too long for a regular expression is met by no rule', async (wildcard) => {
  const { withReferrer } = await startBackground();
  const url = `https://cdn.example/${wildcard}${'a'.repeat(8_000)}`;
  const fetch = vi.fn(async () => expect(rules).toEqual([]));
  await withReferrer(url, 'https://news.example/', fetch);
  expect(fetch).toHaveBeenCalledOnce();
});
