import { createHash } from 'node:crypto';
import { makeVideo } from '../../fixtures/make-video.ts';
import { picturesOf, probeVideo } from '../../fixtures/probe-video.ts';
import { screenCentreInFirefox } from '../harness/firefox.ts';
import { waitInPage } from '../harness/wait-in-page.ts';
import { recordBriefly } from '../record-briefly.ts';
import { settled } from '../settled.ts';
import { streamPage } from '../stream-page.ts';
import { expect, test } from './firefox-test.ts';

const VIDEO = '<!doctype html><title>A page</title><video id="video" src="/a" width="400" height="225" muted></video>';

test('a video file is sent as it is @quick @oldest', async ({ user, pages, sandbox }) => {
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

test('videos are found in a frame, and where one fills the screen', async ({ user, pages, sandbox, desktop }) => {
  const video = (file: string) => `<video id="video" src="/${file}" width="400" height="225" muted></video>`;
  pages.setRoutes({
    '/': { body: '<!doctype html><iframe src="/framed" width="600" height="400"></iframe>' },
    '/framed': { body: video('a.mp4') },
    '/alone': { body: `${video('fragmented.mp4')}<button onclick="video.requestFullscreen()">Fill</button>` },
    '/a.mp4': { body: await makeVideo('a.mp4'), type: 'video/mp4' },
    '/fragmented.mp4': { body: await makeVideo('fragmented.mp4'), type: 'video/mp4' },
  });
  await user.signIn();
  const page = await user.visit(pages.origin);
  const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
  if (!frame) throw new Error('there is no frame');
  await (await user.check('#video', frame)).waitForLine('Likely not AI-generated');
  await user.visit(`${pages.origin}/alone`);
  await desktop.input.click(await screenCentreInFirefox(page, 'button'));
  await waitInPage(
    page,
    'the video in fullscreen',
    () => document.fullscreenElement?.id === 'video' && innerHeight === screen.height,
  );
  await user.check('#video');
  await sandbox.waitForRequest('/video', 2, 'ended');
  // The panel is drawn above the video, but not read out there, nor always (153) once the video is smaller again.
  await waitInPage(page, 'the panel above the video', () => document.querySelector(':popover-open') !== null);
  const filling = () => page.evaluate(() => document.fullscreenElement?.id);
  expect(await settled('the check has ended', filling)).toBe('video');
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

test('VP8 becomes H.264 in a worker of the event page @quick', async ({ user, pages, sandbox }) => {
  pages.setRoutes({ '/': { body: VIDEO }, '/a': { body: await makeVideo('vp8.webm'), type: 'video/webm' } });
  await user.signIn();
  await user.visit(pages.origin);
  const panel = await user.check('#video');
  await panel.waitForLine('Likely not AI-generated');
  const probed = await probeVideo(sandbox.requests('/video')[0]?.parts[0]?.bytes ?? Buffer.alloc(0));
  expect(probed).toMatchObject({ codec: 'h264', frames: 50 });
});

test('of a playing video without a file, frames are judged one by one, and nothing of its playback changes @quick', async ({
  user,
  pages,
  sandbox,
  firefox,
}) => {
  pages.setRoutes(await streamPage());
  await user.signIn();
  await firefox.goToOwnPage('options.html');
  await recordBriefly(firefox.page);
  const page = await user.visit(pages.origin);
  await waitInPage(page, 'the page is ready', () => document.title === 'ready');
  await page.$eval('video', (video) => video.play());
  const state = () =>
    settled('a moment is measured', () =>
      page.$eval('video', ({ paused, volume, muted, playbackRate, currentTime }) => ({
        state: { paused, volume, muted, playbackRate },
        at: [currentTime, performance.now() / 1_000] as const,
      })),
    );
  const before = await state();
  const verdicts = Array.from({ length: 16 }, (_, index) => ({
    isAI: index === 3,
    confidence: index === 3 ? 0.91 : 0.03,
  }));
  sandbox.next('/batch_image', { verdict: verdicts, rearrange: (items) => items.toReversed() });
  const panel = await user.check('#video');
  await panel.waitForLine(/^\d+ frames: AI likelihood 3% to 91%$/);
  await panel.waitForLine(/^Video · \d+ frames$/);
  await panel.waitForLine('Inconclusive');
  await panel.waitForLine('BitMind judged some frames differently from others.');
  await panel.waitForLine(/Checked 0:\d\d–0:\d\d/);
  const after = await state();
  expect(after.state).toEqual(before.state);
  const [played, passed] = [after.at[0] - before.at[0], after.at[1] - before.at[1]];
  expect(Math.abs(played - passed)).toBeLessThan(1);
  const parts = sandbox.requests('/batch_image')[0]?.parts ?? [];
  expect(parts.length).toBeGreaterThanOrEqual(5);
  expect(new Set(parts.map(({ sha256 }) => sha256)).size).toBe(parts.length);
  expect(new Set(parts.map(({ name, type }) => `${name} ${type}`))).toEqual(new Set(['images image/png']));
  for (const { bytes } of parts) expect([bytes?.readUInt32BE(16), bytes?.readUInt32BE(20)]).toEqual([320, 180]);
  expect(sandbox.requests('/video')).toHaveLength(0);
});

test('a paused video without a file is not waited for: the frame that is shown can be checked', async ({
  user,
  pages,
  sandbox,
}) => {
  pages.setRoutes(await streamPage());
  await user.signIn();
  const page = await user.visit(pages.origin);
  await waitInPage(page, 'the page is ready', () => document.title === 'ready');
  const panel = await user.check('#video');
  await panel.waitForLine(/Press play, then try again/);
  await panel.press('Check a screenshot instead');
  await panel.waitForLine(/from a screenshot, not the original/);
  expect(sandbox.requests('/image').map(({ headers }) => headers['content-type'])).toEqual(['image/png']);
});
