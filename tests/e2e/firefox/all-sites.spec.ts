import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { waitFor } from '../harness/wait-for.ts';
import { photographPage } from '../image-pages.ts';
import { test } from './firefox-test.ts';

test('an image that leads to another site is read once all are allowed, and taking them back leaves the others', async ({
  user,
  pages,
  firefox,
  desktop,
}) => {
  const { host, hostname } = new URL(pages.otherOrigin);
  pages.setRoutes({
    // Higher than the window, so that the screen has no more than a part of it.
    '/': { body: `<!doctype html><title>Image</title><img id="image" src="//${host}/a" width="600" height="1300">` },
    '/a': { redirectTo: `${pages.siblingOrigin}/photo.jpg` },
    '/photo.jpg': photographPage(),
  });
  await user.signIn();
  await user.visit(pages.origin);
  const panel = await user.check('#image');
  const accessWindow = firefoxPageTree(desktop, 'Site access · Check with BitMind');
  const allow = async (words: string) => {
    await panel.press(words);
    await (await accessWindow.waitForRole('button', words)).click();
    await (await waitForPermissionPrompt(desktop)).answer('allow');
  };
  await allow(`Allow ${host}`);
  await panel.waitForLine(/^This file couldn’t be read\. Its address may redirect to another site\./);
  await allow('Allow all sites');
  await panel.waitForLine('Likely not AI-generated');

  const { page } = firefox;
  await firefox.goToOwnPage('options.html');
  const origins = () =>
    page.evaluate('browser.permissions.getAll().then(({ origins }) => origins.sort().join())') as Promise<string>;
  await waitFor('all sites', async () => (await origins()).includes('<all_urls>') || undefined);
  const tree = firefoxPageTree(desktop);
  await (await tree.waitForRole('checkbox', 'Allow on all sites')).click();
  const others = ['http://127.0.0.1/*', `http://${hostname}/*`, 'https://enterprise.bitmind.ai/*'].join();
  await waitFor('the others', async () => (await origins()) === others || undefined, { seen: origins });
});
