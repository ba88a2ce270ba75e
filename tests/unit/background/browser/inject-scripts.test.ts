import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { injectPageScript, injectPageScriptEverywhere } from '../../../../src/background/browser/inject-scripts.ts';

const TOP = { tabId: 1, frameId: 0 };

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks(); // The browser is that of the other files' tests too.
});

interface Injection {
  readonly target: { readonly frameIds?: readonly number[] };
}

/** A page at an address, known where the browser allows anything there, that refuses what `refuses` says. */
function pageThat(refuses: (injection: Injection, asked: number) => boolean, url: string | undefined): void {
  let asked = 0;
  const executeScript = async (injection: Injection) => {
    asked += 1;
    if (refuses(injection, asked)) throw new Error('Cannot access contents of the page.');
    return [{ frameId: 0 }];
  };
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(executeScript as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ id: 1, ...(url !== undefined && { url }) } as never);
}

const PAGE = 'https://news.example/';

describe('a page that the choice of the user reaches after the script', () => {
  it.each([1, 2, 5])('is entered after it has refused %d scripts', async (refusals) => {
    const refuses = (_: Injection, asked: number) => asked <= refusals;
    pageThat(refuses, PAGE);
    expect(await injectPageScript(TOP)).toBe(true);
    pageThat(refuses, PAGE);
    expect(await injectPageScriptEverywhere(1)).toEqual([0]);
  });

  it('is given up after a second', async () => {
    vi.useFakeTimers();
    pageThat(() => true, PAGE);
    const injected = injectPageScript(TOP);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(await injected).toBe(false);
  });
});

it.each([
  ['a page of the browser', 'chrome://version/'],
  ['a page that the browser does not allow', undefined],
])('is not entered, nor waited for: %s', async (_name, url) => {
  pageThat(() => true, url);
  expect(await injectPageScript(TOP)).toBe(false);
  expect(await injectPageScriptEverywhere(1)).toEqual([]);
  expect(fakeBrowser.scripting.executeScript).toHaveBeenCalledTimes(2);
});

it('a frame of another site is not waited for, where the page around it lets scripts in', async () => {
  pageThat(({ target }) => target.frameIds?.[0] === 7, PAGE);
  expect(await injectPageScript({ tabId: 1, frameId: 7 })).toBe(false);
  expect(fakeBrowser.scripting.executeScript).toHaveBeenCalledTimes(3);
});

it('goes into a frame once, for whoever wants it there at the same time', async () => {
  pageThat(() => false, PAGE);
  expect(await Promise.all([injectPageScript(TOP), injectPageScript(TOP)])).toEqual([true, true]);
  expect(fakeBrowser.scripting.executeScript).toHaveBeenCalledTimes(1);
  await injectPageScript(TOP);
  expect(fakeBrowser.scripting.executeScript).toHaveBeenCalledTimes(2);
});
