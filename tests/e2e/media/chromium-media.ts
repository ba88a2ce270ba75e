import { type CDPSession, expect, type Frame, type Page } from '@playwright/test';
import { createSandbox } from '../../sandbox/create-sandbox.ts';
import { API_KEY_ACCOUNT, fillAccountForm } from '../account-form.ts';
import { builtFolder } from '../built-folder.ts';
import { type Chromium, launchChromium } from '../harness/chromium.ts';
import { frameOrigin } from '../harness/chromium-page-position.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { centreOf, type Point } from '../harness/geometry.ts';
import { askAlways } from '../headless/ask-always.ts';
import { dispatchMenuEvent } from '../headless/dispatch-menu-choice.ts';
import { grantSites } from '../headless/site-grants.ts';
import { MENU_EVERYWHERE, menuEverywhereStored } from '../menu-everywhere.ts';
import { panelIn } from '../panel.ts';
import { BROWSER_START_MS, test as services } from '../services-test.ts';
import type { MediaBrowser } from './media-browser.ts';
import type { Pointed } from './media-case.ts';
import { menuAddressOf } from './menu-address.ts';

/** A headless Chromium for all cases. What its menu would tell is taken from the element at the spot, as the browser does. */
export const test = services.extend<object, { readonly mediaBrowser: MediaBrowser }>({
  mediaBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
    async ({}, use) => {
      const sandbox = await createSandbox();
      const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3-local') });
      const options = await chromium.context.newPage();
      await options.goto(`chrome-extension://${chromium.extensionId}/options.html`);
      await fillAccountForm(options, { ...API_KEY_ACCOUNT, serviceAddress: sandbox.origin });
      await options.getByRole('button', { name: 'Save and test' }).click();
      await options.getByText('Connected.').waitFor();
      await askAlways(options); // Many cases show the same picture.
      await options.getByLabel(MENU_EVERYWHERE).check();
      await menuEverywhereStored(options);
      await grantSites(chromium, options, '<all_urls>');
      // The background hears of it, and only pages that are opened from then on have the recorder.
      const recorders =
        'chrome.scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ matches }) => matches))';
      await expect.poll(() => options.evaluate(recorders)).toContain('<all_urls>');
      await use(mediaBrowserOf(chromium, options, sandbox));
      await chromium.close();
      await sandbox.close();
    },
    { scope: 'worker', timeout: BROWSER_START_MS },
  ],
});

function mediaBrowserOf(chromium: Chromium, options: Page, sandbox: MediaBrowser['sandbox']): MediaBrowser {
  let page: Page = options;
  return {
    name: 'Chromium',
    extensionOrigin: `chrome-extension://${chromium.extensionId}`,
    sandbox,
    async open(address) {
      await chromium.context.clearCookies();
      if (page === options) page = await chromium.context.newPage();
      await page.goto(address);
    },
    run: (script, argument) => page.evaluate(script as never, argument as never),
    async evaluate(expression) {
      const session = await chromium.context.newCDPSession(page);
      const params = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', params);
      await session.detach();
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    click: (selector) => page.click(selector),
    async check(pointed, meanwhile) {
      const { frame, spot } = await findSpot(page, pointed);
      await page.mouse.click(spot.x, spot.y, { button: 'right' });
      const srcUrl = await menuAddressAt(frame, spot);
      await meanwhile();
      await dispatchMenuEvent(chromium, page, { frame, ...(srcUrl !== undefined && { srcUrl }) });
      return panelIn(chromiumPageTree(page));
    },
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
  };
}

/** The frame that is pointed into, and the point in the viewport of its page. */
async function findSpot(page: Page, { selector, frames = [] }: Pointed): Promise<{ frame: Frame; spot: Point }> {
  let frame = page.mainFrame();
  for (const one of frames) {
    const content = await (await frame.waitForSelector(one)).contentFrame();
    if (!content) throw new Error(`${one} is no frame`);
    frame = content;
  }
  const element = frame.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error(`${selector} is not shown`);
  return { frame, spot: centreOf(box) };
}

/** The address that the browser's menu would tell, closed shadow roots and all. */
async function menuAddressAt(frame: Frame, spot: Point): Promise<string | undefined> {
  const { session, root } = await sessionAround(frame);
  const origin = await frameOrigin(root);
  const scrolled = await root.evaluate(() => ({ x: scrollX, y: scrollY }));
  await session.send('DOM.enable');
  const { backendNodeId } = await session.send('DOM.getNodeForLocation', {
    x: Math.round(spot.x - origin.x + scrolled.x),
    y: Math.round(spot.y - origin.y + scrolled.y),
  });
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    ...(object.objectId !== undefined && { objectId: object.objectId }),
    functionDeclaration: `function () { return (${menuAddressOf})(this); }`,
    returnByValue: true,
  });
  await session.detach();
  return typeof result.value === 'string' ? result.value : undefined;
}

/** The DevTools session that covers a frame: its own, or that of the frame around it which has one. */
async function sessionAround(frame: Frame): Promise<{ session: CDPSession; root: Frame }> {
  const parent = frame.parentFrame();
  const context = frame.page().context();
  if (!parent) return { session: await context.newCDPSession(frame.page()), root: frame };
  try {
    return { session: await context.newCDPSession(frame), root: frame };
  } catch (error) {
    if (error instanceof Error && /does not have a separate CDP session/.test(error.message))
      return sessionAround(parent);
    throw error;
  }
}
