import { stopServiceWorker } from '../harness/service-worker.ts';
import { pageOfPictures } from '../many-pictures.ts';
import { expect, test } from './headless-test.ts';

// What else a check of a page meets, in which state, is in tests/faults: "Cancel" too, without a browser.

test('a check of a page is cancelled while its request is followed by the next background', async ({
  user,
  pages,
  sandbox,
  chromium,
}) => {
  pages.setRoutes(pageOfPictures(4));
  await user.signIn();
  const page = await user.visit(pages.origin);
  const pill = await user.checkPage(page);
  const held = sandbox.hold('/batch_image');
  await pill.press('Check 4 images');
  await held.arrived;
  await stopServiceWorker(chromium);
  await pill.waitForLine('Checking images: 0 of 4');
  await pill.press('Cancel');
  await pill.waitForLine('Cancelled. Finished checks are kept.');
  held.release();
  expect((await sandbox.waitForRequest('/batch_image', 1, 'ended')).outcome).toBe('aborted');
  // It is over: another one begins anew, and goes through.
  const again = await user.checkPage(page);
  await again.press('Check 4 images');
  await again.waitForLine('4 checked: 4 likely not AI-generated');
  expect(sandbox.requests('/batch_image')).toHaveLength(2);
});
