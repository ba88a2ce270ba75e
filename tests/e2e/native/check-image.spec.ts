import { CERTIFICATE_ACCOUNT, OAUTH_ACCOUNT } from '../account-form.ts';
import { screenCentreOf } from '../harness/chromium-page-position.ts';
import { openContextMenu } from '../harness/native-menu.ts';
import { isPermissionPromptShown, waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { stopServiceWorker } from '../harness/service-worker.ts';
import { pageWithImage, photograph, photographPage } from '../image-pages.ts';
import { settled } from '../settled.ts';
import { expect, freshTest, test } from './native-test.ts';

test('a right click on an image gives the verdict beside it, signed in with a certificate @quick @oldest', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await user.signIn(CERTIFICATE_ACCOUNT);
  const page = await user.visit(pages.origin);
  const panel = await user.check(page, '#image');
  await panel.waitForLine('Likely not AI-generated');
  await panel.waitForLine('AI likelihood 4%'); // A look may fall between the two.
  const [request] = sandbox.requests('/image');
  expect(request?.body?.equals(photograph())).toBe(true);
  expect(request?.headers['content-type']).toBe('image/jpeg');
  expect(request?.headers.authorization).toMatch(/^Bearer /);
  await desktop.input.key('Escape');
  await panel.waitUntilGone();
});

test('there is exactly one item in the menu of an image, and none on the page @quick', async ({
  pages,
  user,
  desktop,
}) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  const page = await user.visit(pages.origin);
  const onImage = await openContextMenu(desktop, await screenCentreOf(page, '#image'));
  expect(onImage.items.filter((item) => item.includes('BitMind'))).toEqual(['Check with BitMind']);
  await onImage.dismiss();
  const onHeading = await openContextMenu(desktop, await screenCentreOf(page, 'h1'));
  expect(onHeading.items.filter((item) => item.includes('BitMind'))).toEqual([]);
  await onHeading.dismiss();
});

test.describe('an image of another origin, without permission for it', () => {
  test.beforeEach(async ({ user, pages }) => {
    pages.setRoutes({ '/': pageWithImage(`${pages.otherOrigin}/photo.jpg`), '/photo.jpg': photographPage() });
    await user.signIn();
  });

  test('is read after its site was allowed @quick @oldest', async ({ user, pages, sandbox, desktop }) => {
    const panel = await user.check(await user.visit(pages.origin), '#image');
    await panel.waitForLine(/needs to read it from cdn-\d+\.example/);
    await panel.waitForButtons([
      'Close',
      `Allow ${new URL(pages.otherOrigin).host}`,
      'Allow all sites',
      'Check a screenshot instead',
    ]);
    expect(sandbox.requests()).toHaveLength(0);
    await panel.press(`Allow ${new URL(pages.otherOrigin).host}`);
    const prompt = await waitForPermissionPrompt(desktop);
    expect(prompt.text).toContain(new URL(pages.otherOrigin).hostname);
    await prompt.answer('allow');
    await panel.waitForLine('Likely not AI-generated');
    expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
  });

  test('still waits after the prompt was refused, and can be allowed later', async ({
    user,
    pages,
    sandbox,
    desktop,
  }) => {
    const panel = await user.check(await user.visit(pages.origin), '#image');
    await panel.press(`Allow ${new URL(pages.otherOrigin).host}`);
    await (await waitForPermissionPrompt(desktop)).answer('deny');
    await panel.waitForLine(/needs to read it from cdn-\d+\.example/);
    expect(sandbox.requests('/image')).toHaveLength(0);
    await panel.press(`Allow ${new URL(pages.otherOrigin).host}`);
    await (await waitForPermissionPrompt(desktop)).answer('allow');
    await panel.waitForLine('Likely not AI-generated');
  });

  test('goes on after the background was ended while it waited', async ({ user, pages, chromium, desktop }) => {
    const panel = await user.check(await user.visit(pages.origin), '#image');
    await panel.waitForLine(/needs to read it from cdn-\d+\.example/);
    await stopServiceWorker(chromium);
    await panel.press(`Allow ${new URL(pages.otherOrigin).host}`);
    await (await waitForPermissionPrompt(desktop)).answer('allow');
    await panel.waitForLine('Likely not AI-generated');
  });

  test('is checked as shown on screen, without the panel in the picture, and marked so @quick', async ({
    user,
    pages,
    sandbox,
  }) => {
    const panel = await user.check(await user.visit(pages.origin), '#image');
    await panel.press('Check a screenshot instead');
    await panel.waitForLine('Likely not AI-generated');
    await panel.waitForLine(/from a screenshot, not the original/);
    const [request] = sandbox.requests('/image');
    expect(request?.headers['content-type']).toBe('image/png');
    const png = request?.body ?? Buffer.alloc(0);
    expect(pngSize(png).width).toBe(400);
    await panel.pressSummary('Details');
    await panel.waitForLine('Screenshot');
  });
});

