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
  const { accountOnDiskItem } = await import('../../../src/storage/account-items.ts');
  return accountOnDiskItem.get();
}

async function settings(): Promise<unknown> {
  const { settingsItem } = await import('../../../src/storage/settings-item.ts');
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

describe('the settings', () => {
  it('of version 1 keep what was chosen', async () => {
    await fakeBrowser.storage.local.set({ settings: { inconclusiveFrom: 30, inconclusiveTo: 70 } });
    expect(await settings()).toEqual({
      inconclusiveFrom: 30,
      inconclusiveTo: 70,
      keepResultsDays: 30,
      isMenuEverywhere: false,
      asksForPrivate: true,
      askVideoAboveMb: 50,
      clipSeconds: 6,
      fetchesRemoteCredentials: false,
      keepsThumbnails: true,
      reuseDays: 7,
      askPageAbove: 0,
      requestsPerHour: 1_000,
    });
  });

  it('of version 2 keep what was chosen', async () => {
    const chosen = { inconclusiveFrom: 30, inconclusiveTo: 70, keepResultsDays: 7 };
    await fakeBrowser.storage.local.set({ settings: chosen, settings$: { v: 2 } });
    expect(await settings()).toEqual({
      ...chosen,
      isMenuEverywhere: false,
      asksForPrivate: true,
      askVideoAboveMb: 50,
      clipSeconds: 6,
      fetchesRemoteCredentials: false,
      keepsThumbnails: true,
      reuseDays: 7,
      askPageAbove: 0,
      requestsPerHour: 1_000,
    });
  });

  it('of version 3 stay as they are', async () => {
    const chosen = {
      inconclusiveFrom: 40,
      inconclusiveTo: 60,
      keepResultsDays: 7,
      isMenuEverywhere: true,
      asksForPrivate: false,
    };
    await fakeBrowser.storage.local.set({ settings: chosen, settings$: { v: 3 } });
    expect(await settings()).toEqual({
      ...chosen,
      askVideoAboveMb: 50,
      clipSeconds: 6,
      fetchesRemoteCredentials: false,
      keepsThumbnails: true,
      reuseDays: 7,
      askPageAbove: 0,
      requestsPerHour: 1_000,
    });
  });

  it('of version 4 stay as they are', async () => {
    const chosen = {
      inconclusiveFrom: 40,
      inconclusiveTo: 60,
      keepResultsDays: 7,
      isMenuEverywhere: true,
      asksForPrivate: false,
      askVideoAboveMb: 200,
      clipSeconds: 10,
    };
    await fakeBrowser.storage.local.set({ settings: chosen, settings$: { v: 4 } });
    expect(await settings()).toEqual({
      ...chosen,
      keepsThumbnails: true,
      reuseDays: 7,
      askPageAbove: 0,
      requestsPerHour: 1_000,
      fetchesRemoteCredentials: false,
    });
  });

  it('of version 5 stay as they are', async () => {
    const chosen = {
      inconclusiveFrom: 40,
      inconclusiveTo: 60,
      keepResultsDays: 7,
      isMenuEverywhere: true,
      asksForPrivate: false,
      askVideoAboveMb: 200,
      clipSeconds: 10,
      keepsThumbnails: false,
    };
    await fakeBrowser.storage.local.set({ settings: chosen, settings$: { v: 5 } });
    expect(await settings()).toEqual({
      ...chosen,
      reuseDays: 7,
      askPageAbove: 0,
      requestsPerHour: 1_000,
      fetchesRemoteCredentials: false,
    });
  });

  it('of version 7 stay as they are', async () => {
    const chosen = {
      inconclusiveFrom: 40,
      inconclusiveTo: 60,
      keepResultsDays: 7,
      isMenuEverywhere: true,
      asksForPrivate: false,
      askVideoAboveMb: 200,
      clipSeconds: 10,
      keepsThumbnails: false,
      reuseDays: 0,
      askPageAbove: 5,
      requestsPerHour: 200,
      fetchesRemoteCredentials: true,
    };
    await fakeBrowser.storage.local.set({ settings: chosen, settings$: { v: 7 } });
    expect(await settings()).toEqual(chosen);
  });
});
