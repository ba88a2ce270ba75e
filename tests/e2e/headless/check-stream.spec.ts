import { readFile } from 'node:fs/promises';
import { BLACK, CLEAR_KEY, makeHls, makeProtectedVideo, makeVideo } from '../../fixtures/make-video.ts';
import { endsInSource, probeVideo } from '../../fixtures/probe-video.ts';
import type { PageServer } from '../../fixtures/serve-pages.ts';
import { recordBriefly } from '../record-briefly.ts';
import { settled } from '../settled.ts';
import { pageWithVideo } from '../video-pages.ts';
import { expect, test, type User } from './headless-test.ts';

/** By how much the same picture may differ once it is coded anew, in the mean of 255; its neighbours differ by some more. */
const SAME_PICTURE = 4;

test.describe('a video that a script feeds in pieces', () => {
  /** Ten seconds and more of it, fed at once. */
  const fed = (mime: string) => `<script>
    const source = new MediaSource();
    video.src = URL.createObjectURL(source);
    source.onsourceopen = async () => {
      const buffer = source.addSourceBuffer('video/mp4; codecs="${mime}"');
      buffer.onupdateend = () => { if (source.readyState === 'open') source.endOfStream(); document.title = 'ready'; };
      buffer.appendBuffer(await (await fetch('/a.mp4')).arrayBuffer());
    };</script>`;

  async function visitStream(user: User, pages: PageServer, video: Buffer) {
    await user.signIn();
    pages.setRoutes({ '/': pageWithVideo('', fed('avc1.42c00d')), '/a.mp4': { body: video } });
    const page = await user.visit(pages.origin);
    await expect(page).toHaveTitle('ready');
    return page;
  }

  test('is recorded while it plays, without being disturbed, and the panel says which part @quick', async ({
    user,
    pages,
    sandbox,
  }) => {
    const source = await makeVideo('fragmented.mp4', 30);
    await user.signIn();
    await recordBriefly(await user.openOwnPage('options.html'));
    const page = await visitStream(user, pages, source);
    const video = page.locator('video');
    const state = () =>
      video.evaluate((element: HTMLVideoElement) => {
        const { paused, volume, muted, playbackRate } = element;
        return { paused, volume, muted, playbackRate };
      });
    await video.evaluate((element: HTMLVideoElement) => element.play());
    const before = await state();
    const clocks = () =>
      settled('a moment is measured', () =>
        video.evaluate((element: HTMLVideoElement) => [element.currentTime, performance.now()]),
      );
    const startedAt = await clocks();
    const panel = await user.check(page, '#video');
    await panel.waitForLine('Likely not AI-generated');
    expect(await settled('the check has ended', state)).toEqual(before);
    const endedAt = await clocks();
    const [played, passed] = [0, 1].map((index) => (endedAt[index] ?? 0) - (startedAt[index] ?? 0));
    expect(Math.abs((played ?? 0) - (passed ?? 0) / 1_000)).toBeLessThan(1);
    const told = /^Checked 0:(\d\d)–0:(\d\d) of 0:30$/;
    const [, from, to] = told.exec((await panel.waitForLine(told)).find((line) => told.test(line)) ?? '') ?? [];
    const part = sandbox.requests('/video')[0]?.parts[0];
    expect(part).toMatchObject({ name: 'video', type: 'video/mp4' });
    const { format, codec, seconds, frames } = await probeVideo(part?.bytes ?? Buffer.alloc(0));
    expect(format).toContain('mp4');
    expect(codec).toBe('h264');
    expect(seconds).toBeGreaterThan(2);
    expect(seconds).toBeLessThan(4.5);
    expect(frames).toBeGreaterThan(20);
    // Its first and last picture are those of the part that is told, to the second.
    const [first, last] = await endsInSource(part?.bytes ?? Buffer.alloc(0), source, 25);
    expect(Math.abs((first?.seconds ?? 99) - Number(from))).toBeLessThan(1.5);
    expect(Math.abs((last?.seconds ?? 99) - Number(to))).toBeLessThan(1.5);
    for (const end of [first, last]) expect(end?.difference).toBeLessThan(SAME_PICTURE);
  });

  test('is not recorded while it is paused: the panel asks to press play, or takes the frame that is shown', async ({
    user,
    pages,
    sandbox,
  }) => {
    const page = await visitStream(user, pages, await makeVideo('fragmented.mp4', 30));
    const panel = await user.check(page, '#video');
    await panel.waitForLine(/Press play, then try again/);
    await panel.waitForButtons(['Close', 'Try again', 'Check a screenshot instead']);
    expect(sandbox.requests('/video')).toHaveLength(0);
  });

  test('is not sent when all of it is black', async ({ user, pages, sandbox }) => {
    await user.signIn();
    await recordBriefly(await user.openOwnPage('options.html'));
    const page = await visitStream(user, pages, await makeVideo('fragmented.mp4', 30, BLACK));
    await page.locator('video').evaluate((element: HTMLVideoElement) => element.play());
    const panel = await user.check(page, '#video');
    await panel.waitForLine(/a single plain colour/);
    expect(sandbox.requests('/video')).toHaveLength(0);
  });
});

