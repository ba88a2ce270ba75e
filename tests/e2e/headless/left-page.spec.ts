import type { Page } from '@playwright/test';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { panelIn } from '../panel.ts';
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
