import type { Frame, Page } from '@playwright/test';
import { type AccountOnForm, API_KEY_ACCOUNT, fillAccountForm } from '../account-form.ts';
import { builtFolder } from '../built-folder.ts';
import { forgetEverything, openStillPage } from '../forget-everything.ts';
import { type Chromium, launchChromium } from '../harness/chromium.ts';
import { screenCentreOf } from '../harness/chromium-page-position.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { type Desktop, startDesktop } from '../harness/desktop.ts';
import { openContextMenu } from '../harness/native-menu.ts';
import { waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { createKeptAccounts, type KeptAccounts } from '../kept-account.ts';
import { MENU_EVERYWHERE, menuEverywhereShown } from '../menu-everywhere.ts';
import { type Panel, panelIn } from '../panel.ts';
import { BROWSER_START_MS, test as services } from '../services-test.ts';
import { setTicked } from '../set-ticked.ts';
import { menuItemMade } from './menu-item-made.ts';

/** What a person does, with a real mouse on the browser's own menu and prompts. */
interface User {
  /**
   * Is signed in to the sandbox: on the options page, allowing its address in the browser's prompt, where this browser sees
   * the account for the first time.
   */
  signIn(account?: AccountOnForm): Promise<void>;
  visit(address: string): Promise<Page>;
  /** Sets the option that puts "Check with BitMind" into every menu; comes back once the menus are so. */
  setMenuEverywhere(isOn: boolean): Promise<void>;
  /** Right-clicks an element and chooses "Check with BitMind". */
  check(page: Page, element: string, frame?: Frame): Promise<Panel>;
}

/** A Chromium on a desktop of its own, with the production build. */
interface NativeBrowser {
  readonly desktop: Desktop;
  readonly chromium: Chromium;
  /** Where it serves several tests: a page of the extension that runs nothing, and the accounts signed in to before. */
  readonly shared?: { readonly still: Page; readonly accounts: KeptAccounts };
}

interface Fixtures {
  readonly nativeBrowser: NativeBrowser;
  readonly desktop: Desktop;
  readonly chromium: Chromium;
  readonly user: User;
}

interface SharedFixtures {
  /** Starting a browser takes longer than most tests: one serves all tests of a worker, one after the other. */
  readonly runningBrowser: NativeBrowser;
}

async function startNativeBrowser(): Promise<NativeBrowser> {
  const desktop = await startDesktop();
  const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3'), desktop });
  await menuItemMade(chromium);
  return { desktop, chromium };
}

async function stop({ chromium, desktop }: NativeBrowser): Promise<void> {
  await chromium.close();
  await desktop.stop();
}

const base = services.extend<Fixtures, SharedFixtures>({
  desktop: ({ nativeBrowser }, use) => use(nativeBrowser.desktop),
  chromium: ({ nativeBrowser }, use) => use(nativeBrowser.chromium),
  user: async ({ nativeBrowser: { chromium, desktop, shared }, sandbox }, use, testInfo) => {
    const { context, extensionId } = chromium;
    const page = await context.newPage();
    await use({
      async signIn(account = API_KEY_ACCOUNT) {
        if (await shared?.accounts.restore(account, sandbox.origin, shared.still)) return;
        await page.goto(`chrome-extension://${extensionId}/options.html`);
        await fillAccountForm(page, { serviceAddress: sandbox.origin, ...account });
        await (await chromiumPageTree(page, desktop).waitForRole('button', 'Save and test')).click();
        if (!(await isServiceAllowed(page))) await (await waitForPermissionPrompt(desktop)).answer('allow');
        await page.getByText('Connected.').waitFor();
        sandbox.reset();
        await shared?.accounts.keep(account, sandbox.origin, shared.still);
      },
      async visit(address) {
        await page.goto(address);
        return page;
      },
      async setMenuEverywhere(isOn) {
        await page.goto(`chrome-extension://${extensionId}/options.html`);
        await setTicked(page.getByLabel(MENU_EVERYWHERE), isOn);
        await menuEverywhereShown(page, { desktop, isOn, spot: await screenCentreOf(page, 'h1') });
      },
      async check(where, element, frame) {
        const menu = await openContextMenu(desktop, await screenCentreOf(where, element, frame));
        await menu.choose('Check with BitMind');
        return panelIn(chromiumPageTree(where, desktop));
      },
    });
    if (testInfo.errors.length > 0) await desktop.screenshot(testInfo.outputPath('desktop.png'));
  },
});

/** Whether the sandbox's host has been allowed before: the browser does not ask again. */
function isServiceAllowed(ownPage: Page): Promise<boolean> {
  return ownPage.evaluate(`chrome.permissions.contains({ origins: ['http://127.0.0.1/*'] })`);
}

let sites = 0;

/**
 * One browser for many tests, in which nothing is left of the test before but what the user allowed. So each test has another
 * site beside that of its page, which nobody has allowed yet.
 */
export const test = base.extend<object, SharedFixtures>({
  runningBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
    async ({}, use) => {
      const browser = await startNativeBrowser();
      const shared = { still: await openStillPage(browser.chromium), accounts: createKeptAccounts() };
      await use({ ...browser, shared });
      await stop(browser);
    },
    { scope: 'worker', timeout: BROWSER_START_MS },
  ],
  nativeBrowser: async ({ runningBrowser }, use) => {
    const { chromium, shared } = runningBrowser;
    if (shared) await forgetEverything(chromium, shared.still);
    await use(runningBrowser);
  },
  pages: async ({ pages }, use) => {
    sites += 1;
    const otherOrigin = pages.otherOrigin.replace('//cdn.', `//cdn-${sites}.`);
    await use({ ...pages, otherOrigin });
  },
});

/** A browser for each test, for what changes the browser itself. */
export const freshTest = base.extend<object>({
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  nativeBrowser: async ({}, use) => {
    const browser = await startNativeBrowser();
    await use(browser);
    await stop(browser);
  },
});

export { expect } from '../services-test.ts';
