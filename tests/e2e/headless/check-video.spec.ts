import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { makeHls, makeVideo, type VideoName } from '../../fixtures/make-video.ts';
import { picturesOf, probeVideo } from '../../fixtures/probe-video.ts';
import { evaluateInServiceWorker } from '../harness/service-worker.ts';
import { MENU_EVERYWHERE, menuEverywhereStored } from '../menu-everywhere.ts';
import { recordBriefly } from '../record-briefly.ts';
import { pageWithVideo } from '../video-pages.ts';
import { dispatchMenuEvent } from './dispatch-menu-choice.ts';
import { expect, test } from './headless-test.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const HLS_TYPES: Readonly<Record<string, string>> = { '.m3u8': 'application/vnd.apple.mpegurl', '.ts': 'video/mp2t' };

const FILES: readonly (readonly [VideoName, string, string])[] = [
  ['a.mp4', 'video/mp4', 'MP4'],
  ['fragmented.mp4', 'video/mp4', 'MP4'],
  ['a.avi', 'video/x-msvideo', 'AVI'],
];

for (const [file, type, name] of FILES) {
  test(`a video of the page itself is sent as it is: ${file} @quick`, async ({ user, pages, sandbox }) => {
    await user.signIn();
    const video = await makeVideo(file);
    pages.setRoutes({ '/': pageWithVideo('/a'), '/a': { body: video, type: 'application/octet-stream' } });
    const panel = await user.check(await user.visit(pages.origin), '#video');
    await panel.waitForLine('Likely not AI-generated');
    await panel.waitForLine(new RegExp(`${name} · \\d`));
    const [request] = sandbox.requests('/video');
    expect(request?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(request?.parts).toHaveLength(1);
    expect(request?.parts[0]).toMatchObject({ name: 'video', type, size: video.length, sha256: sha256(video) });
  });
}

const CONVERTED: readonly (readonly [VideoName, string, string])[] = [['a.webm', 'WebM', 'vp9']];

for (const [file, name, codec] of CONVERTED) {
  test(`${name} becomes MP4 with the very same pictures, and that is said`, async ({ user, pages, sandbox }) => {
    await user.signIn();
    pages.setRoutes({ '/': pageWithVideo('/a'), '/a': { body: await makeVideo(file), type: 'text/plain' } });
    const panel = await user.check(await user.visit(pages.origin), '#video');
    await panel.waitForLine('Likely not AI-generated');
    await panel.waitForLine(new RegExp(`converted from ${name}`));
    const part = sandbox.requests('/video')[0]?.parts[0];
    expect(part?.type).toBe('video/mp4');
    const probed = await probeVideo(part?.bytes ?? Buffer.alloc(0));
    expect(probed).toMatchObject({ codec, frames: 50 });
    expect(probed.format).toContain('mp4');
    expect(probed.seconds).toBeCloseTo(2, 0);
    expect(await picturesOf(part?.bytes ?? Buffer.alloc(0))).toEqual(await picturesOf(await makeVideo(file)));
  });
}

test('VP8 becomes H.264 in a worker of the offscreen document, and that is said @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  await user.signIn();
  pages.setRoutes({ '/': pageWithVideo('/a'), '/a': { body: await makeVideo('vp8.webm'), type: 'video/webm' } });
  const panel = await user.check(await user.visit(pages.origin), '#video');
  await panel.waitForLine('Likely not AI-generated');
  const probed = await probeVideo(sandbox.requests('/video')[0]?.parts[0]?.bytes ?? Buffer.alloc(0));
  expect(probed).toMatchObject({ codec: 'h264', frames: 50 });
  await panel.pressSummary('Details');
  await panel.waitForLine('From WebM to MP4, re-encoded with slight loss, sound removed');
});

