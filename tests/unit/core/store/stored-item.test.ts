import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { z } from '../../../../src/core/schema.ts';
import { settingsItem } from '../../../../src/core/store/settings-item.ts';
import { storedItem } from '../../../../src/core/store/stored-item.ts';

beforeEach(() => fakeBrowser.reset());

const schema = z.object({ from: z.number() });

describe('a stored value', () => {
  it('is what it was declared to be before anyone set it', async () => {
    expect(await settingsItem.get()).toEqual({
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
      automaticPerHour: 200,
      requestsPerHour: 1_000,
      fetchesRemoteCredentials: false,
    });
  });

  it('has what was chosen, and a setting that came later is as it begins', async () => {
    await fakeBrowser.storage.local.set({ settings: { reuseDays: 3 } });
    expect(await settingsItem.get()).toMatchObject({ reuseDays: 3, keepResultsDays: 30, asksForPrivate: true });
  });

  it('is read as it was set', async () => {
    const item = storedItem({ area: 'local', key: 'a', schema, initial: { from: 1 } });
    await item.set({ from: 2 });
    expect(await item.get()).toEqual({ from: 2 });
    await item.remove();
    expect(await item.get()).toEqual({ from: 1 });
  });

  it.each([{ from: 'x' }, 'x', 7, null])('counts as not set when it is %j', async (stored) => {
    await fakeBrowser.storage.local.set({ b: stored });
    const item = storedItem({ area: 'local', key: 'b', schema, initial: { from: 1 } });
    expect(await item.get()).toEqual({ from: 1 });
  });

  it('tells of its changes until that is stopped', async () => {
    const item = storedItem({ area: 'local', key: 'c', schema, initial: { from: 1 } });
    const seen: number[] = [];
    const stop = item.watch(({ from }) => seen.push(from));
    await item.set({ from: 2 });
    stop();
    await item.set({ from: 3 });
    expect(seen).toEqual([2]);
  });
});
