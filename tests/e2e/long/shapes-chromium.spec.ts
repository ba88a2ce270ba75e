import type { CDPSession, Page } from '@playwright/test';
import { windowQuery } from '../../../src/core/protocol/own-page-address.ts';
import { buildInLanguage } from '../build-in-language.ts';
import { cutOff } from '../cut-off.ts';
import { FRAME_CASES, pageWithFrame, waitForPanelByFrame } from '../frames-with-image.ts';
import { launchChromium } from '../harness/chromium.ts';
import { viewportOrigin } from '../harness/chromium-page-position.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { type Box, centreOf, isWithin, shareCovered } from '../harness/geometry.ts';
import { waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { pageOfPictures } from '../many-pictures.ts';
import { expect, test } from '../native/native-test.ts';
import { panelIn } from '../panel.ts';

/** The name of its region. */
const PILL = 'BitMind page check';

for (const language of ['en', 'de']) {
  test(`the popup in a window of its own fills it, and holds its words, in ${language}`, async ({ desktop }) => {
    const extensionFolder = await buildInLanguage('chrome-mv3', language);
    const { context, extensionId, close } = await launchChromium({ extensionFolder, desktop });
    const own = await context.newPage();
    await own.goto(`chrome-extension://${extensionId}/options.html`);
    const opened = context.waitForEvent('page');
    const message = { type: 'openPopupWindow', request: { isPrivate: false }, messageId: 'one' };
    await own.evaluate(`void chrome.runtime.sendMessage(${JSON.stringify(message)})`);
    const popup = await opened;
    await popup.waitForURL(`**/popup.html?${windowQuery({ isPrivate: false })}`);
    const foot = () => popup.locator('footer').evaluate((one) => one.getBoundingClientRect().bottom - innerHeight);
    await expect.poll(foot).toBe(0);
    const view = await popup.evaluate(() => ({ x: 0, y: 0, width: innerWidth, height: innerHeight }));
    await expect.poll(() => popup.getByRole('main').boundingBox()).toEqual(view);
    await expect.poll(() => cutOff(popup)).toEqual([]);
    await expect.poll(() => popup.locator('main, button').evaluateAll(overflowing)).toEqual([]);
    await close();
  });
}

for (const one of FRAME_CASES) {
  const place = one.isInside ? 'in it, over little of the image' : 'beside it, over little of it';
  test(`the panel of an image in ${one.name} stands ${place}`, async ({ user, pages, desktop }) => {
    pages.setRoutes(pageWithFrame(one));
    await user.signIn();
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image', page.frames()[1]);
    await panel.waitForLine('AI likelihood 4%');
    const view = await viewOf(page);
    const frame = { ...one.frame, x: view.x + 8, y: view.y + 8 }; // The margin of a page.
    await waitForPanelByFrame(one, chromiumPageTree(page, desktop), { frame, view });
  });
}

test('the pill of a page check lies above the badges of the images under it, which are inside theirs', async ({
  user,
  pages,
  desktop,
}) => {
  const style = '<style>body { margin: 0 } h1 { font-size: 12px } img { width: 150px; height: 80px }</style>';
  pages.setRoutes(pageOfPictures(72, style));
  await user.signIn();
  const page = await user.visit(pages.origin);
  const tree = chromiumPageTree(page, desktop);
  await (await tree.waitForRole('heading', 'Pictures')).click();
  await desktop.input.key('alt+shift+k');
  const pill = panelIn(tree, PILL);
  await pill.press('Check 72 images');
  await pill.waitForLine(/^72 checked: /);
  const shown = chromiumPageTree(page); // In the viewport.
  const session = await page.context().newCDPSession(page);
  const look = async () => {
    const region = await (await shown.waitForRole('region', PILL)).box();
    const nodes = await shown.waitForCount(72, 'button', /% · Likely not AI-generated$/);
    const badges = await Promise.all(nodes.map((badge) => badge.box()));
    const [images, view] = await page.evaluate(boxesOfImages);
    const under = badges.filter((badge) => shareCovered(badge, region) > 0);
    const free = badges.filter((badge) => !under.includes(badge)).slice(0, 1);
    return {
      isInView: isWithin(region, view),
      outside: badges.filter((badge) => !images.some((image) => isWithin(badge, image))),
      areSomeUnder: under.length > 0,
      overPill: (
        await namesAt(
          session,
          under.map((badge) => inBoth(badge, region)),
        )
      ).filter((name) => name !== PILL),
      isPillOverFree: (await namesAt(session, free)).includes(PILL),
    };
  };
  const wanted = { isInView: true, outside: [], areSomeUnder: true, overPill: [], isPillOverFree: false };
  await expect.poll(look).toEqual(wanted);
});

test('while Chromium asks for a site, nothing of the panel at the top of the page is hidden by its prompt', async ({
  user,
  pages,
  desktop,
}) => {
  const atTop = 'width="400" style="position:fixed;top:0;left:0"';
  pages.setRoutes({ '/': pageWithImage(`${pages.otherOrigin}/photo.jpg`, atTop), '/photo.jpg': photographPage() });
  await user.signIn();
  const page = await user.visit(pages.origin);
  const panel = await user.check(page, '#image');
  const tree = chromiumPageTree(page, desktop);
  const words = `Allow ${new URL(pages.otherOrigin).host}`;
  await panel.press(words);
  const prompt = await waitForPermissionPrompt(desktop);
  const look = async () => {
    const [asked, view] = [await prompt.box(), await viewOf(page)];
    const region = await (await tree.waitForRole('region', 'BitMind check')).box();
    return { isInView: isWithin(region, view), covered: shareCovered(region, asked) };
  };
  await expect.poll(look).toEqual({ isInView: true, covered: 0 });
  await prompt.answer('deny');
});

/** What has more in it than it shows. Runs in the page. */
function overflowing(all: readonly Element[]): readonly string[] {
  const isFull = (one: Element) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight;
  return all.filter(isFull).map((one) => one.outerHTML);
}

/** Where the viewport of a page is on the display. */
async function viewOf(page: Page): Promise<Box> {
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  return { ...(await viewportOrigin(page)), ...size };
}

/** What two boxes that lie over each other share. */
function inBoth(one: Box, other: Box): Box {
  const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)];
  const right = Math.min(one.x + one.width, other.x + other.width);
  const bottom = Math.min(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** The boxes of all images of a page, and that of the viewport. Runs in the page. */
function boxesOfImages(): readonly [readonly Box[], Box] {
  const boxes = [...document.images].map((image) => {
    const { x, y, width, height } = image.getBoundingClientRect();
    return { x, y, width, height };
  });
  return [boxes, { x: 0, y: 0, width: innerWidth, height: innerHeight }];
}

/** What is drawn on top in the middle of each box, by the name of its region: DevTools sees into closed shadow trees. */
function namesAt(session: CDPSession, boxes: readonly Box[]): Promise<unknown[]> {
  return Promise.all(
    boxes.map(async (box) => {
      const { x, y } = centreOf(box);
      const at = { x: Math.floor(x), y: Math.floor(y) };
      const { backendNodeId } = await session.send('DOM.getNodeForLocation', at);
      const { object } = await session.send('DOM.resolveNode', { backendNodeId });
      const { result } = await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId ?? '',
        functionDeclaration: 'function () { return this.closest?.("[aria-label]")?.ariaLabel; }',
      });
      return result.value;
    }),
  );
}