test('a conversion is followed, and ends at once when it is cancelled @quick', async ({
  user,
  pages,
  sandbox,
  chromium,
}) => {
  await user.signIn();
  pages.setRoutes({ '/': pageWithVideo('/a'), '/a': { body: await makeVideo('vp8.webm', 30), type: 'video/webm' } });
  const panel = await user.check(await user.visit(pages.origin), '#video');
  await panel.waitForLine(/^Converting… [1-9]\d?%$/);
  await panel.press('Cancel');
  await panel.waitForLine('Cancelled');
  // What converts has gone with its document.
  const offscreen =
    "chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] }).then((found) => found.length)";
  await expect.poll(() => evaluateInServiceWorker(chromium, offscreen)).toBe(0);
  expect(sandbox.requests('/video')).toHaveLength(0);
});

test('what is no video is called so after the conversion found nothing', async ({ user, pages, sandbox }) => {
  await user.signIn();
  pages.setRoutes({
    '/': pageWithVideo('/a'),
    '/a': { body: await makeVideo('sound-alone.webm'), type: 'video/webm' },
  });
  const panel = await user.check(await user.visit(pages.origin), '#video');
  await panel.waitForLine(/isn’t a video\. Nothing was sent/);
  expect(sandbox.requests('/video')).toHaveLength(0);
});

test('of a playlist that the browser plays by itself, what plays is recorded', async ({ user, pages, sandbox }) => {
  await user.signIn();
  await recordBriefly(await user.openOwnPage('options.html'));
  const files = await makeHls(12);
  const script = `<script>video.onplaying = () => { document.title = 'ready'; }; video.play();</script>`;
  pages.setRoutes({
    '/': pageWithVideo('/a.m3u8', script),
    ...Object.fromEntries(
      [...files].map(([name, body]) => [`/${name}`, { body, type: HLS_TYPES[extname(name)] ?? null }]),
    ),
  });
  const page = await user.visit(pages.origin);
  await expect(page).toHaveTitle('ready');
  const panel = await user.check(page, '#video');
  await panel.waitForLine('Likely not AI-generated');
  await panel.waitForLine(/^Checked 0:\d\d–0:\d\d of 0:12$/);
  const { codec } = await probeVideo(sandbox.requests('/video')[0]?.parts[0]?.bytes ?? Buffer.alloc(0));
  expect(codec).toBe('h264');
});

test('a format that cannot become MP4 is refused by name', async ({ user, pages, sandbox }) => {
  await user.signIn();
  pages.setRoutes({ '/': pageWithVideo('/a.ogv'), '/a.ogv': { body: await makeVideo('a.ogv'), type: 'video/ogg' } });
  const panel = await user.check(await user.visit(pages.origin), '#video');
  await panel.waitForLine(/in Ogg format, which BitMind doesn’t accept/);
  expect(sandbox.requests('/video')).toHaveLength(0);
});

test('a video of another origin is read by the background', async ({ user, pages, sandbox }) => {
  await user.signIn();
  const video = await makeVideo('a.mp4');
  pages.setRoutes({ '/': pageWithVideo(`${pages.otherOrigin}/a.mp4`), '/a.mp4': { body: video, type: 'video/mp4' } });
  const panel = await user.check(await user.visit(pages.origin), '#video');
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/video')[0]?.parts[0]?.sha256).toBe(sha256(video));
});

test('a file behind a blob: address is read in the page @quick', async ({ user, pages, sandbox }) => {
  await user.signIn();
  const video = await makeVideo('a.mp4');
  const script = `<script>fetch('/a.mp4').then((r) => r.blob()).then((b) => { video.src = URL.createObjectURL(b); video.onloadeddata = () => { document.title = 'ready'; }; })</script>`;
  pages.setRoutes({ '/': pageWithVideo('', script), '/a.mp4': { body: video, type: 'video/mp4' } });
  const page = await user.visit(pages.origin);
  await expect(page).toHaveTitle('ready');
  const panel = await user.check(page, '#video');
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/video')[0]?.parts[0]?.sha256).toBe(sha256(video));
});

