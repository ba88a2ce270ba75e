import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { settled } from '../settled.ts';
import { expect, freshTest as test } from './native-test.ts';

test('taking back all sites leaves the others, and the way to the service @quick', async ({
  user,
  chromium,
  desktop,
}) => {
  await user.signIn();
  const page = await user.visit(`chrome-extension://${chromium.extensionId}/options.html`);
  const origins = () => page.evaluate('chrome.permissions.getAll().then(({ origins }) => origins.sort())');
  const before = await settled('nobody has allowed or taken back a site', origins);
  expect(before).toContain('https://enterprise.bitmind.ai/*');
  const tick = page.getByLabel('Allow on all sites');
  await tick.scrollIntoViewIfNeeded();
  const tree = chromiumPageTree(page, desktop);
  await (await tree.waitForRole('checkbox', 'Allow on all sites')).click();
  await (await waitForPermissionPrompt(desktop)).answer('allow');
  await expect.poll(origins).toContain('<all_urls>');
  await (await tree.waitForRole('checkbox', 'Allow on all sites')).click();
  const prompt = await waitForPermissionPrompt(desktop);
  expect(prompt.text).toContain('enterprise.bitmind.ai');
  await prompt.answer('allow');
  await expect.poll(origins).toEqual(before);
  await expect(tick).not.toBeChecked();
});
