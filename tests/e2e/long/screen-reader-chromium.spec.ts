import { firefoxPageTree } from '../harness/firefox-page-tree.ts';
import { centreOf } from '../harness/geometry.ts';
import { startScreenReader } from '../harness/screen-reader.ts';
import { openToolbarPopup } from '../harness/toolbar-popup.ts';
import { photographPage } from '../image-pages.ts';
import { pageOfPictures } from '../many-pictures.ts';
import { freshTest as test } from '../native/native-test.ts';
import { panelIn } from '../panel.ts';

/** An entry of the list: its verdict, percentage and host, and that it can be pressed. */
const ROW = /^Likely not AI-generated · 4% · news\.example\S* push button\.$/;

test('a check, the check of a page and the popup, as Orca says them @quick', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  const images = pageOfPictures(4, '<p><img id="image" src="/photo.jpg" width="300" alt="A harbour"></p>');
  pages.setRoutes({ ...images, '/photo.jpg': photographPage() });
  await user.signIn();
  const page = await user.visit(pages.origin);
  const reader = await startScreenReader(desktop);
  const held = sandbox.hold('/image');
  const panel = await user.check(page, '#image');
  await reader.waitForSpeech(/^BitMind check region/, 'Waiting for BitMind…');
  held.release();
  await reader.waitForSpeech('Likely not AI-generated. AI likelihood 4%');
  await panel.press('Close');
  const { boxesOf } = await openToolbarPopup(desktop);
  await reader.waitForSpeech('Connected', 'Check images on this page', 'push button');
  const click = async (button: string) => {
    const [, box] = await boxesOf(button);
    if (box) await desktop.input.click(centreOf(box));
  };
  await click('Check images on this page');
  await reader.waitForSpeech('5 images found');
  await click('Check 5 images');
  await reader.waitForSpeech('5 checked: 5 likely not AI-generated');
  await reader.stop();
});

test('the list of the side panel, as Orca says it', async ({ user, pages, desktop }) => {
  pages.setRoutes(pageOfPictures(3));
  await user.signIn();
  await user.visit(pages.origin);
  const reader = await startScreenReader(desktop);
  const { boxesOf } = await openToolbarPopup(desktop);
  const [, way] = await boxesOf('Side panel'); // Of its key, Orca makes something else.
  if (way) await desktop.input.click(centreOf(way));
  const panel = firefoxPageTree(desktop, 'Check with BitMind');
  const { press } = panelIn(panel);
  await press('Check images on this page');
  await press('Check 3 images');
  await panel.waitForRole('button', '3 likely not AI-generated'); // Nothing moves the list any more.
  await desktop.input.key('j');
  await reader.waitForSpeech('List with 3 items.', ROW);
  await desktop.input.key('Down');
  await reader.waitForSpeech(ROW);
  await desktop.input.key('Return');
  await reader.waitForSpeech(/^Likely not AI-generated · 4% · news\.example\S* article\.$/);
  await desktop.input.key('Escape');
  await reader.waitForSpeech(ROW);
  await reader.stop();
});