test('a large video is read and sent after a yes, and its size is told @quick', async ({ user, pages, sandbox }) => {
  await user.signIn();
  const options = await user.openOwnPage('options.html');
  await options.getByLabel('Ask before sending videos over … MB').fill('0');
  await options.getByLabel('Ask before sending videos over … MB').blur();
  const video = await makeVideo('a.mp4');
  pages.setRoutes({ '/': pageWithVideo(`${pages.otherOrigin}/a.mp4`), '/a.mp4': { body: video, type: 'video/mp4' } });
  const panel = await user.check(await user.visit(pages.origin), '#video');
  await panel.waitForLine(/large video \(\d+ kB\)/);
  expect(sandbox.requests('/video')).toHaveLength(0);
  await panel.press('Check anyway');
  await panel.waitForLine('Likely not AI-generated');
});

test('a large video that its site gives to the page alone is asked about before it is read', async ({
  user,
  pages,
}) => {
  await user.signIn();
  const video = { body: await makeVideo('a.mp4'), type: 'video/mp4' };
  const told = { ...video, headers: { 'content-length': '400000000' } };
  pages.setRoutes({
    '/': pageWithVideo(`${pages.otherOrigin}/a.mp4`),
    '/a.mp4': ({ headers: { origin, accept } }) => {
      if (accept === '*/*') return video; // The page's own player.
      return origin === pages.origin ? { ...told, cors: '*' } : { status: 403 };
    },
  });
  const panel = await user.check(await user.visit(pages.origin), '#video');
  await panel.waitForLine(/large video \(400 MB\)/);
});

for (const [where, cover] of [
  ['under a transparent overlay', '<a href="#" style="position:absolute;left:0;top:0;width:420px;height:300px"></a>'],
  ['that lets the mouse through', '<style>video{pointer-events:none}</style>'],
] as const) {
  test(`a video ${where} is found by the page-wide item`, async ({ user, chromium, pages, sandbox }) => {
    await user.signIn();
    const options = await user.openOwnPage('options.html');
    await options.getByLabel(MENU_EVERYWHERE).check();
    await menuEverywhereStored(options);
    const video = await makeVideo('a.mp4');
    pages.setRoutes({ '/': pageWithVideo('/a.mp4', cover), '/a.mp4': { body: video, type: 'video/mp4' } });
    const page = await user.visit(pages.origin);
    await page.mouse.click(200, 100, { button: 'right' });
    await dispatchMenuEvent(chromium, page, { frame: page.mainFrame() });
    await sandbox.waitForRequest('/video', 1, 'ended');
    expect(sandbox.requests('/video')[0]?.parts[0]?.sha256).toBe(sha256(video));
  });
}

test.describe('an account that may not have videos checked', () => {
  test('is told so before anything is read, where that is known', async ({ user, pages, sandbox }) => {
    const withoutVideo = { body: { ...STATUS, features: { video_inference: false } } };
    sandbox.always('/status', withoutVideo);
    await user.signIn();
    sandbox.always('/status', withoutVideo); // A "no" is asked about again.
    let reads = 0;
    const video = await makeVideo('a.mp4');
    pages.setRoutes({
      '/': pageWithVideo(''),
      '/a.mp4': () => {
        reads += 1;
        return { body: video, type: 'video/mp4' };
      },
    });
    const page = await user.visit(pages.origin);
    await page.evaluate(() => document.querySelector('video')?.setAttribute('src', '/a.mp4'));
    await expect.poll(() => reads).toBeGreaterThan(0);
    const before = reads;
    const panel = await user.check(page, '#video');
    await panel.waitForLine(/^Video checks aren’t enabled for this account\. Nothing was sent/);
    expect(reads).toBe(before);
    expect(sandbox.requests('/video')).toHaveLength(0);
  });

  test('is told so by a 403', async ({ user, pages, sandbox }) => {
    await user.signIn();
    sandbox.always('/video', { status: 403 });
    pages.setRoutes({ '/': pageWithVideo('/a.mp4'), '/a.mp4': { body: await makeVideo('a.mp4'), type: 'video/mp4' } });
    const panel = await user.check(await user.visit(pages.origin), '#video');
    await panel.waitForLine(/^Video checks aren’t enabled for this account/);
  });
});

/** What `/status` must at least say. */
const STATUS = { status: 'operational', service: 'BitMind', region: 'local', timestamp: 0 };