test('a video that an HLS player feeds is recorded while it plays', async ({ user, pages, sandbox }) => {
  await user.signIn();
  await recordBriefly(await user.openOwnPage('options.html'));
  const files = await makeHls(12);
  const player = await readFile(new URL(import.meta.resolve('hls.js/dist/hls.light.min.js')));
  const script = `<script src="/hls.js"></script><script>
    const hls = new Hls(); hls.loadSource('/a.m3u8'); hls.attachMedia(video);
    video.onplaying = () => { document.title = 'ready'; }; hls.on(Hls.Events.MANIFEST_PARSED, () => video.play());</script>`;
  pages.setRoutes({
    '/': pageWithVideo('', script),
    '/hls.js': { body: player, type: 'text/javascript' },
    ...Object.fromEntries([...files].map(([name, body]) => [`/${name}`, { body }])),
  });
  const page = await user.visit(pages.origin);
  await expect(page).toHaveTitle('ready');
  const panel = await user.check(page, '#video');
  await panel.waitForLine('Likely not AI-generated');
  await panel.waitForLine(/Checked 0:\d\d–0:\d\d of 0:12/);
  const { codec, frames } = await probeVideo(sandbox.requests('/video')[0]?.parts[0]?.bytes ?? Buffer.alloc(0));
  expect(codec).toBe('h264');
  expect(frames).toBeGreaterThan(20);
});

test('a protected video is recognised and not sent @quick', async ({ user, pages, sandbox }) => {
  await user.signIn();
  const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
  const keys = [{ kty: 'oct', kid: base64(CLEAR_KEY.id), k: base64(CLEAR_KEY.key) }];
  const script = `<script>(async () => {
    const type = 'video/mp4; codecs="avc1.42c00d"';
    const access = await navigator.requestMediaKeySystemAccess('org.w3.clearkey', [
      { initDataTypes: ['cenc', 'keyids'], videoCapabilities: [{ contentType: type }] }]);
    const mediaKeys = await access.createMediaKeys();
    await video.setMediaKeys(mediaKeys);
    const session = mediaKeys.createSession();
    session.onmessage = () => session.update(new TextEncoder().encode(${JSON.stringify(JSON.stringify({ keys }))}));
    await session.generateRequest('keyids', new TextEncoder().encode(${JSON.stringify(JSON.stringify({ kids: [base64(CLEAR_KEY.id)] }))}));
    // Its head is all that can be read of this file: what follows is not playable (make-video.ts).
    video.onloadedmetadata = () => { document.title = 'ready'; };
    const source = new MediaSource();
    video.src = URL.createObjectURL(source);
    source.onsourceopen = async () => source.addSourceBuffer(type).appendBuffer(await (await fetch('/a.mp4')).arrayBuffer());
  })()</script>`;
  pages.setRoutes({ '/': pageWithVideo('', script), '/a.mp4': { body: await makeProtectedVideo() } });
  const page = await user.visit(pages.loopbackOrigin); // Encrypted Media Extensions want a secure context.
  await expect(page).toHaveTitle('ready');
  const panel = await user.check(page, '#video');
  await panel.waitForLine(/^This video is copy-protected/);
  expect(sandbox.requests('/video')).toHaveLength(0);
});

test('a camera or a call is recorded and sent only after a yes @quick', async ({ user, pages, sandbox }) => {
  await user.signIn();
  await recordBriefly(await user.openOwnPage('options.html'));
  const script = `<canvas width="320" height="180" hidden></canvas><script>
    const canvas = document.querySelector('canvas'), context = canvas.getContext('2d');
    setInterval(() => { context.fillStyle = 'hsl(' + performance.now() / 20 + ' 80% 50%)';
      context.fillRect(Math.random() * 300, Math.random() * 150, 60, 60); }, 40);
    video.srcObject = canvas.captureStream(25); video.play().then(() => { document.title = 'ready'; });</script>`;
  pages.setRoutes({ '/': pageWithVideo('', script) });
  const page = await user.visit(pages.origin);
  await expect(page).toHaveTitle('ready');
  const panel = await user.check(page, '#video');
  await panel.waitForLine(/seconds of this camera or call would be recorded/);
  expect(sandbox.requests('/video')).toHaveLength(0);
  await panel.press('Check anyway');
  await panel.waitForLine('Likely not AI-generated');
  const { seconds } = await probeVideo(sandbox.requests('/video')[0]?.parts[0]?.bytes ?? Buffer.alloc(0));
  expect(seconds).toBeGreaterThan(1.5);
  expect(seconds).toBeLessThan(4.5);
});
