import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { waitFor } from '../harness/wait-for.ts';
import { pageOfPictures } from '../many-pictures.ts';
import { setPageOfNamedImages, waitForMarksOnImages } from '../marks-on-images.ts';
import { panelIn } from '../panel.ts';
import { expect, test } from './firefox-test.ts';

test('all images of a page are checked by the keyboard, in one request, and marked', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  pages.setRoutes(pageOfPictures(4));
  await user.signIn();
  const page = await user.visit(pages.origin);
  await page.bringToFront();
  await page.click('h1');
  await desktop.input.key('alt+shift+k');
  const tree = firefoxPageTree(desktop);
  const pill = panelIn(tree, 'BitMind page check');
  await pill.press('Check 4 images');
  await pill.waitForLine('4 checked: 4 likely not AI-generated');
  expect(sandbox.requests('/batch_image').map(({ parts }) => parts?.length)).toEqual([4]);
  const marks = await tree.findByRole('button', /^Likely not AI-generated/);
  expect(marks).toHaveLength(4);
  await marks[0]?.click();
  await panelIn(tree).waitForLine('Likely not AI-generated');
});

test('marks are on their images after the page is zoomed', async ({ user, pages, desktop }) => {
  setPageOfNamedImages(pages);
  await user.signIn();
  const page = await user.visit(pages.origin);
  await page.bringToFront();
  await page.click('h1');
  await desktop.input.key('alt+shift+k');
  const tree = firefoxPageTree(desktop);
  const pill = panelIn(tree, 'BitMind page check');
  await pill.press('Check 3 images');
  await pill.waitForLine('3 checked: 3 likely not AI-generated');
  await waitForMarksOnImages(tree, 1);
  const ratio = async () => Number(await page.evaluate('devicePixelRatio'));
  let zoom = await ratio();
  for (const _press of [1, 2, 3, 4]) {
    await desktop.input.key('ctrl+plus');
    zoom = await waitFor('the next zoom', async () => ((await ratio()) > zoom ? ratio() : undefined));
  }
  await waitForMarksOnImages(tree, zoom); // In pixels of the display.
  await desktop.input.key('ctrl+0');
  await waitForMarksOnImages(tree, 1);
});
