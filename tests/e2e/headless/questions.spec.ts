import { encodePng } from '../../fixtures/encode-png.ts';
import { paintPicture } from '../../fixtures/picture.ts';
import { pageWithImage, photograph, photographPage } from '../image-pages.ts';
import { setTicked } from '../set-ticked.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';
import { storedResults } from './stored-results.ts';

test.beforeEach(async ({ user, pages }) => {
  pages.setRoutes({
    '/': pageWithImage('/photo.jpg'),
    '/photo.jpg': photographPage(),
    '/public': pageWithImage(`${pages.otherOrigin}/moved.jpg`),
    '/moved.jpg': { redirectTo: `${pages.loopbackOrigin}/photo.jpg` },
    '/own': pageWithImage('/opened.jpg'),
    '/opened.jpg': { redirectTo: `${pages.loopbackOrigin}/open.jpg`, cors: '*' },
    '/open.jpg': photographPage({ cors: '*' }),
  });
  await user.signIn();
});

test.describe('a picture of a private network', () => {
  test('is sent after a yes, which counts for its site until the browser closes @quick', async ({
    user,
    pages,
    sandbox,
  }) => {
    const page = await user.visit(pages.loopbackOrigin);
    const panel = await user.check(page, '#image');
    const [host, service] = [new URL(pages.loopbackOrigin).host, new URL(sandbox.origin).host];
    await panel.waitForLine(`This file from a private network (${host}) would be sent to BitMind (${service}).`);
    await panel.waitForButtons(['Close', 'Check anyway', 'Cancel']);
    expect(sandbox.requests()).toHaveLength(0);
    await panel.press('Check anyway');
    await panel.waitForLine('Likely not AI-generated');
    expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
    // Not asked about any more, and known by its bytes.
    await (await user.check(page, '#image')).waitForLine('Likely not AI-generated');
    expect(sandbox.requests('/image')).toHaveLength(1);
  });

  test('is not sent after "Cancel", and is asked about again @quick', async ({ user, pages, sandbox }) => {
    const page = await user.visit(pages.loopbackOrigin);
    const panel = await user.check(page, '#image');
    await panel.waitForLine(/from a private network/); // While it is read there is a "Cancel" as well, elsewhere.
    await panel.press('Cancel');
    await panel.waitForLine('Cancelled');
    await (await user.check(page, '#image')).waitForLine(/from a private network/);
    expect(sandbox.requests()).toHaveLength(0);
  });

  test('is sent without asking where the user ticked that box, until that is taken back', async ({
    user,
    pages,
    sandbox,
  }) => {
    const page = await user.visit(pages.loopbackOrigin);
    const panel = await user.check(page, '#image');
    await panel.tick('Don’t ask again on this site');
    await panel.press('Check anyway');
    await panel.waitForLine('Likely not AI-generated');
    const options = await user.openOwnPage('options.html');
    const { host } = new URL(pages.loopbackOrigin);
    await options.getByRole('button', { name: `Ask again about files from the private network ${host}` }).click();
    await expect(options.getByText('Sent without asking')).toHaveCount(0);
    await (await user.check(page, '#image')).waitForLine(/from a private network/);
    expect(sandbox.requests('/image')).toHaveLength(1);
  });

  for (const [path, reader] of [
    ['/public', 'the background'],
    ['/own', 'the page'],
  ] as const) {
    test(`to which a public address leads is asked about too, when ${reader} reads it`, async ({
      user,
      pages,
      sandbox,
    }) => {
      const panel = await user.check(await user.visit(pages.origin + path), '#image');
      await panel.waitForLine(/from a private network \(127\.0\.0\.1/);
      expect(sandbox.requests()).toHaveLength(0);
      await panel.press('Check anyway');
      await panel.waitForLine('Likely not AI-generated');
    });
  }

  test('is not asked about with the option off', async ({ user, pages }) => {
    const options = await user.openOwnPage('options.html');
    await setTicked(options.getByLabel('Ask before sending files from private networks'), false);
    await (await user.check(await user.visit(pages.loopbackOrigin), '#image')).waitForLine('Likely not AI-generated');
  });
});

test('a picture in a private window is sent after a yes, and its check is stored nowhere @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  const panel = await user.checkPrivately(await user.visit(pages.origin), '#image');
  await panel.waitForLine(/from a private window would be sent to BitMind/);
  expect(sandbox.requests()).toHaveLength(0);
  await panel.tick('Don’t ask again on this site');
  await panel.press('Check anyway');
  await panel.waitForLine('Likely not AI-generated');
  const popup = await user.openOwnPage('popup.html');
  await expect(popup.getByText(/No checks yet/)).toBeVisible();
  expect(await settled('the verdict is in the panel', () => storedResults(popup))).toBe(0);
  const onDisk = () => popup.evaluate('chrome.storage.local.get().then(JSON.stringify)');
  expect(await settled('the verdict is in the panel', onDisk)).not.toContain('news.example');
});

test('a very small picture is sent after a yes, and its size is told', async ({ user, pages, sandbox }) => {
  const small = encodePng(paintPicture(31, 64, (x, y) => [x * 8, y * 4, 99]));
  pages.setRoutes({ '/': pageWithImage('/small.png', ''), '/small.png': { body: small, type: 'image/png' } });
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine(/very small image \(31 × 64 pixels\)/);
  expect(sandbox.requests()).toHaveLength(0);
  await panel.press('Check anyway');
  await panel.waitForLine(/^Likely/);
  expect(sandbox.requests('/image')[0]?.body?.equals(small)).toBe(true);
});

test('when the panel is closed, nothing of it is left in the page', async ({ user, pages }) => {
  const page = await user.visit(pages.origin);
  const content = () => page.evaluate(() => document.documentElement.outerHTML + Object.keys(window).join());
  const before = await content();
  const panel = await user.check(page, '#image');
  await panel.waitForLine('Likely not AI-generated');
  await panel.press('Close');
  await panel.waitUntilGone();
  await expect.poll(content).toBe(before);
});
