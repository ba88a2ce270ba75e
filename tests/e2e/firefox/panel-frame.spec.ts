import { screenCentreInFirefox } from '../harness/firefox.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { waitFor } from '../harness/wait-for.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { settled } from '../settled.ts';
import { expect, test } from './firefox-test.ts';

test('the panel of an image in a frame in which no script may run stands beside it @quick', async ({
  user,
  pages,
  desktop,
}) => {
  const frame = (src: string, size: string) => `<iframe src="${src}" ${size} frameborder="0"></iframe>`;
  pages.setRoutes({
    '/': {
      body: `<!doctype html><title>A page</title><p>${frame('/none', 'height="50"')}
        <p>${frame(`${pages.otherOrigin}/outer`, 'width="600" height="400" id="outer"')}`,
    },
    '/none': { body: 'Nothing' },
    '/outer': { body: `<!doctype html>${frame('/inner', 'width="500" height="350"')}` },
    '/inner': pageWithImage('/photo.jpg', 'width="300"'),
    '/photo.jpg': photographPage(),
  });
  const page = await user.visit(pages.origin);
  const inner = page.frames().find((one) => one.url().endsWith('/inner'));
  const panel = await user.check('#image', inner);
  await panel.waitForLine(/needs access to/);
  const region = await (await firefoxPageTree(desktop).waitForRole('region', 'BitMind check')).box();
  const outer = await screenCentreInFirefox(page, '#outer');
  expect(Math.round(region.x - outer.x)).toBe(300 + 9);
});

test('a page that was left with a question, and comes back as it was, has none that nobody hears', async ({
  user,
  pages,
  firefox,
  desktop,
}) => {
  pages.setRoutes({
    '/': { ...pageWithImage('/photo.jpg'), headers: { 'cache-control': 'max-age=600' } },
    '/photo.jpg': photographPage(),
    '/next': { body: '<!doctype html><title>Next</title>' },
  });
  await user.signIn();
  // In a tab of its own: the debugger would not take another page into one where a page has come back.
  const page = await firefox.browser.newPage();
  await page.goto(pages.loopbackOrigin);
  const panel = await user.check('#image', page.mainFrame());
  await panel.waitForLine(/private network/);
  await page.evaluate("addEventListener('pageshow', () => { document.title = 'The same'; })");
  await page.evaluate("location.href = '/next'");
  const titled = (title: string) =>
    waitFor(`the page “${title}”`, async () => (await page.title().catch(() => '')) === title || undefined);
  await titled('Next');
  await desktop.input.key('alt+Left');
  await titled('The same');
  await panel.waitForLine('Cancelled');
  await panel.press('Try again');
  await panel.press('Check anyway');
  await panel.waitForLine('Likely not AI-generated');
});

/** Shows what was there before for ever, and lets clicks through to what is there now. */
const OLD_VIEW = `<style>
  ::view-transition { pointer-events: none }
  ::view-transition-old(root) { animation: stay 3600s }
  ::view-transition-new(root) { display: none }
  @keyframes stay { to { opacity: 0.99 } }
</style>`;

/** A layer over all of the page, in a closed shadow tree; and nobody hears of anything that comes out. */
const LAYER = `
  const tree = document.body.appendChild(document.createElement('div'));
  tree.textContent = 'It seems to have no tree';
  const root = tree.attachShadow({ mode: 'closed' });
  root.innerHTML = '<div popover="manual" style="width:100vw;height:100vh">Win a prize</div>';
  window.cover = () => root.firstChild.showPopover();
  window.uncover = () => root.firstChild.hidePopover();
  window.coverAgainAndAgain = () => setInterval(() => { uncover(); cover(); }, 400);
  addEventListener('toggle', (event) => {
    document.title = 'Something came out';
    event.stopImmediatePropagation();
  }, true);`;

test('a question that the page hides has no buttons until it is seen', async ({ user, pages }) => {
  const { body } = pageWithImage('/photo.jpg');
  pages.setRoutes({ '/': { body: `${body}${OLD_VIEW}<script>${LAYER}</script>` }, '/photo.jpg': photographPage() });
  await user.signIn();
  const page = await user.visit(pages.loopbackOrigin);
  const panel = await user.check('#image');
  const isAnswerable = () => expect.poll(() => panel.buttons()).toContain('Check anyway');
  for (const [hide, show] of [
    ['transition = document.startViewTransition(() => {})', 'transition.skipTransition()'],
    [
      'document.documentElement.style.filter = "opacity(0.8) ".repeat(10)',
      'document.documentElement.style.filter = "invert(1)"',
    ],
    ['covering = coverAgainAndAgain()', 'clearInterval(covering), uncover()'],
  ]) {
    await isAnswerable();
    await page.evaluate(`${hide}; true`);
    await panel.waitForLine('Answer in the popup');
    expect(await settled('it says where to answer', () => panel.buttons())).not.toContain('Check anyway');
    await page.evaluate(`${show}; true`);
  }
  await isAnswerable();
  await page.evaluate('document.title = "Covered"; cover()');
  await waitFor('the panel to come out', async () => (await page.title()) === 'Something came out' || undefined);
  await panel.press('Check anyway');
  await panel.waitForLine('Likely not AI-generated');
});
