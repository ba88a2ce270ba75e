import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { freeBox } from '../../fixtures/free-box.ts';
import { makeVideo } from '../../fixtures/make-video.ts';
import type { PageRoutes } from '../../fixtures/serve-pages.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { panelIn } from '../panel.ts';
import { expect, test } from './headless-test.ts';

const COUNT = 3;

/** Videos that differ by what they do not show. */
async function videos(): Promise<readonly Buffer[]> {
  const video = await makeVideo('a.mp4');
  return Array.from({ length: COUNT }, (_, index) => Buffer.concat([video, freeBox(index + 1)]));
}

function pageOf(files: readonly Buffer[]): PageRoutes {
  const elements = files.map((_, index) => `<video src="/${index}.mp4" width="320" height="180" muted></video>`);
  return {
    '/': { body: `<!doctype html><html lang="en"><title>Videos</title><h1>Videos</h1>${elements.join('')}` },
    ...Object.fromEntries(files.map((body, index) => [`/${index}.mp4`, { body, type: 'video/mp4' }])),
  };
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Has the popup begin, in a tab behind the page: there is no toolbar to open it from, and it is about the tab in front. */
async function pressInPopup(popup: Page, page: Page, button: string): Promise<void> {
  await page.bringToFront();
  await popup.reload();
  await popup
    .getByRole('button', { name: button, disabled: false })
    .evaluate((element) => (element as HTMLElement).click());
}

test('all videos of a page are checked from the popup, in one request, badged, and led to from there @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  const files = await videos();
  pages.setRoutes(pageOf(files));
  await user.signIn();
  const page = await user.visit(pages.origin);
  const popup = await user.openOwnPage('popup.html');
  await pressInPopup(popup, page, 'Check videos on this page');
  const pill = panelIn(chromiumPageTree(page), 'BitMind page check');
  await pill.waitForLine(`${COUNT} videos found`);
  await pill.press(`Check ${COUNT} videos`);
  await pill.waitForLine(`${COUNT} checked: ${COUNT} likely not AI-generated`);
  const [batch] = sandbox.requests('/batch_video');
  expect([sandbox.requests('/batch_video').length, sandbox.requests('/video').length]).toEqual([1, 0]);
  expect(batch?.parts.map(({ name, type }) => [name, type])).toEqual(files.map(() => ['videos', 'video/mp4']));
  expect(new Set(batch?.parts.map(({ sha256 }) => sha256))).toEqual(new Set(files.map(digest)));
  const badges = () => chromiumPageTree(page).waitForCount(COUNT, 'button', /% · Likely not AI-generated$/);
  await badges();

  await page.bringToFront();
  await popup.reload(); // It is about the tab in front, and stays so.
  const count = popup.getByRole('button', { name: `${COUNT} likely not AI-generated` });
  await count.waitFor();
  await popup.bringToFront();
  await count.click();
  await page.bringToFront();
  await expect.poll(async () => (await badges()).filter(({ isFocused }) => isFocused).length).toBe(1);
});
