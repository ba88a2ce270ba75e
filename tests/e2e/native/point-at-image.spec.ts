import { screenCentreOf } from '../harness/chromium-page-position.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { photograph, photographPage } from '../image-pages.ts';
import { panelIn } from '../panel.ts';
import { expect, test } from './native-test.ts';

const COVERED = `<!doctype html><title>A page</title><style>body{margin:0}img{display:block}</style>
  <div style="position:relative;width:300px"><img id="image" src="/photo.jpg" width="300" alt="A">
  <a id="cover" href="#" style="position:absolute;inset:0"></a></div>`;

/** On Linux Alt+Shift+B is a key of the browser's own. */
const COMMAND = 'alt+shift+m';

test('the keyboard command checks the picture under the pointer, and the focused one @quick @oldest', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  pages.setRoutes({
    '/': { body: `${COVERED}<h1>Words</h1><p><a id="link" href="#"><img src="/other.jpg" width="100" alt="B"></a>` },
    '/photo.jpg': photographPage(),
    '/other.jpg': photographPage(),
  });
  await user.signIn();
  const page = await user.visit(pages.origin);
  const panel = panelIn(chromiumPageTree(page, desktop));
  await desktop.input.click(await screenCentreOf(page, 'h1')); // A window without a click has no keyboard.
  await desktop.input.moveTo(await screenCentreOf(page, '#image'));
  await desktop.input.key(COMMAND);
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
  expect(pages.requests('/photo.jpg').length).toBeGreaterThan(1);
  await desktop.input.key('Escape');
  await panel.waitUntilGone();
  await page.locator('#link').focus();
  const before = pages.requests('/other.jpg').length;
  await desktop.input.key(COMMAND);
  await panel.waitForLine('Likely not AI-generated');
  expect(pages.requests('/other.jpg').length).toBeGreaterThan(before);
});

test('the keyboard command says when no picture is there', async ({ user, pages, desktop, sandbox }) => {
  pages.setRoutes({ '/': { body: '<!doctype html><title>A page</title><h1>Words</h1>' } });
  await user.signIn();
  const page = await user.visit(pages.origin);
  await desktop.input.click(await screenCentreOf(page, 'h1'));
  await desktop.input.key(COMMAND);
  await panelIn(chromiumPageTree(page, desktop)).waitForLine(/No image was found there/);
  expect(sandbox.requests('/image')).toHaveLength(0);
});

test.describe('with the menu on everything', () => {
  test.beforeEach(async ({ user }) => {
    await user.signIn();
    await user.setMenuEverywhere(true);
  });
  test.afterEach(({ user }) => user.setMenuEverywhere(false));

  test('where the browser does not say what was clicked, the pictures in view are offered @quick', async ({
    user,
    pages,
    sandbox,
  }) => {
    const shown = (name: string) =>
      `<div id="${name}" style="width:300px;height:200px;background:url(/${name}.jpg)"></div>`;
    pages.setRoutes({
      '/': { body: `<!doctype html><title>A page</title>${shown('one')}${shown('two')}` },
      '/one.jpg': photographPage(),
      '/two.jpg': photographPage(),
    });
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#one');
    await panel.waitForLine('Several images are in view. Choose the one to check.');
    await panel.waitForButtons(['Close', 'Image 1', 'Image 2', 'Cancel']);
    expect(sandbox.requests('/image')).toHaveLength(0);
    const before = pages.requests('/two.jpg').length;
    await panel.press('Image 2');
    await panel.waitForLine('Likely not AI-generated');
    expect(pages.requests('/two.jpg').length).toBeGreaterThan(before);
    expect(sandbox.requests('/image')).toHaveLength(1);
  });

  const DRAWING = `<!doctype html><title>A page</title><canvas id="drawing" width="400" height="300"></canvas><script>
    const context = drawing.getContext('2d');
    context.fillStyle = 'teal';
    context.fillRect(40, 40, 200, 100);</script>`;

  test('a drawing on a canvas is checked by its pixels @quick', async ({ user, pages, sandbox }) => {
    pages.setRoutes({ '/': { body: DRAWING } });
    const panel = await user.check(await user.visit(pages.origin), '#drawing');
    await panel.waitForLine('Likely not AI-generated');
    expect(sandbox.requests('/image')[0]?.headers['content-type']).toBe('image/png');
  });

  test('a drawing in a frame of another site says beside it why it is not cut out of the screen', async ({
    user,
    pages,
    sandbox,
    desktop,
  }) => {
    pages.setRoutes({
      '/': {
        body: `<!doctype html><title>A page</title><iframe src="${pages.otherOrigin}/in" width="700" height="500" frameborder="0">`,
      },
      '/in': { body: DRAWING },
    });
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#drawing', page.frames()[1]);
    // No script may run in the frame: the panel is beside it, in the page.
    const region = await (await chromiumPageTree(page, desktop).waitForRole('region', 'BitMind check')).box();
    const frame = await screenCentreOf(page, 'iframe');
    expect(Math.round(region.x - frame.x)).toBe(350 + 9);
    await panel.press('Check a screenshot instead');
    await panel.waitForLine(/in a frame whose position extensions can’t see/);
    await panel.waitForButtons(['Close', 'Try again']);
    expect(sandbox.requests('/image')).toHaveLength(0);
  });
});
