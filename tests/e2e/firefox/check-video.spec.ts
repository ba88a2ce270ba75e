import { createHash } from 'node:crypto';
import { makeVideo } from '../../fixtures/make-video.ts';
import { picturesOf, probeVideo } from '../../fixtures/probe-video.ts';
import { streamPage } from '../stream-page.ts';
import { expect, test } from './firefox-test.ts';

const VIDEO = '<!doctype html><title>A page</title><video id="video" src="/a" width="400" height="225" muted></video>';

test('a video file is sent as it is', async ({ user, pages, sandbox }) => {
  const video = await makeVideo('a.mp4');
  pages.setRoutes({ '/': { body: VIDEO }, '/a': { body: video, type: 'video/mp4' } });
  await user.signIn();
  await user.visit(pages.origin);
  const panel = await user.check('#video');
  await panel.waitForLine('Likely not AI-generated');
  const part = sandbox.requests('/video')[0]?.parts[0];
  const sha256 = createHash('sha256').update(video).digest('hex');
  expect(part).toMatchObject({ name: 'video', type: 'video/mp4', sha256 });
});

test('WebM becomes MP4 with the very same pictures', async ({ user, pages, sandbox }) => {
  const video = await makeVideo('a.webm');
  pages.setRoutes({ '/': { body: VIDEO }, '/a': { body: video, type: 'video/webm' } });
  await user.signIn();
  await user.visit(pages.origin);
  const panel = await user.check('#video');
  await panel.waitForLine('Likely not AI-generated');
  const part = sandbox.requests('/video')[0]?.parts[0];
  expect(part?.type).toBe('video/mp4');
  expect(await picturesOf(part?.bytes ?? Buffer.alloc(0))).toEqual(await picturesOf(video));
});

test('VP8 becomes H.264 in the event page', async ({ user, pages, sandbox }) => {
  pages.setRoutes({ '/': { body: VIDEO }, '/a': { body: await makeVideo('vp8.webm'), type: 'video/webm' } });
  await user.signIn();
  await user.visit(pages.origin);
  const panel = await user.check('#video');
  await panel.waitForLine('Likely not AI-generated');
  const probed = await probeVideo(sandbox.requests('/video')[0]?.parts[0]?.bytes ?? Buffer.alloc(0));
  expect(probed).toMatchObject({ codec: 'h264', frames: 50 });
});

test('a playing video without a file is not recorded here, but the frame that is shown can be checked', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes(await streamPage());
  await user.signIn();
  const page = await user.visit(pages.origin);
  await page.waitForFunction(() => document.title === 'ready');
  await page.$eval('video', (video) => video.play());
  const panel = await user.check('#video');
  await panel.waitForLine(/has no file, and this browser cannot record it/);
  await panel.press('Check what is on screen');
  await panel.waitForLine(/as shown on screen, not the original/);
  expect(sandbox.requests('/image').map(({ headers }) => headers['content-type'])).toEqual(['image/png']);
  expect(sandbox.requests('/video')).toHaveLength(0);
});
