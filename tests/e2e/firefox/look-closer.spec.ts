import { byPlace } from '../../fixtures/place-picture.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { askHowFirm, checkByParts, checkRightHalf, lastSent, longVideoPage, PLACE_PAGE } from '../look-closer-cases.ts';
import { expect, test } from './firefox-test.ts';

test('how firm a verdict is, and a part of the image by mouse and by keys: each is what it says @quick', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  pages.setRoutes(PLACE_PAGE);
  await user.signIn();
  sandbox.always('/image', byPlace(0));
  await user.visit(pages.origin);
  const panel = await user.check('#image');
  await panel.waitForLine('Inconclusive');
  await askHowFirm(panel, sandbox);
  const tree = firefoxPageTree(desktop);
  await checkRightHalf(panel, tree, sandbox, desktop.input);
  await panel.press('Back to the whole image');
  await panel.waitForLine('Inconclusive');
  await panel.press('Check a part');
  await panel.waitForLine('50% × 50% of the image, 25% from the left, 25% from the top');
  await desktop.input.key(...Array.from({ length: 15 }, () => 'Left'));
  await panel.waitForLine('50% × 50% of the image, 0% from the left, 25% from the top');
  await desktop.input.key(...Array.from({ length: 5 }, () => 'shift+Left'));
  await panel.waitForLine('40% × 50% of the image, 0% from the left, 25% from the top');
  await desktop.input.key('Return');
  await panel.waitForLine('Part of the image · 240 × 200 pixels, 0 from the left, 100 from the top');
  await panel.waitForLine('AI likelihood 20%');
  expect(lastSent(sandbox)).toEqual({ across: expect.closeTo(0.2, 2), down: expect.closeTo(0.5, 2) });
});

test('a long video in parts: each is what it says, and its player goes to it @quick', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  pages.setRoutes(await longVideoPage());
  await user.signIn();
  sandbox.always('/video', { verdict: { isAI: true, confidence: 0.97 } });
  const page = await user.visit(pages.origin);
  const panel = await user.check('#video');
  await panel.waitForLine('Likely AI-generated');
  await checkByParts(panel, firefoxPageTree(desktop), sandbox, {
    moments: () => page.$$eval('video', (videos) => videos.map(({ currentTime }) => currentTime)),
    press: (key) => desktop.input.key(key),
  });
});
