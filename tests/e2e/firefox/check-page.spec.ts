import { setPageOfNamedImages, waitForBadgesOnImages } from '../badges-on-images.ts';
import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { centreOf } from '../harness/geometry.ts';
import { openToolbarPopup } from '../harness/toolbar-popup.ts';
import { waitFor } from '../harness/wait-for.ts';
import { pageOfPictures } from '../many-pictures.ts';
import { panelIn } from '../panel.ts';
import { expect, test } from './firefox-test.ts';

test('all images of a page are checked by the keyboard, in one request, and badged @quick @oldest', async ({
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
  const [badge] = await tree.waitForCount(4, 'button', /% · Likely not AI-generated$/);
  await badge?.click();
  await panelIn(tree).waitForLine('Likely not AI-generated');
});

test('the popup keeps its size from the check of a page to what came out, and badges are on their images after a zoom', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  setPageOfNamedImages(pages);
  await user.signIn();
  const page = await user.visit(pages.origin);
  const { boxesOf } = await openToolbarPopup(desktop);
  const clickOn = async (button: string) => {
    const [, box] = await boxesOf(button);
    if (box) await desktop.input.click(centreOf(box));
  };
  const held = sandbox.hold('/batch_image');
  await clickOn('Check images on this page');
  await clickOn('Check 3 images');
  await held.arrived;
  const [, , ...during] = await boxesOf('Cancel', 'Settings', 'All results');
  held.release();
  const [, , ...after] = await boxesOf('3 likely not AI-generated', 'Settings', 'All results');
  expect(after).toEqual(during);
  await desktop.input.key('Escape');
  const tree = firefoxPageTree(desktop);
  await waitForBadgesOnImages(tree, 1);
  const ratio = async () => Number(await page.evaluate('devicePixelRatio'));
  let zoom = await ratio();
  for (const _press of [1, 2, 3, 4]) {
    await desktop.input.key('ctrl+plus');
    zoom = await waitFor('the next zoom', async () => ((await ratio()) > zoom ? ratio() : undefined));
  }
  await waitForBadgesOnImages(tree, zoom); // In pixels of the display.
  await desktop.input.key('ctrl+0');
  await waitForBadgesOnImages(tree, 1);
});
