import type { Page } from '@playwright/test';
import { waitForBadges } from '../badges-on-images.ts';
import { gallery } from '../gallery.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { panelIn } from '../panel.ts';
import { settled } from '../settled.ts';
import { checkAutomatically } from './check-automatically.ts';
import { expect, test } from './headless-test.ts';

test.use({ chromiumOptions: { keepsLeftPages: true } });

test('a page that was left with questions, and comes back as it was, has none that nobody hears @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  const kept = { 'cache-control': 'max-age=600' };
  pages.setRoutes({
    '/': { ...pageWithImage('/photo.jpg'), headers: kept },
    '/photo.jpg': photographPage({ headers: kept }),
    '/next': { body: '<!doctype html><title>Next</title>' },
  });
  await user.signIn();
  const page = await user.visit(pages.loopbackOrigin);
  await (await user.check(page, '#image')).waitForLine(/private network/);
  await (await user.checkPage(page)).waitForLine('1 image found');
  await leaveAndComeBack(page, '/next');
  const tree = chromiumPageTree(page);
  const panel = panelIn(tree);
  await panel.waitForLine('Cancelled');
  await panelIn(tree, 'BitMind page check').waitUntilGone();
  expect(sandbox.requests()).toHaveLength(0);
  await panel.press('Try again');
  await panel.press('Check anyway');
  await panel.waitForLine('Likely not AI-generated');
});

/** To another page and back, to the same document. */
async function leaveAndComeBack(page: Page, path: string): Promise<void> {
  await page.evaluate("addEventListener('pageshow', () => { document.title = 'The same'; })");
  await page.goto(new URL(path, page.url()).href);
  await page.evaluate('void setTimeout(() => history.back())'); // Playwright's own way waits for a page to load.
  await expect.poll(() => page.evaluate('document.title').catch(() => '')).toBe('The same');
}

test('a page whose images are checked as they are shown keeps its badges when it comes back as it was, and goes on', async ({
  user,
  pages,
  chromium,
  sandbox,
}) => {
  const { '/': page, ...images } = gallery('/', 20);
  const headers = { 'cache-control': 'max-age=600' };
  const next = { body: '<!doctype html><title>Next</title>' };
  pages.setRoutes({ ...images, '/': { ...page, headers }, '/next': next });
  await user.signIn();
  await checkAutomatically(chromium, pages.origin);
  const tab = await user.visit(pages.origin);
  const tree = chromiumPageTree(tab);
  await waitForBadges(tree, 4);
  await leaveAndComeBack(tab, '/next');
  await waitForBadges(tree, 4);
  const sent = () => sandbox.requests().reduce((sum, { parts }) => sum + parts.length, 0);
  expect(await settled('nothing new is in view', sent)).toBe(4);
  await tab.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
  await waitForBadges(tree, 5);
  await tab.evaluate('scrollTo(0, 0)');
  await waitForBadges(tree, 4);
});
