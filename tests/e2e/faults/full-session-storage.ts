import { expect, type Page } from '@playwright/test';

/** Fills `storage.session` until it takes nothing any more. `ownPage` is one of the extension's. */
export async function fillSessionStorage(ownPage: Page): Promise<void> {
  // The background may give up a record for what it has to keep: what has become free meanwhile is taken too.
  const fill = `(async () => {
    const take = (size) => chrome.storage.session.set({ ['filler' + crypto.randomUUID()]: 'x'.repeat(size) })
      .then(() => 'taken', () => 'full'); // Too large: a smaller one may fit.
    const sizes = [...Array(10).fill(1 << 20), ...Array.from({ length: 16 }, (_, index) => 1 << (19 - index))];
    for (const size of sizes) await take(size);
    return take(1000);
  })()`;
  await expect.poll(() => ownPage.evaluate(fill)).toBe('full');
}

/** Makes room again. */
export async function emptySessionStorage(ownPage: Page): Promise<void> {
  await ownPage.evaluate(`chrome.storage.session.getKeys().then((keys) =>
    chrome.storage.session.remove(keys.filter((key) => key.startsWith('filler'))))`);
}
