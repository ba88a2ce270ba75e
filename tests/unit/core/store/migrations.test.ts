import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// Items migrate when their module is loaded: each test loads it anew, over what an earlier version left on disk.
beforeEach(() => {
  fakeBrowser.reset();
  vi.resetModules();
});

const ACCOUNT = {
  serviceAddress: 'https://enterprise.bitmind.ai',
  credential: { method: 'api-key', apiKey: 'enterprise-1' },
};

async function account(): Promise<unknown> {
  const { accountOnDiskItem } = await import('../../../../src/background/store/account-items.ts');
  return accountOnDiskItem.get();
}

async function settings(): Promise<unknown> {
  const { settingsItem } = await import('../../../../src/core/store/settings-item.ts');
  return settingsItem.get();
}

describe('the account', () => {
  it('of version 1 is taken over', async () => {
    await fakeBrowser.storage.local.set({ account: ACCOUNT });
    expect(await account()).toEqual({ kind: 'plain', account: ACCOUNT });
    expect(await fakeBrowser.storage.local.get('account')).toEqual({ account: { kind: 'plain', account: ACCOUNT } });
  });

  it('of version 2 stays as it is, also where its version was lost', async () => {
    await fakeBrowser.storage.local.set({ account: { kind: 'plain', account: ACCOUNT } });
    expect(await account()).toEqual({ kind: 'plain', account: ACCOUNT });
  });

  it('that is spoilt is left where it is', async () => {
    await fakeBrowser.storage.local.set({ account: 'spoilt' });
    expect(await account()).toBeUndefined();
    expect(await fakeBrowser.storage.local.get('account')).toEqual({ account: 'spoilt' });
  });
});

/** What the settings are where nobody has chosen anything. */
const INITIAL = {
  inconclusiveFrom: 40,
  inconclusiveTo: 60,
  keepResultsDays: 30,
  isMenuEverywhere: false,
  asksForPrivate: true,
  askVideoAboveMb: 50,
  clipSeconds: 6,
  keepsThumbnails: true,
  reuseDays: 7,
  askPageAbove: 0,
  requestsPerHour: 1_000,
  fetchesRemoteCredentials: false,
};

/** What could be chosen in each version, and was; each version has what those before it had. */
const CHOSEN: readonly (readonly [version: number, chosen: object])[] = [
  [1, { inconclusiveFrom: 30, inconclusiveTo: 70 }],
  [2, { keepResultsDays: 7 }],
  [3, { isMenuEverywhere: true, asksForPrivate: false }],
  [4, { askVideoAboveMb: 200, clipSeconds: 10 }],
  [5, { keepsThumbnails: false }],
  [6, { reuseDays: 0, askPageAbove: 20, requestsPerHour: 50 }],
  [7, { fetchesRemoteCredentials: true }],
];

describe('the settings', () => {
  it.each(CHOSEN.map(([version]) => version))('of version %i keep what was chosen', async (version) => {
    const chosen = Object.assign({}, ...CHOSEN.filter(([older]) => older <= version).map(([, part]) => part));
    await fakeBrowser.storage.local.set({ settings: chosen, ...(version > 1 && { settings$: { v: version } }) });
    expect(await settings()).toEqual({ ...INITIAL, ...chosen });
  });
});
