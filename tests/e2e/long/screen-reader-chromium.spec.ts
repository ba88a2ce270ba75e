import { centreOf } from '../harness/geometry.ts';
import { startScreenReader } from '../harness/screen-reader.ts';
import { openToolbarPopup } from '../harness/toolbar-popup.ts';
import { photographPage } from '../image-pages.ts';
import { pageOfPictures } from '../many-pictures.ts';
import { freshTest as test } from '../native/native-test.ts';

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
