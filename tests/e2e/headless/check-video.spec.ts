import { createHash } from 'node:crypto';
import { makeVideo, type VideoName } from '../../fixtures/make-video.ts';
import type { Page } from '../../fixtures/serve-pages.ts';
import { expect, test } from './headless-test.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function pageWithVideo(address: string, rest = ''): Page {
  return {
    body: `<!doctype html><title>A page</title><video id="video" src="${address}" width="400" height="225" muted></video>${rest}`,
  };
}

const FILES: readonly (readonly [VideoName, string, string])[] = [
  ['a.mp4', 'video/mp4', 'MP4'],
  ['fragmented.mp4', 'video/mp4', 'MP4'],
  ['a.mov', 'video/quicktime', 'MOV'],
  ['a.avi', 'video/x-msvideo', 'AVI'],
];

for (const [file, type, name] of FILES) {
  test(`a video of the page itself is sent as it is: ${file}`, async ({ user, pages, sandbox }) => {
    await user.signIn();
    const video = await makeVideo(file);
    pages.setRoutes({ '/': pageWithVideo('/a'), '/a': { body: video, type: 'application/octet-stream' } });
    const panel = await user.check(await user.visit(pages.origin), '#video');
    await panel.waitForLine('Likely not AI-generated');
    expect((await panel.lines()).join('\n')).toMatch(new RegExp(`${name} · \\d`));
    const [request] = sandbox.requests('/video');
    expect(request?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(request?.parts).toHaveLength(1);
    expect(request?.parts[0]).toMatchObject({ name: 'video', type, size: video.length, sha256: sha256(video) });
  });
}

test('a video of another origin is read by the background', async ({ user, pages, sandbox }) => {
  await user.signIn();
  const video = await makeVideo('a.mp4');
  pages.setRoutes({ '/': pageWithVideo(`${pages.otherOrigin}/a.mp4`), '/a.mp4': { body: video, type: 'video/mp4' } });
  const panel = await user.check(await user.visit(pages.origin), '#video');
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/video')[0]?.parts[0]?.sha256).toBe(sha256(video));
});

test('a file behind a blob: address is read in the page', async ({ user, pages, sandbox }) => {
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

test('a video that a script feeds in pieces is not sent, and the panel says why', async ({ user, pages, sandbox }) => {
  await user.signIn();
  const script = `<script>
    const source = new MediaSource();
    video.src = URL.createObjectURL(source);
    source.onsourceopen = async () => {
      const buffer = source.addSourceBuffer('video/mp4; codecs="avc1.f4000c"');
      buffer.onupdateend = () => { document.title = 'ready'; };
      buffer.appendBuffer(await (await fetch('/a.mp4')).arrayBuffer());
    };</script>`;
  pages.setRoutes({ '/': pageWithVideo('', script), '/a.mp4': { body: await makeVideo('fragmented.mp4') } });
  const page = await user.visit(pages.origin);
  const panel = await user.check(page, '#video');
  await panel.waitForLine(/comes in pieces by a script of the page/);
  expect(sandbox.requests('/video')).toHaveLength(0);
});

test('a large video is read and sent after a yes, and its size is told', async ({ user, pages, sandbox }) => {
  await user.signIn();
  const options = await user.openOwnPage('options.html');
  await options.getByLabel('Ask before checking videos above (MB)').fill('0');
  await options.getByLabel('Ask before checking videos above (MB)').blur();
  const video = await makeVideo('a.mp4');
  pages.setRoutes({ '/': pageWithVideo(`${pages.otherOrigin}/a.mp4`), '/a.mp4': { body: video, type: 'video/mp4' } });
  const panel = await user.check(await user.visit(pages.origin), '#video');
  await panel.waitForLine(/This video is large \(\d+ kB\)/);
  expect(sandbox.requests('/video')).toHaveLength(0);
  await panel.press('Check anyway');
  await panel.waitForLine('Likely not AI-generated');
});

test.describe('an account that may not have videos checked', () => {
  test('is told so by a 403', async ({ user, pages, sandbox }) => {
    await user.signIn();
    sandbox.always('/video', { status: 403 });
    pages.setRoutes({ '/': pageWithVideo('/a.mp4'), '/a.mp4': { body: await makeVideo('a.mp4'), type: 'video/mp4' } });
    const panel = await user.check(await user.visit(pages.origin), '#video');
    await panel.waitForLine(/^Video checks are not enabled for this account/);
  });
});

test('an answer that takes longer than a service worker may wait is waited for', async ({ user, pages, sandbox }) => {
  await user.signIn();
  sandbox.next('/video', { delayMs: SLOW_MS });
  pages.setRoutes({ '/': pageWithVideo('/a.mp4'), '/a.mp4': { body: await makeVideo('a.mp4'), type: 'video/mp4' } });
  const panel = await user.check(await user.visit(pages.origin), '#video');
  await panel.waitForLine('Waiting for BitMind…');
  await sandbox.waitForRequest('/video', 1, 'ended');
  await panel.waitForLine('Likely not AI-generated');
  expect(sandbox.requests('/video')).toHaveLength(1);
});

/** Longer than a service worker may wait for an answer. Milliseconds. */
const SLOW_MS = 35_000;
