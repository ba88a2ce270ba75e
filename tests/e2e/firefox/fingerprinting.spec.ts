import { builtFolder } from '../built-folder.ts';
import { startDesktop } from '../harness/desktop.ts';
import { launchFirefox } from '../harness/firefox.ts';
import { photographPage } from '../image-pages.ts';
import { EXTENSION_ID, expect, test as firefox } from './firefox-test.ts';

/** A Firefox that gives noise in place of what was drawn on a canvas. */
const test = firefox.extend({
  runningFirefox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
    async ({}, use) => {
      const desktop = await startDesktop({ hasWindowManager: true });
      const running = await launchFirefox({
        desktop,
        extensionFolder: builtFolder('firefox-mv3'),
        extensionId: EXTENSION_ID,
        preferences: { 'privacy.resistFingerprinting': true },
      });
      await use({ firefox: running, desktop });
      await running.close();
      await desktop.stop();
    },
    { scope: 'worker' },
  ],
});

test('noise against fingerprinting is never sent: a picture without a file is cut out of the screen', async ({
  user,
  pages,
  sandbox,
}) => {
  // This Firefox does not tell where a page is on the screen: the picture is large enough to be hit all the same.
  pages.setRoutes({
    '/': {
      body: `<!doctype html><title>A page</title><img id="image" alt="A" style="width:900px;height:560px"><script>
        fetch('/photo.jpg').then((response) => response.blob()).then(async (blob) => {
          image.src = URL.createObjectURL(blob);
          await image.decode();
          URL.revokeObjectURL(image.src);
        });</script>`,
    },
    '/photo.jpg': photographPage(),
  });
  await user.signIn();
  const page = await user.visit(pages.origin);
  await page.waitForFunction(() => (document.querySelector('img')?.naturalWidth ?? 0) > 0);
  const panel = await user.check('#image');
  await panel.waitForLine(/as shown on screen, not the original/);
  expect(sandbox.requests('/image')).toHaveLength(1);
});
