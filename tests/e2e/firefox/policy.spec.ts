import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../../sandbox/sandbox-credentials.ts';
import { builtFolder } from '../built-folder.ts';
import { startDesktop } from '../harness/desktop.ts';
import { launchFirefox } from '../harness/firefox.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { firefoxWithPolicy } from '../harness/firefox-with-policy.ts';
import { waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { waitInPage } from '../harness/wait-in-page.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { settled } from '../settled.ts';
import { EXTENSION_ID, test as firefoxTest } from './firefox-test.ts';

/** Policies are read at a browser's start: it is one of its own. */
const test = firefoxTest.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
  desktop: async ({}, use) => {
    const desktop = await startDesktop({ hasWindowManager: true });
    await use(desktop);
    await desktop.stop();
  },
  firefox: async ({ desktop, sandbox }, use) => {
    const binary = await firefoxWithPolicy(EXTENSION_ID, {
      clientId: SANDBOX_CLIENT_ID,
      clientSecret: SANDBOX_CLIENT_SECRET,
      serviceAddress: sandbox.origin,
      lockAccount: true,
    });
    const extensionFolder = builtFolder('firefox-mv3');
    const firefox = await launchFirefox({ desktop, extensionFolder, extensionId: EXTENSION_ID, binary });
    await use(firefox);
    await firefox.close();
    await rm(dirname(binary), { recursive: true });
  },
});
const { expect } = test;

test("an administrator's account is shown locked, and used once its address is allowed @quick", async ({
  user,
  firefox,
  pages,
  sandbox,
  desktop,
}) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  const { page } = firefox;
  await firefox.goToOwnPage('options.html');
  for (const field of ['fieldset', '#clientId', '#clientSecret', '#serviceAddress']) {
    await page.waitForSelector(`${field}:disabled`);
  }
  const tree = firefoxPageTree(desktop);
  const allow = await tree.waitForRole('button', 'Allow access');
  expect(await settled('the form is filled', () => page.content())).not.toContain(SANDBOX_CLIENT_SECRET);
  await allow.click();
  await (await waitForPermissionPrompt(desktop)).answer('allow');
  await waitInPage(page, '"Connected"', () => document.body.textContent.includes('Connected'));
  expect(sandbox.requests('/v1/oauth/token')).toHaveLength(1);
  await user.visit(pages.origin);
  await (await user.check('#image')).waitForLine('Likely not AI-generated');
});
