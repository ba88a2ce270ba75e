import { expect, type Page } from '@playwright/test';
import { type AccountOnForm, API_KEY_ACCOUNT, fillAccountForm } from '../account-form.ts';
import { builtFolder } from '../built-folder.ts';
import { forgetEverything, openStillPage } from '../forget-everything.ts';
import { type Chromium, type ChromiumOptions, launchChromium } from '../harness/chromium.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { createKeptAccounts, type KeptAccounts } from '../kept-account.ts';
import { type Panel, panelIn } from '../panel.ts';
import { BROWSER_START_MS, test as services } from '../services-test.ts';
import { dispatchMenuChoice, dispatchPageMenuChoice } from './dispatch-menu-choice.ts';

/** What a person does, in a browser without a screen: all but the native menu and prompts. */
export interface User {
  /** Is signed in to the sandbox: by the form of the options page where this browser sees the account for the first time. */
  signIn(account?: AccountOnForm): Promise<void>;
  /** Signs in to the sandbox by the form. */
  signInByForm(account?: AccountOnForm): Promise<void>;
  /** Opens a page in the tab in front. */
  visit(address: string): Promise<Page>;
  /** Chooses "Check with BitMind" on an image. */
  check(page: Page, image: string): Promise<Panel>;
  /** The same, as from a private window: the browser's word for the window alone is another. */
  checkPrivately(page: Page, image: string): Promise<Panel>;
  /** Chooses "Check images on this page"; gives the status of it in the page. */
  checkPage(page: Page): Promise<Panel>;
  /** Opens one of the extension's own pages. */
  openOwnPage(file: 'options.html' | 'popup.html' | 'results.html' | 'side-panel.html' | 'welcome.html'): Promise<Page>;
}

/** The service of the tests answers at once; what has not come by then will not come. Milliseconds. */
const SIGN_IN_LIMIT_MS = 20_000;

interface Fixtures {
  readonly chromium: Chromium;
  /** Where accounts are kept from test to test; undefined in a browser that serves one test. */
  readonly keeper: Pick<RunningChromium, 'still' | 'accounts'> | undefined;
  readonly user: User;
}

interface SharedFixtures {
  /** Starting a browser takes longer than most tests: one serves all tests of a worker, one after the other. */
  readonly runningChromium: RunningChromium;
  /** What is unusual about that browser. */
  readonly chromiumOptions: Partial<ChromiumOptions>;
}

interface RunningChromium {
  readonly chromium: Chromium;
  /** A page of the extension that runs nothing. */
  readonly still: Page;
  readonly accounts: KeptAccounts;
}

/** A headless Chromium with the local build, in which nothing of an earlier test is left. */
export const test = services.extend<Fixtures, SharedFixtures>({
  chromiumOptions: [{}, { scope: 'worker', option: true }],
  runningChromium: [
    async ({ chromiumOptions }, use) => {
      const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3-local'), ...chromiumOptions });
      await use({ chromium, still: await openStillPage(chromium), accounts: createKeptAccounts() });
      await chromium.close();
    },
    { scope: 'worker', timeout: BROWSER_START_MS },
  ],
  chromium: async ({ runningChromium: { chromium, still } }, use) => {
    await forgetEverything(chromium, still);
    await use(chromium);
  },
  keeper: ({ runningChromium }, use) => use(runningChromium),
  user: async ({ chromium, keeper, sandbox }, use) => {
    const { context, extensionId } = chromium;
    const openOwnPage = async (file: string) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${file}`);
      return page;
    };
    const check = async (page: Page, image: string, isPrivate: boolean) => {
      const panel = panelIn(chromiumPageTree(page));
      await page.bringToFront();
      await dispatchMenuChoice(chromium, page.locator(image), isPrivate);
      return panel;
    };
    const signInByForm = async (account = API_KEY_ACCOUNT) => {
      const options = await openOwnPage('options.html');
      await fillAccountForm(options, { serviceAddress: sandbox.origin, ...account });
      await options.getByRole('button', { name: 'Save and test' }).click();
      // A failure names what the status line said in its place.
      await expect(options.locator('#account-status')).toContainText('Connected.', { timeout: SIGN_IN_LIMIT_MS });
      await options.close();
      sandbox.reset();
    };
    await use({
      openOwnPage,
      signInByForm,
      async signIn(account = API_KEY_ACCOUNT) {
        const serviceAddress = account.serviceAddress ?? sandbox.origin;
        if (await keeper?.accounts.restore(account, serviceAddress, keeper.still)) return;
        await signInByForm(account);
        await keeper?.accounts.keep(account, serviceAddress, keeper.still);
      },
      async visit(address) {
        const page = await context.newPage();
        await page.goto(address);
        return page;
      },
      check: (page, image) => check(page, image, false),
      async checkPage(page) {
        await page.bringToFront();
        await dispatchPageMenuChoice(chromium, page);
        return panelIn(chromiumPageTree(page), 'BitMind page check');
      },
      checkPrivately: (page, image) => check(page, image, true),
    });
  },
});

export { expect } from '../services-test.ts';
