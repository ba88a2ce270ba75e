import { CERTIFICATE_ACCOUNT, OAUTH_ACCOUNT } from '../account-form.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { shareCovered } from '../harness/geometry.ts';
import { waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { pageWithImage, photograph, photographPage } from '../image-pages.ts';
import { expect, test } from './firefox-test.ts';

test('a right click on an image gives the verdict beside it, signed in with a certificate @quick @oldest', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await user.signIn(CERTIFICATE_ACCOUNT);
  await user.visit(pages.origin);
  const panel = await user.check('#image');
  await panel.waitForLine('Likely not AI-generated');
  await panel.waitForLine('AI likelihood 4%'); // A look may fall between the two.
  const [request] = sandbox.requests('/image');
  expect(request?.body?.equals(photograph())).toBe(true);
  expect(request?.headers['content-type']).toBe('image/jpeg');
  await desktop.input.key('Escape');
  await panel.waitUntilGone();
});

test.describe('an image of another origin, without permission for it', () => {
  test.beforeEach(async ({ user, pages }) => {
    pages.setRoutes({ '/': pageWithImage(`${pages.otherOrigin}/photo.jpg`), '/photo.jpg': photographPage() });
    await user.signIn();
    await user.visit(pages.origin);
  });

  test('is read after its site was allowed, asked in a window of the extension @quick @oldest', async ({
    user,
    pages,
    sandbox,
    desktop,
  }) => {
    const words = `Allow ${new URL(pages.otherOrigin).host}`;
    const panel = await user.check('#image');
    await panel.waitForLine(/needs to read it from cdn\.example/);
    await panel.press(words);
    const tree = firefoxPageTree(desktop, 'Site access · Check with BitMind'); // The panel has a button of the same name.
    const allow = await tree.waitForRole('button', words);
    const asked = async () => (await (await tree.waitForRole('document web', /^Site access/)).text()).join(' ');
    await expect.poll(asked).toMatch(/needs to read it from cdn\.example[:\d]*\.(?!.*screenshot)/);
    // The window ends where its one button does, but for a margin of 20 pixels.
    const below = async () => {
      const [asking, button] = await Promise.all([tree.waitForRole('document web'), tree.waitForRole('button', words)]);
      const [window, last] = await Promise.all([asking.box(), button.box()]);
      return window.y + window.height - last.y - last.height;
    };
    const isFitted = () => expect.poll(async () => Math.abs((await below()) - 20)).toBeLessThan(20);
    await isFitted();
    await desktop.input.resizeWindow(480, 90); // As one that is still being opened may get another size.
    await isFitted();
    await allow.click();
    const prompt = await waitForPermissionPrompt(desktop);
    expect(prompt.text).toContain('cdn.example');
    const sentence = await tree.waitForRole('paragraph');
    await expect.poll(async () => shareCovered(await sentence.box(), await prompt.box())).toBe(0);
    await prompt.answer('allow');
    await panel.waitForLine('Likely not AI-generated');
    expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
  });

  test('is checked as shown on screen, and marked so @quick', async ({ user, sandbox }) => {
    const panel = await user.check('#image');
    await panel.press('Check a screenshot instead');
    await panel.waitForLine('Likely not AI-generated');
    await panel.waitForLine(/from a screenshot, not the original/);
    expect(sandbox.requests('/image')[0]?.headers['content-type']).toBe('image/png');
  });
});

test('the sample image of the welcome page can be checked on that very page', async ({ user, firefox, sandbox }) => {
  await user.signIn(OAUTH_ACCOUNT);
  await firefox.goToOwnPage('welcome.html');
  const panel = await user.check('img');
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image')).toHaveLength(1);
});
