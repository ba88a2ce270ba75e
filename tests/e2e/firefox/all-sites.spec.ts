import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { waitFor } from '../harness/wait-for.ts';
import { settled } from '../settled.ts';
import { expect, test } from './firefox-test.ts';

test('taking back all sites leaves the others, and the way to the service', async ({ user, firefox, desktop }) => {
  await user.signIn();
  const { page } = firefox;
  await firefox.goToOwnPage('options.html');
  const origins = () =>
    page.evaluate('browser.permissions.getAll().then(({ origins }) => origins.sort().join())') as Promise<string>;
  const before = await settled('nobody has allowed or taken back a site', origins);
  expect(before).toContain('https://enterprise.bitmind.ai/*');
  const tree = firefoxPageTree(desktop);
  await page.$eval('input[type=checkbox]:last-of-type', () => window.scrollTo(0, document.body.scrollHeight));
  await (await tree.waitForRole('checkbox', 'Allow on all sites')).click();
  await (await waitForPermissionPrompt(desktop)).answer('allow');
  await waitFor('all sites', async () => (await origins()).includes('<all_urls>') || undefined);
  await (await tree.waitForRole('checkbox', 'Allow on all sites')).click();
  await waitFor('the sites from before', async () => (await origins()) === before || undefined);
});
