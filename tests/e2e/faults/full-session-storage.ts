import { expect, type Page } from '@playwright/test';

/** Fills `storage.session` until it takes nothing any more. `ownPage` is one of the extension's. */
export async function fillSessionStorage(ownPage: Page): Promise<void> {
  await ownPage.evaluate(`(async () => {
    const sizes = [...Array(10).fill(1 << 20), ...Array.from({ length: 16 }, (_, index) => 1 << (19 - index))];
    for (const [index, size] of sizes.entries())
      await chrome.storage.session.set({ ['filler' + index]: 'x'.repeat(size) }).catch(() => undefined); // Too large: a smaller one may fit.
  })()`);
  const oneMore = `chrome.storage.session.set({ filler: 'x'.repeat(1000) }).then(() => 'taken', () => 'full')`;
  await expect.poll(() => ownPage.evaluate(oneMore)).toBe('full');
}

/** Makes room again. */
export async function emptySessionStorage(ownPage: Page): Promise<void> {
  await ownPage.evaluate(`chrome.storage.session.getKeys().then((keys) =>
    chrome.storage.session.remove(keys.filter((key) => key.startsWith('filler'))))`);
}
