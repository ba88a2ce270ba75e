import type { Page } from '@playwright/test';
import type { Chromium } from '../harness/chromium.ts';
import { evaluateInServiceWorker, stopServiceWorker } from '../harness/service-worker.ts';
import { MENU_EVERYWHERE } from '../menu-everywhere.ts';
import { setTicked } from '../set-ticked.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';
import { grantSites, removeSites, restoreSites } from './site-grants.ts';

const ONE_SITE = 'https://one.example/*';
const ALL_SITES = '<all_urls>';

/** The sites the recorder is registered for. */
function recorded(chromium: Chromium): () => Promise<unknown> {
  return () =>
    evaluateInServiceWorker(
      chromium,
      'chrome.scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ matches }) => matches))',
    );
}

/** In each frame of the tab in front, the id of the element of the last right click; null where none is recorded. */
function lastClicks(chromium: Chromium): Promise<unknown> {
  return evaluateInServiceWorker(
    chromium,
    `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(async ([tab]) => {
      const func = () => globalThis.bitmindLastRightClick?.element.deref().id ?? null;
      const results = await chrome.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, func });
      return results.map(({ result }) => result).sort();
    })`,
  );
}

test.describe('the recorder', () => {
  let options: Page;
  test.beforeEach(async ({ user }) => {
    options = await user.openOwnPage('options.html');
  });
  test.afterEach(async ({ chromium }) => {
    await removeSites(options, ONE_SITE);
    await removeSites(options, ALL_SITES);
    await restoreSites(chromium, options);
  });

  test('comes with the option for the granted sites alone, or with all sites, and goes with either @quick', async ({
    chromium,
  }) => {
    const isFor = (sites: readonly string[]) => expect.poll(recorded(chromium)).toEqual(sites);
    await options.getByLabel(MENU_EVERYWHERE).check();
    await isFor([]);
    await grantSites(chromium, options, ONE_SITE);
    await isFor([ONE_SITE]);
    await stopServiceWorker(chromium); // Each of the changes that follow one starts it.
    await removeSites(options, ONE_SITE);
    await isFor([]);
    await grantSites(chromium, options, ONE_SITE);
    await isFor([ONE_SITE]);
    await stopServiceWorker(chromium);
    await setTicked(options.getByLabel(MENU_EVERYWHERE), false);
    await isFor([]); // Without the option a single site is not enough.
    await grantSites(chromium, options, ALL_SITES);
    await expect.poll(recorded(chromium)).toContain(ALL_SITES);
    await removeSites(options, ALL_SITES);
    await isFor([]);
  });

  test('is put right when the background starts', async ({ chromium }) => {
    await grantSites(chromium, options, ALL_SITES);
    await expect.poll(recorded(chromium)).toEqual([ALL_SITES]);
    await evaluateInServiceWorker(chromium, 'chrome.scripting.unregisterContentScripts()');
    await stopServiceWorker(chromium);
    await options.reload();
    await expect.poll(recorded(chromium)).toEqual([ALL_SITES]);
  });

  test('is in every frame of a page, and the page sees nothing of it', async ({ chromium, user, pages }) => {
    await grantSites(chromium, options, ALL_SITES);
    await expect.poll(recorded(chromium)).toEqual([ALL_SITES]);
    const frame = (id: string) => `<h1 id=&quot;${id}&quot;>Words</h1>`;
    pages.setRoutes({
      '/': {
        body: `<!doctype html><title>A page</title><h1 id="top">Words</h1><iframe srcdoc="${frame('srcdoc')}"></iframe>
          <iframe src="${pages.otherOrigin}/other"></iframe>`,
      },
      '/other': { body: '<!doctype html><h1 id="other">Words</h1>' },
    });
    const page = await user.visit(pages.origin);
    await expect.poll(() => lastClicks(chromium)).toEqual([null, null, null]);
    await page.locator('#top').click({ button: 'right' });
    await page.frameLocator('iframe').first().locator('#srcdoc').click({ button: 'right' });
    await page.frameLocator('iframe').last().locator('#other').click({ button: 'right' });
    await expect.poll(() => lastClicks(chromium)).toEqual(['other', 'srcdoc', 'top']);
    const keys = () => page.evaluate(() => Reflect.ownKeys(globalThis).filter((key) => /bitmind/i.test(String(key))));
    expect(await settled('the recorder has recorded', keys)).toEqual([]);
  });
});
