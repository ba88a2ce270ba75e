import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { createSandbox } from '../../sandbox/create-sandbox.ts';
import { builtFolder } from '../built-folder.ts';
import { EXTENSION_ID } from '../firefox/firefox-test.ts';
import { saveApiKey } from '../firefox/save-api-key.ts';
import { tickMenuEverywhere } from '../firefox/tick-menu-everywhere.ts';
import { type Desktop, startDesktop } from '../harness/desktop.ts';
import { type Firefox, launchFirefox, screenCentreInFirefox } from '../harness/firefox.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { openContextMenu } from '../harness/native-menu.ts';
import { waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { waitFor } from '../harness/wait-for.ts';
import { waitInPage } from '../harness/wait-in-page.ts';
import { menuEverywhereShown } from '../menu-everywhere.ts';
import { panelIn } from '../panel.ts';
import { BROWSER_START_MS, test as services } from '../services-test.ts';
import type { MediaBrowser } from './media-browser.ts';

/** A Firefox for all cases, with a real mouse on its own menu. */
export const test = services.extend<object, { readonly mediaBrowser: MediaBrowser }>({
  mediaBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
    async ({}, use) => {
      const sandbox = await createSandbox();
      const desktop = await startDesktop({ hasWindowManager: true });
      const extensionFolder = builtFolder('firefox-mv3-local');
      const firefox = await launchFirefox({ desktop, extensionFolder, extensionId: EXTENSION_ID });
      await saveApiKey(firefox, sandbox.origin);
      await waitInPage(firefox.page, '"Connected."', () => document.body.textContent.includes('Connected.'));
      // Many cases show the same picture.
      await firefox.page.$eval('[aria-describedby=reuseDays-status]', (field) => {
        if (field instanceof HTMLInputElement) field.value = '0';
        field.dispatchEvent(new Event('change', { bubbles: true }));
      });
      const kept = `browser.storage.local.get('settings').then(({ settings }) => settings?.reuseDays === 0)`;
      await waitFor('the setting', async () => (await firefox.page.evaluate(kept)) === true || undefined);
      await tickMenuEverywhere(firefox);
      const spot = await screenCentreInFirefox(firefox.page, 'h1');
      await menuEverywhereShown(firefox.page, { desktop, spot });
      await firefox.page.locator('::-p-aria(Allow on all sites)').click();
      await (await waitForPermissionPrompt(desktop)).answer('allow');
      const allowed = `browser.permissions.contains({ origins: ['<all_urls>'] })`;
      await waitFor('all sites', async () => (await firefox.page.evaluate(allowed)) === true || undefined);
      await use(mediaBrowserOf(firefox, desktop, sandbox));
      await firefox.close();
      await desktop.stop();
      await sandbox.close();
    },
    { scope: 'worker', timeout: BROWSER_START_MS },
  ],
});

function mediaBrowserOf(firefox: Firefox, desktop: Desktop, sandbox: MediaBrowser['sandbox']): MediaBrowser {
  const { browser, page, extensionOrigin } = firefox;
  return {
    name: 'Firefox',
    extensionOrigin,
    sandbox,
    async open(address) {
      await firefox.closeOthers();
      await browser.deleteCookie(...(await browser.cookies()));
      await page.goto(address);
    },
    run: (script, argument) => page.evaluate(script as never, argument as never) as never,
    evaluate: (expression) => page.evaluate(expression),
    click: async (selector) => desktop.input.click(await screenCentreInFirefox(page, selector)),
    async check({ selector, frames = [] }, meanwhile) {
      const frame = await frameAt(page, frames);
      const menu = await openContextMenu(desktop, await screenCentreInFirefox(frame, selector));
      try {
        await meanwhile();
        await menu.choose('Check with BitMind');
      } catch (error) {
        await menu.dismiss(); // An open menu would be in the way of the next case.
        throw error;
      }
      return panelIn(firefoxPageTree(desktop));
    },
    screenshot: (path) => desktop.screenshot(path),
  };
}

async function frameAt(page: Page, selectors: readonly string[]): Promise<Page | Frame> {
  let frame: Page | Frame = page;
  for (const selector of selectors) {
    const element: ElementHandle | null = await frame.waitForSelector(selector);
    frame = (await element?.contentFrame()) ?? frame;
  }
  return frame;
}
