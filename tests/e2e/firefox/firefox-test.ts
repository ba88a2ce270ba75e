import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ElementHandle, type Frame, type Page } from 'puppeteer-core';
import { type AccountOnForm, API_KEY_ACCOUNT } from '../account-form.ts';
import { builtFolder } from '../built-folder.ts';
import { type Desktop, startDesktop } from '../harness/desktop.ts';
import { type Firefox, launchFirefox, screenCentreInFirefox } from '../harness/firefox.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { openContextMenu } from '../harness/native-menu.ts';
import { waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { waitFor } from '../harness/wait-for.ts';
import { waitInPage } from '../harness/wait-in-page.ts';
import { createKeptAccounts, type KeptAccounts } from '../kept-account.ts';
import { type Panel, panelIn } from '../panel.ts';
import { BROWSER_START_MS, test as services } from '../services-test.ts';
import { saveApiKey } from './save-api-key.ts';

export const EXTENSION_ID = 'check-with-bitmind@bitmind.extension';

/** What a person does, with a real mouse and keyboard. */
interface User {
  /**
   * Is signed in to the sandbox: on the options page, allowing its address in the browser's prompt, where this browser sees the
   * account for the first time. One that is given is always typed and allowed, by mouse and keyboard.
   */
  signIn(account?: AccountOnForm): Promise<void>;
  visit(address: string): Promise<Page>;
  /** Right-clicks an element, of the page or of a frame in it, and chooses "Check with BitMind". */
  check(element: string, frame?: Frame): Promise<Panel>;
}

interface Fixtures {
  readonly desktop: Desktop;
  readonly firefox: Firefox;
  readonly user: User;
}

interface SharedFixtures {
  /** Starting a browser takes longer than most tests: one serves all tests of a worker, one after the other. */
  readonly runningFirefox: { readonly firefox: Firefox; readonly desktop: Desktop };
}

/** Where the sandbox is, as the browser is asked for it. */
const SERVICE = 'http://127.0.0.1/*';

/** The account of each browser that somebody has signed in to by the form. */
const keptAccounts = new WeakMap<Firefox, KeptAccounts>();

/** A Firefox with the production build, just installed, on a desktop with a real mouse. */
export const test = services.extend<Fixtures, SharedFixtures>({
  runningFirefox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
    async ({}, use) => {
      const desktop = await startDesktop({ hasWindowManager: true });
      const extensionFolder = builtFolder('firefox-mv3');
      const firefox = await launchFirefox({ desktop, extensionFolder, extensionId: EXTENSION_ID });
      await use({ firefox, desktop });
      await firefox.close();
      await desktop.stop();
    },
    { scope: 'worker', timeout: BROWSER_START_MS },
  ],
  desktop: ({ runningFirefox }, use) => use(runningFirefox.desktop),
  firefox: async ({ runningFirefox: { firefox, desktop } }, use, testInfo) => {
    await firefox.startOver([SERVICE]);
    await use(firefox);
    if (testInfo.errors.length > 0) await desktop.screenshot(testInfo.outputPath('desktop.png'));
  },
  user: async ({ firefox, desktop, sandbox }, use) => {
    const { page } = firefox;
    const tree = firefoxPageTree(desktop);
    const type = async (field: string, text: string) => {
      await (await tree.waitForRole('textbox', field)).click();
      // Keys may overtake a click on their way to a page.
      const isFocused = async () => (await page.evaluate(isInFocus, field)) || undefined;
      await waitFor(`“${field}” to have the focus`, isFocused);
      await desktop.input.key('ctrl+a');
      await desktop.input.type(text);
    };
    /** Chooses a file for the certificate: a mouse would only open the desktop's own window for it. */
    const chooseFile = async (text: string) => {
      const file = join(await mkdtemp(join(tmpdir(), 'certificate-')), 'client.crt');
      await writeFile(file, text);
      const input = await page.$('input[type=file]');
      if (!(input instanceof ElementHandle)) throw new Error('there is no field for a file');
      await input.uploadFile(file);
      // Once it is read, what it says takes a place in the form, and moves what is below.
      await waitInPage(page, 'the certificate is read', () => document.body.textContent.includes('Valid until'));
    };
    const saveByHand = async ({ method, fields }: AccountOnForm) => {
      await firefox.goToOwnPage('options.html');
      await (await tree.waitForRole('radio', method)).click();
      for (const [field, value] of Object.entries(fields)) {
        await (field === 'Certificate (PEM)' ? chooseFile(value) : type(field, value));
      }
      await type('Service address', sandbox.origin);
      await (await tree.waitForRole('button', 'Save and test')).click();
    };
    await use({
      async signIn(account) {
        const accounts = keptAccounts.get(firefox) ?? createKeptAccounts();
        keptAccounts.set(firefox, accounts);
        const still = { evaluate: firefox.evaluateInStillPage };
        if (!account && (await accounts.restore(API_KEY_ACCOUNT, sandbox.origin, still))) return;
        await still.evaluate(`browser.permissions.remove({ origins: ['${SERVICE}'] })`); // So that the browser asks.
        await (account ? saveByHand(account) : saveApiKey(firefox, sandbox.origin));
        await (await waitForPermissionPrompt(desktop)).answer('allow');
        await waitInPage(page, '"Connected."', () => document.body.textContent.includes('Connected.'));
        sandbox.reset();
        if (!account) await accounts.keep(API_KEY_ACCOUNT, sandbox.origin, still);
      },
      async visit(address) {
        await page.goto(address);
        return page;
      },
      async check(element, frame) {
        const menu = await openContextMenu(desktop, await screenCentreInFirefox(frame ?? page, element));
        await menu.choose('Check with BitMind');
        return panelIn(tree);
      },
    });
  },
});

/** Runs in the page. */
function isInFocus(label: string): boolean {
  const field = document.activeElement;
  return (
    field instanceof HTMLInputElement && [...(field.labels ?? [])].some(({ textContent }) => textContent === label)
  );
}

export { expect } from '../services-test.ts';
