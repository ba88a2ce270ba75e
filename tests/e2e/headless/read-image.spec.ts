import { encodePng } from '../../fixtures/encode-png.ts';
import { makeDeclaredPng } from '../../fixtures/make-fixtures.ts';
import { type Colour, paintPicture } from '../../fixtures/picture.ts';
import { pageWithImage, photograph, photographPage } from '../image-pages.ts';
import { expect, test } from './headless-test.ts';

const hill = (across: number, down: number): Colour => (down > 0.5 + across / 4 ? [40, 90, 30] : [120, 160, 230]);

test('an image that declares itself AI-made is likely AI-generated @quick', async ({ user, pages }) => {
  const png = makeDeclaredPng('trainedAlgorithmicMedia');
  pages.setRoutes({ '/': pageWithImage('/a.png'), '/a.png': { body: png, type: 'image/png' } });
  await user.signIn();
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine('Likely AI-generated');
  await panel.waitForLine('AI likelihood 97%');
});

test('a picture that is one colour but for a star is no plain colour', async ({ user, pages, sandbox }) => {
  const isStar = (across: number, down: number) => Math.floor(across * 2000) === 1500 && Math.floor(down * 1500) === 77;
  const sky = encodePng(paintPicture(2000, 1500, (...at) => (isStar(...at) ? [255, 255, 255] : [1, 1, 3])));
  pages.setRoutes({ '/': pageWithImage('/sky.png'), '/sky.png': { body: sky, type: 'image/png' } });
  await user.signIn();
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image')[0]?.body?.equals(sky)).toBe(true);
});

test('a small file that the page chose for a large box is checked to the byte', async ({ user, pages, sandbox }) => {
  const chosen = 'srcset="/photo.jpg 100w" sizes="2000px" width="400"';
  pages.setRoutes({ '/': pageWithImage('', chosen), '/photo.jpg': photographPage() });
  await user.signIn();
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
});

test('an image of another origin without CORS is read by the background, byte for byte @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes({
    '/': pageWithImage(`${pages.otherOrigin}/photo`),
    '/photo': photographPage({ type: 'text/plain' }),
  });
  await user.signIn();
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine('Likely not AI-generated');
  await panel.pressSummary('Details');
  await panel.waitForLine(/read from its site/);
  expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
  expect(sandbox.requests('/image')[0]?.headers['content-type']).toBe('image/jpeg');
});

for (const [name, later] of [
  ['that gives another picture each time', encodePng(paintPicture(400, 300, (across) => [250 - across * 200, 40, 90]))],
  ['that gives a smaller picture to who says no size', encodePng(paintPicture(240, 180, hill))],
] as const) {
  test(`of an address ${name}, what the page shows is checked`, async ({ user, pages, sandbox }) => {
    const picture = (body: Buffer) => ({ body, type: 'image/png' });
    let hasShown = false;
    pages.setRoutes({
      '/': pageWithImage('/random'),
      '/random': () => {
        if (hasShown) return picture(later);
        hasShown = true;
        return picture(encodePng(paintPicture(400, 300, hill)));
      },
    });
    await user.signIn();
    const panel = await user.check(await user.visit(pages.origin), '#image');
    await panel.waitForLine('Likely not AI-generated');
    await panel.pressSummary('Details');
    await panel.waitForLine('Pixels from the page, re-encoded');
    expect(sandbox.requests('/image')).toHaveLength(1);
  });
}

test('an image that its site refuses to give offers the other ways to it', async ({ user, pages, sandbox }) => {
  let hasShown = false;
  pages.setRoutes({
    '/': pageWithImage(`${pages.otherOrigin}/moved.jpg`),
    '/moved.jpg': () => {
      if (hasShown) return { status: 403, body: 'no' };
      hasShown = true;
      return photographPage({ headers: { 'cache-control': 'no-store' } });
    },
  });
  await user.signIn();
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine(/didn’t provide this file \(error 403\)/);
  await panel.waitForButtons(['Close', 'Try again', 'Check a screenshot instead']);
  expect(sandbox.requests('/image')).toHaveLength(0);
});

test("a picture that the page's own server refuses asks for no permission", async ({ user, pages }) => {
  pages.setRoutes({ '/': pageWithImage('/gone.jpg'), '/gone.jpg': { status: 404 } });
  await user.signIn();
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine(/didn’t provide this file \(error 404\)/);
});

test('a picture that was not loaded yet is looked for anew at "Try again" @quick', async ({ user, pages, sandbox }) => {
  const spacer = encodePng(paintPicture(1, 1, () => [200, 200, 200]));
  pages.setRoutes({
    '/': pageWithImage('/spacer.png', 'class="lazyload" width="400" height="300"'),
    '/spacer.png': { body: spacer, type: 'image/png' },
    '/photo.jpg': photographPage(),
  });
  await user.signIn();
  const page = await user.visit(pages.origin);
  const panel = await user.check(page, '#image');
  await panel.waitForLine(/hasn’t loaded yet/);
  await panel.waitForButtons(['Close', 'Try again', 'Check a screenshot instead']);
  await page.locator('#image').evaluate(async (image: HTMLImageElement) => {
    image.src = '/photo.jpg';
    await image.decode();
  });
  await panel.press('Try again');
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
});