freshTest(
  'an image of another origin is read after "Allow all sites", and nothing is asked from then on @quick',
  async ({ user, pages, sandbox, desktop }) => {
    pages.setRoutes({ '/': pageWithImage(`${pages.otherOrigin}/photo.jpg`), '/photo.jpg': photographPage() });
    await user.signIn();
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image');
    await panel.press('Allow all sites');
    await (await waitForPermissionPrompt(desktop)).answer('allow');
    await panel.waitForLine('Likely not AI-generated');
    await desktop.input.key('Escape');
    await panel.waitUntilGone();
    await (await user.check(page, '#image')).waitForLine('Likely not AI-generated');
    expect(await settled('the check has ended', () => isPermissionPromptShown(desktop))).toBe(false);
    expect(sandbox.requests('/image')).toHaveLength(1); // The second was read again, and known by its bytes.
  },
);

test('an image in a frame of the page is cut out of the screen where it is @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  const width = 300;
  pages.setRoutes({
    '/': { body: '<h1>A page</h1><iframe src="/frame" width="760" height="500" style="margin: 40px"></iframe>' },
    '/frame': pageWithImage(`${pages.otherOrigin}/photo.jpg`, `width="${width}"`),
    '/photo.jpg': photographPage(),
  });
  await user.signIn();
  const page = await user.visit(pages.origin);
  const panel = await user.check(page, '#image', page.frames()[1]);
  await panel.press('Check a screenshot instead');
  await panel.waitForLine(/from a screenshot, not the original/);
  const png = sandbox.requests('/image')[0]?.body ?? Buffer.alloc(0);
  expect(pngSize(png).width).toBe(width);
});

test('a question whose panel was closed sends nothing when the site is allowed later', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  pages.setRoutes({
    '/': {
      body: `<img id="a" src="${pages.otherOrigin}/a.jpg" width="300"><img id="b" src="${pages.otherOrigin}/b.jpg" width="300">`,
    },
    '/a.jpg': photographPage(),
    '/b.jpg': photographPage(),
  });
  await user.signIn();
  const page = await user.visit(pages.origin);
  const first = await user.check(page, '#a');
  await first.waitForLine(/needs to read it from cdn-\d+\.example/);
  await desktop.input.key('Escape');
  await first.waitUntilGone();
  const second = await user.check(page, '#b');
  await second.press(`Allow ${new URL(pages.otherOrigin).host}`);
  await (await waitForPermissionPrompt(desktop)).answer('allow');
  await second.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image')).toHaveLength(1);
  expect(pages.requests('/a.jpg')).toHaveLength(2); // To show it, and the page's own try to read it.
});

test('the check works when the background had ended before the click @quick', async ({ user, pages, chromium }) => {
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  await user.signIn();
  const page = await user.visit(pages.origin);
  await stopServiceWorker(chromium);
  const panel = await user.check(page, '#image');
  await panel.waitForLine('Likely not AI-generated');
});

/** Size of a PNG, from its header (PNG specification, IHDR). */
function pngSize(png: Buffer): { readonly width: number; readonly height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

test('the sample image of the welcome page can be checked on that very page', async ({ user, chromium, sandbox }) => {
  await user.signIn(OAUTH_ACCOUNT);
  const page = await user.visit(`chrome-extension://${chromium.extensionId}/welcome.html`);
  const panel = await user.check(page, 'img');
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image')).toHaveLength(1);
});
