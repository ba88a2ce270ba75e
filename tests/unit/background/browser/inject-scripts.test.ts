import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { injectPageScript, injectPageScriptEverywhere } from '../../../../src/background/browser/inject-scripts.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => void vi.restoreAllMocks()); // The browser is that of the other files' tests too.

/** A page that refuses the first scripts, as many as `refusals`. */
function refusing(refusals: number): void {
  let left = refusals;
  const executeScript = async () => {
    left -= 1;
    if (left >= 0) throw new Error('Cannot access contents of the page.');
    return [{ frameId: 0 }];
  };
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(executeScript as never);
}

it('goes into a page that the choice of the user reaches a moment after the script', async () => {
  refusing(1);
  expect(await injectPageScript({ tabId: 1, frameId: 0 })).toBe(true);
  refusing(1);
  expect(await injectPageScriptEverywhere(1)).toEqual([0]);
});

it('says so where scripts may not run', async () => {
  refusing(Number.POSITIVE_INFINITY);
  expect(await injectPageScript({ tabId: 1, frameId: 0 })).toBe(false);
  expect(await injectPageScriptEverywhere(1)).toEqual([]);
});

it('goes into a frame once, for whoever wants it there at the same time', async () => {
  refusing(0);
  const frame = { tabId: 1, frameId: 0 };
  expect(await Promise.all([injectPageScript(frame), injectPageScript(frame)])).toEqual([true, true]);
  expect(fakeBrowser.scripting.executeScript).toHaveBeenCalledTimes(1);
  await injectPageScript(frame);
  expect(fakeBrowser.scripting.executeScript).toHaveBeenCalledTimes(2);
});
