import { createHash } from 'node:crypto';
import { makeVideo } from '../../fixtures/make-video.ts';
import { screenCentreOf } from '../harness/chromium-page-position.ts';
import { openContextMenu } from '../harness/native-menu.ts';
import { waitForPermissionPrompt } from '../harness/permission-prompt.ts';
import { recordBriefly } from '../record-briefly.ts';
import { settled } from '../settled.ts';
import { streamPage } from '../stream-page.ts';
import { pageWithVideo } from '../video-pages.ts';
import { expect, test } from './native-test.ts';

test('a right click on a video gives the verdict beside it, once its site is allowed @quick @oldest', async ({
  user,
  pages,
  sandbox,
  desktop,
}) => {
  const video = await makeVideo('a.mp4');
  pages.setRoutes({
    '/': {
      body: `<!doctype html><title>A page</title><video id="video" src="${pages.otherOrigin}/a.mp4" width="400" height="225" controls></video>`,
    },
    '/a.mp4': { body: video, type: 'video/mp4' },
  });
  await user.signIn();
  const page = await user.visit(pages.origin);
  const menu = await openContextMenu(desktop, await screenCentreOf(page, '#video'));
  expect(menu.items.filter((item) => item.includes('BitMind'))).toEqual(['Check with BitMind']);
  await menu.dismiss();
  const panel = await user.check(page, '#video');
  await panel.press(`Allow ${new URL(pages.otherOrigin).host}`);
  await (await waitForPermissionPrompt(desktop)).answer('allow');
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/video')[0]?.parts[0]?.sha256).toBe(createHash('sha256').update(video).digest('hex'));
});

test('of a paused video without a file, the frame that is shown is checked as a picture', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes(await streamPage());
  await user.signIn();
  const page = await user.visit(pages.origin);
  await expect(page).toHaveTitle('ready');
  const panel = await user.check(page, '#video');
  await panel.waitForLine(/Press play, then try again/);
  await panel.press('Check a screenshot instead');
  await panel.waitForLine(/^Likely/);
  await panel.waitForLine(/from a screenshot, not the original/);
  expect(sandbox.requests('/image').map(({ headers }) => headers['content-type'])).toEqual(['image/png']);
  expect(sandbox.requests('/video')).toHaveLength(0);
});

test("of a playing video of another site, frames are cut out of the screen at the user's wish", async ({
  user,
  pages,
  sandbox,
  chromium,
}) => {
  const script = `<script>video.onplaying = () => { document.title = 'ready'; }; video.play();</script>`;
  pages.setRoutes({
    '/': pageWithVideo(`${pages.otherOrigin}/a.mp4`, script),
    '/a.mp4': { body: await makeVideo('a.mp4', 30), type: 'video/mp4' },
  });
  await user.signIn();
  await recordBriefly(await user.visit(`chrome-extension://${chromium.extensionId}/options.html`));
  const page = await user.visit(pages.origin);
  await expect(page).toHaveTitle('ready');
  const panel = await user.check(page, '#video');
  await panel.press('Check a screenshot instead');
  await panel.waitForLine(/^\d+ frames: AI likelihood 4%$/);
  await panel.waitForLine('Likely not AI-generated');
  await panel.waitForLine('Frames were judged one by one from the screen, not from the original video.');
  const parts = sandbox.requests('/batch_image')[0]?.parts ?? [];
  expect(parts.length).toBeGreaterThanOrEqual(4);
  expect(new Set(parts.map(({ sha256 }) => sha256)).size).toBe(parts.length);
  const isPaused = () => page.$eval('video', (video: HTMLVideoElement) => video.paused);
  expect(await settled('the check has ended', isPaused)).toBe(false);
});
