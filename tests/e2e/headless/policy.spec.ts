import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  SANDBOX_API_KEY,
  SANDBOX_CERTIFICATE_CLIENT_ID,
  SANDBOX_CERTIFICATE_PEM,
} from '../../sandbox/sandbox-credentials.ts';
import { waitForBadges } from '../badges-on-images.ts';
import { builtFolder } from '../built-folder.ts';
import { gallery } from '../gallery.ts';
import { launchChromium } from '../harness/chromium.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { type ChromiumPolicy, chromiumPolicy } from '../harness/chromium-policy.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { settled } from '../settled.ts';
import { popupOf, waitForScript } from './check-automatically.ts';
import { test as headless } from './headless-test.ts';

/** A Chromium of its own, with a copy of the extension: another folder is another id, which the policy file names. */
const test = headless.extend<{ readonly policy: ChromiumPolicy }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
  chromium: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'extension-with-policy-'));
    await cp(builtFolder('chrome-mv3-local'), folder, { recursive: true });
    const chromium = await launchChromium({ extensionFolder: folder });
    await use(chromium);
    await chromium.close();
    await rm(folder, { recursive: true });
  },
  keeper: undefined,
  policy: async ({ chromium }, use) => {
    const policy = await chromiumPolicy(chromium.extensionId);
    await use(policy);
    await policy.remove();
  },
});
const { expect } = test;

test.beforeEach(({ pages }) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
});

test("an administrator's account is shown locked, is used, and changes while the browser runs", async ({
  user,
  pages,
  sandbox,
  policy,
}) => {
  const options = await user.openOwnPage('options.html');
  await expect(options.getByRole('button', { name: 'Save and test' })).toBeVisible();
  await policy.set({
    clientId: SANDBOX_CERTIFICATE_CLIENT_ID,
    certificate: SANDBOX_CERTIFICATE_PEM,
    serviceAddress: sandbox.origin,
    lockAccount: true,
  });
  await expect(options.getByRole('radio', { name: 'API key' })).toBeDisabled();
  await expect(options.getByRole('radio', { name: 'OAuth client with certificate' })).toBeChecked();
  await expect(options.getByRole('textbox', { name: 'Client ID' })).toHaveValue(SANDBOX_CERTIFICATE_CLIENT_ID);
  for (const name of ['Client ID', 'Certificate (PEM)', 'Service address']) {
    await expect(options.getByRole('textbox', { name })).toBeDisabled();
    await expect(options.getByRole('textbox', { name })).toHaveAccessibleDescription('Set by your organisation');
  }
  await expect(options.getByText('CN=check-with-bitmind sandbox client').first()).toBeVisible();
  await expect(options.getByRole('button', { name: 'Save and test' })).toHaveCount(0);
  expect(await settled('the form is filled', () => options.content())).not.toContain('MIIB');

  const popup = await user.openOwnPage('popup.html');
  await expect(popup.getByRole('status')).toContainText('Connected · Sandbox');
  await expect(popup.getByRole('status')).toContainText('Set by your organisation');
  const page = await user.visit(pages.origin);
  const panel = await user.check(page, '#image');
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image')[0]?.headers['x-client-cert']).toBe(btoa(SANDBOX_CERTIFICATE_PEM));

  await policy.set({ apiKey: SANDBOX_API_KEY, serviceAddress: sandbox.origin });
  await expect(options.getByRole('radio', { name: 'API key' })).toBeChecked();
  await panel.press('Check again');
  await expect.poll(() => sandbox.requests('/image').at(-1)?.headers.authorization).toBe(`Bearer ${SANDBOX_API_KEY}`);

  await policy.remove();
  await expect(options.getByRole('radio', { name: 'API key' })).toBeEnabled();
  await expect(options.getByRole('textbox', { name: 'Service address' })).toHaveValue('https://enterprise.bitmind.ai');
  await expect(popup.getByRole('status')).toContainText('Not signed in');
});

test("an administrator's rules for sites, screen and results hold @quick", async ({
  user,
  pages,
  sandbox,
  policy,
  chromium,
}) => {
  await user.signIn();
  const options = await user.openOwnPage('options.html');
  await policy.set({
    blockedSites: ['not a site', 'news.example'],
    disableScreenCapture: true,
    keepResultsDays: 3,
    requestsPerHour: 40,
  });
  await expect(options.getByText('aren’t sites and are ignored: “not a site”.')).toBeVisible();
  await expect(options.getByLabel('Keep results')).toBeDisabled();
  for (const [name, value] of [
    ['Keep results', '3'],
    ['Maximum requests per hour', '40'],
  ] as const) {
    await expect(options.getByLabel(name)).toBeDisabled();
    await expect(options.getByLabel(name)).toHaveAccessibleDescription('Set by your organisation');
    await expect(options.getByLabel(name)).toHaveValue(value);
  }
  await expect(options.getByRole('button', { name: 'Save and test' })).toBeVisible();

  const blocked = await user.check(await user.visit(pages.origin), '#image');
  await blocked.waitForLine(/Your organisation doesn’t allow checks on this site/);
  expect(sandbox.requests()).toHaveLength(0);

  pages.setRoutes({ '/': pageWithImage('https://pictures.test/photo.jpg') });
  const asking = await user.check(await user.visit(pages.otherOrigin), '#image');
  await asking.waitForLine(/needs to read it from pictures\.test\.$/);
  await asking.waitForButtons(['Close', 'Allow pictures.test', 'Allow all sites']);

  await policy.set({ automaticSites: ['news.example'], lockAutomaticSites: true });
  await waitForScript(chromium);
  pages.setRoutes({ ...gallery('/', 2), ...gallery('/after', 2, 10) });
  const page = await user.visit(pages.origin);
  await waitForBadges(chromiumPageTree(page), 2);
  const popup = await popupOf(user, chromium, page);
  const choice = popup.getByLabel('Check images here automatically');
  await expect(choice).toBeChecked();
  await expect(choice).toBeDisabled();
  await expect(choice).toHaveAccessibleDescription('Set by your organisation');
  await policy.set({ automaticSites: ['news.example'], noAutomaticSites: ['news.example'] });
  await expect(choice).not.toBeChecked();
  await expect(choice).toBeDisabled();
  sandbox.reset();
  const after = await user.visit(`${pages.origin}/after`);
  await (await user.check(after, 'h1 ~ img')).waitForLine('Likely not AI-generated');
  const sent = () => sandbox.requests('/image').length + sandbox.requests('/batch_image').length;
  expect(await settled('what came into view before was not sent', sent)).toBe(1);
});
