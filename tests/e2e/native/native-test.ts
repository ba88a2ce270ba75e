import type { Frame, Page } from '@playwright/test';
import { type AccountOnForm, API_KEY_ACCOUNT, fillAccountForm } from '../account-form.ts';
import { builtFolder } from '../built-folder.ts';
import { type Chromium, launchChromium } from '../harness/chromium.ts';
import { screenCentreOf } from '../harness/chromium-page-position.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { type Desktop, startDesktop } from '../harness/desktop.ts';
import { openContextMenu } from '../harness/native-menu.ts';
import { waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { type Panel, panelIn } from '../panel.ts';
import { test as services } from '../services-test.ts';
import { menuItemMade } from './menu-item-made.ts';

/** What a person does, with a real mouse on the browser's own menu and prompts. */
interface User {
  /** Signs in to the sandbox on the options page, allowing its address in the browser's prompt. */
  signIn(account?: AccountOnForm): Promise<void>;
  visit(address: string): Promise<Page>;
  /** Right-clicks an element and chooses "Check with BitMind". */
  check(page: Page, element: string, frame?: Frame): Promise<Panel>;
}

interface Fixtures {
  readonly desktop: Desktop;
  readonly chromium: Chromium;
  readonly user: User;
}

/** A fresh Chromium on a desktop of its own, with the production build, for each test. */
export const test = services.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
  desktop: async ({}, use) => {
    const desktop = await startDesktop();
    await use(desktop);
    await desktop.stop();
  },
  chromium: async ({ desktop }, use, testInfo) => {
    const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3'), desktop });
    await menuItemMade(chromium);
    await use(chromium);
    if (testInfo.errors.length > 0) await desktop.screenshot(testInfo.outputPath('desktop.png'));
    await chromium.close();
  },
  user: async ({ chromium, desktop, sandbox }, use) => {
    const { context, extensionId } = chromium;
    const [page = await context.newPage()] = context.pages();
    await use({
      async signIn(account = API_KEY_ACCOUNT) {
        await page.goto(`chrome-extension://${extensionId}/options.html`);
        await fillAccountForm(page, { serviceAddress: sandbox.origin, ...account });
        await (await chromiumPageTree(page, desktop).waitForRole('button', 'Save and test')).click();
        const prompt = await waitForPermissionPrompt(desktop);
        await prompt.answer('allow');
        await page.getByText('Connected.').waitFor();
        sandbox.reset();
      },
      async visit(address) {
        await page.goto(address);
        return page;
      },
      async check(where, element, frame) {
        const menu = await openContextMenu(desktop, await screenCentreOf(where, element, frame));
        await menu.choose('Check with BitMind');
        return panelIn(chromiumPageTree(where, desktop));
      },
    });
  },
});

export { expect } from '../services-test.ts';
