import { isDeepStrictEqual } from 'node:util';
import { readLocale } from '../../../scripts/locales/locale.ts';
import { buildInLanguage } from '../build-in-language.ts';
import { EXTENSION_ID, expect, test } from '../firefox/firefox-test.ts';
import { FRAME_CASES, pageWithFrame, waitForPanelByFrame } from '../frames-with-image.ts';
import { startDesktop } from '../harness/desktop.ts';
import { DISPLAY_SIZE } from '../harness/display.ts';
import { launchFirefox } from '../harness/firefox.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { isWithin, shareCovered } from '../harness/geometry.ts';
import { waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';

const DISPLAY = { x: 0, y: 0, ...DISPLAY_SIZE };

test('the window that asks for access holds its words and its button, also under the browser’s prompt', async ({
  user,
  pages,
  desktop,
}) => {
  pages.setRoutes({ '/': pageWithImage(`${pages.otherOrigin}/photo.jpg`), '/photo.jpg': photographPage() });
  await user.signIn();
  await user.visit(pages.origin);
  const words = `Allow ${new URL(pages.otherOrigin).host}`;
  await (await user.check('#image')).press(words);
  const tree = firefoxPageTree(desktop, 'Site access · Check with BitMind');
  const boxes = async () => {
    const parts = [tree.waitForRole('document web'), tree.waitForRole('paragraph'), tree.waitForRole('button', words)];
    const [page, sentence, button] = await Promise.all(parts.map(async (part) => (await part).box()));
    if (!page || !sentence || !button) throw new Error('a part has no box');
    return { page, sentence, button };
  };
  const below = async () => {
    const { page, button } = await boxes();
    return page.y + page.height - button.y - button.height;
  };
  await expect.poll(below).toBeLessThanOrEqual(40);
  const { page, sentence, button } = await boxes();
  expect(isWithin(page, DISPLAY)).toBe(true);
  expect(isWithin(sentence, page)).toBe(true);
  expect(isWithin(button, page)).toBe(true);
  await (await tree.waitForRole('button', words)).click();
  const prompt = await waitForPermissionPrompt(desktop);
  const underPrompt = async () => {
    const [asked, now] = [await prompt.box(), await boxes()];
    return {
      covered: shareCovered(now.sentence, asked) + shareCovered(now.button, asked),
      areShown: [now.sentence, now.button].every((box) => isWithin(box, now.page)),
      isOnScreen: isWithin(asked, DISPLAY) && isWithin(now.page, DISPLAY),
    };
  };
  await expect.poll(underPrompt).toEqual({ covered: 0, areShown: true, isOnScreen: true });
  await prompt.answer('deny');
  const fromTop = async () => {
    const now = await boxes();
    return now.sentence.y - now.page.y;
  };
  await expect.poll(fromTop).toBe(sentence.y - page.y);
});

for (const language of ['en', 'de']) {
  test(`the popup in a window of its own fills it, and holds its words, in ${language}`, async () => {
    const desktop = await startDesktop({ hasWindowManager: true });
    const extensionFolder = await buildInLanguage('firefox-mv3', language);
    const firefox = await launchFirefox({ desktop, extensionFolder, extensionId: EXTENSION_ID });
    const word = (key: string) => readLocale(language)[key]?.message ?? '';
    await firefox.goToOwnPage('popup.html'); // As in the toolbar: a file is chosen in a window of its own.
    const tree = firefoxPageTree(desktop, 'Check with BitMind');
    await (await tree.waitForRole('button', word('chooseFile'))).click();
    await tree.waitForCount(2, 'document web');
    await firefox.goToOwnPage('results.html');
    const last = async () => (await tree.waitForRole('button', word('allResults'))).box();
    const page = async () => (await tree.waitForRole('document web')).box();
    const main = async () => (await tree.waitForRole('main')).box();
    const look = async () => {
      const [view, content, foot] = await Promise.all([page(), main(), last()]);
      const parts = await Promise.all(['button', 'heading'].map((role) => tree.findByRole(role)));
      const boxes = await Promise.all(parts.flat().map(async (part) => ({ name: part.name, box: await part.box() })));
      return {
        isSmall: view.width < DISPLAY_SIZE.width / 2,
        isFull: isDeepStrictEqual(view, content),
        outside: boxes.filter(({ box }) => !isWithin(box, view)).map(({ name }) => name),
        isFootBelow: view.y + view.height - foot.y - foot.height <= 16,
      };
    };
    await expect.poll(look).toEqual({ isSmall: true, isFull: true, outside: [], isFootBelow: true });
    await firefox.close();
    await desktop.stop();
  });
}

for (const one of FRAME_CASES) {
  const place = one.isInside ? 'in it, over little of the image' : 'beside it, over little of it';
  test(`the panel of an image in ${one.name} stands ${place}`, async ({ user, pages, desktop }) => {
    pages.setRoutes(pageWithFrame(one));
    await user.signIn();
    const page = await user.visit(pages.origin);
    const panel = await user.check('#image', page.frames()[1]);
    await panel.waitForLine('AI likelihood 4%');
    const view = await page.evaluate(() => ({
      x: Number(Reflect.get(window, 'mozInnerScreenX')),
      y: Number(Reflect.get(window, 'mozInnerScreenY')),
      width: innerWidth,
      height: innerHeight,
    }));
    const frame = { ...one.frame, x: view.x + 8, y: view.y + 8 }; // The margin of a page.
    await waitForPanelByFrame(one, firefoxPageTree(desktop), { frame, view });
  });
}
