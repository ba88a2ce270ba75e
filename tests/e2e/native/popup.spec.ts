import { exampleResults } from '../../example-results.ts';
import { isWithin } from '../harness/geometry.ts';
import { evaluateInServiceWorker } from '../harness/service-worker.ts';
import { openToolbarPopup } from '../harness/toolbar-popup.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { keepResults } from '../keep-results.ts';
import { settled } from '../settled.ts';
import { lookAtPopupInChromium } from '../visual/popup-in-chromium.ts';
import { popupLooks } from '../visual/popup-looks.ts';
import { expect, test } from './native-test.ts';

test('the popup opened from the toolbar is 360 px wide, shows every button however many checks there are, and keeps them in their places when BitMind answers @quick @oldest', async ({
  user,
  pages,
  sandbox,
  chromium,
  desktop,
}) => {
  await user.signIn();
  pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
  const results = await user.visit(`chrome-extension://${chromium.extensionId}/results.html`);
  await results.getByText('No results yet').waitFor();
  await keepResults(results, exampleResults(Date.now()));
  await evaluateInServiceWorker(chromium, `chrome.storage.session.remove('standing')`); // As after a minute.
  const held = sandbox.hold('/status', { status: 503 });
  await user.visit(pages.origin);
  const buttons = ['Check images on this page', 'Check videos on this page', 'Settings'];
  const popup = await openToolbarPopup(desktop);
  const { boxesOf } = popup;
  await boxesOf(/^Likely AI-generated/); // The checks are listed.
  const before = await boxesOf(...buttons);
  const content = await settled('the checks are listed', popup.content);
  expect(content.width).toBe(360);
  expect(content.height).toBeLessThanOrEqual(600);
  expect(before.filter((box) => !isWithin(box, content))).toEqual([]);
  held.release();
  await boxesOf('Try again');
  expect(await boxesOf(...buttons)).toEqual(before);
  await desktop.input.key('Escape');
});

// From right to left; the others of its looks, and Firefox's, are in long/.
test('the popup looks as it did when somebody last looked at it', async ({ pages, sandbox }) => {
  await lookAtPopupInChromium('ar', { pages, sandbox }, popupLooks('ar').slice(-3));
});
