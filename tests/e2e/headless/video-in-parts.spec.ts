import { createHash } from 'node:crypto';
import { makeVideo } from '../../fixtures/make-video.ts';
import { probeVideo } from '../../fixtures/probe-video.ts';
import type { Page, PageRequest } from '../../fixtures/serve-pages.ts';
import { recordBriefly } from '../record-briefly.ts';
import { pageWithVideo } from '../video-pages.ts';
import { expect, test, type User } from './headless-test.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Few enough that a file has several parts. */
const PART_BYTES = 50_000;

/** A part of a video: from where it is asked for, or from its start, and never more than a server likes. */
function partOf(video: Buffer, { headers }: PageRequest): Page {
  const start = Number(/^bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
  const body = video.subarray(start, start + PART_BYTES);
  const range = `bytes ${start}-${start + body.length - 1}/${video.length}`;
  return { status: 206, body, type: 'video/mp4', headers: { 'content-range': range } };
}

/** A page whose video plays. */
function playing(address: string, rest = ''): Page {
  const play = `<script>video.loop = true; video.onplaying = () => { document.title = 'ready'; }; video.autoplay = true;</script>`;
  return pageWithVideo(address, play + rest);
}

async function visit(user: User, origin: string) {
  const page = await user.visit(origin);
  await expect(page).toHaveTitle('ready');
  return page;
}

test.describe('a video', () => {
  for (const [name, serve] of [
    ['comes in parts to whoever asks', partOf],
    [
      'is given in parts to players alone',
      (video: Buffer, request: PageRequest) =>
        request.headers.range === undefined ? { status: 403 } : partOf(video, request),
    ],
  ] as const) {
    test(`that ${name} is sent as a whole @quick`, async ({ user, pages, sandbox }) => {
      await user.signIn();
      const video = await makeVideo('a.mp4', 10);
      pages.setRoutes({ '/': playing('/a.mp4'), '/a.mp4': (request) => serve(video, request) });
      const panel = await user.check(await visit(user, pages.origin), '#video');
      await panel.waitForLine('Likely not AI-generated');
      expect(sandbox.requests('/video')[0]?.parts[0]).toMatchObject({ size: video.length, sha256: sha256(video) });
    });
  }

  test('whose file is refused to all but its player is recorded without being asked for @quick', async ({
    user,
    pages,
    sandbox,
  }) => {
    await user.signIn();
    await recordBriefly(await user.openOwnPage('options.html'));
    const video = { body: await makeVideo('a.mp4', 10), type: 'video/mp4' };
    const isPlayer = ({ headers }: PageRequest) => headers.accept === '*/*';
    pages.setRoutes({
      '/': playing('/a.mp4'),
      '/a.mp4': (request) => (isPlayer(request) ? video : { status: 403 }),
    });
    const panel = await user.check(await visit(user, pages.origin), '#video');
    await panel.waitForLine('Likely not AI-generated');
    await panel.waitForLine(/^Checked 0:\d\d–0:\d\d of 0:10$/);
    const { codec } = await probeVideo(sandbox.requests('/video')[0]?.parts[0]?.bytes ?? Buffer.alloc(0));
    expect(codec).toBe('h264');
  });

  test('of another site, refused to all but its player, is not recorded: the screen is offered', async ({
    user,
    pages,
    sandbox,
  }) => {
    await user.signIn();
    const video = { body: await makeVideo('a.mp4', 10), type: 'video/mp4' };
    pages.setRoutes({
      '/': playing(`${pages.otherOrigin}/a.mp4`),
      '/a.mp4': ({ headers }) => (headers.accept === '*/*' ? video : { status: 403 }),
    });
    const panel = await user.check(await visit(user, pages.origin), '#video');
    await panel.waitForLine(/error 403/);
    await panel.waitForButtons(['Close', 'Try again', 'Check a screenshot instead']);
    expect(sandbox.requests('/video')).toHaveLength(0);
  });

  test('that the page’s service worker alone has is recorded without being asked for', async ({
    user,
    pages,
    sandbox,
  }) => {
    await user.signIn();
    await recordBriefly(await user.openOwnPage('options.html'));
    const worker = `oninstall = () => skipWaiting(); onactivate = (event) => event.waitUntil(clients.claim());
      onfetch = (event) => { if (event.request.url.endsWith('/virtual.mp4')) event.respondWith(fetch('/store')); };`;
    const register = `<script>(async () => {
      await navigator.serviceWorker.register('/worker.js');
      if (!navigator.serviceWorker.controller)
        await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
      video.src = '/virtual.mp4';
    })()</script>`;
    pages.setRoutes({
      '/': playing('', register),
      '/worker.js': { body: worker, type: 'text/javascript' },
      '/store': { body: await makeVideo('a.mp4', 10), type: 'video/mp4' },
    });
    const panel = await user.check(await visit(user, pages.loopbackOrigin), '#video');
    await panel.press('Check anyway'); // Of this computer.
    await panel.waitForLine('Likely not AI-generated');
    await panel.waitForLine(/^Checked 0:\d\d–0:\d\d/);
    expect(sandbox.requests('/video')).toHaveLength(1);
  });

  test('that a worker feeds is a stream and no call: it is recorded without a question @quick', async ({
    user,
    pages,
    sandbox,
  }) => {
    await user.signIn();
    await recordBriefly(await user.openOwnPage('options.html'));
    const worker = `const source = new MediaSource(), { handle } = source; postMessage(handle, [handle]);
      source.onsourceopen = async () => {
        const buffer = source.addSourceBuffer('video/mp4; codecs="avc1.42c00d"');
        buffer.onupdateend = () => { if (source.readyState === 'open') source.endOfStream(); };
        buffer.appendBuffer(await (await fetch('/a.mp4')).arrayBuffer());
      };`;
    const attach = `<script>new Worker('/worker.js').onmessage = ({ data }) => { video.srcObject = data; };</script>`;
    pages.setRoutes({
      '/': playing('', attach),
      '/worker.js': { body: worker, type: 'text/javascript' },
      '/a.mp4': { body: await makeVideo('fragmented.mp4', 30) },
    });
    const panel = await user.check(await visit(user, pages.origin), '#video');
    await panel.waitForLine('Likely not AI-generated');
    await panel.waitForLine(/^Checked 0:\d\d–0:\d\d of 0:30$/);
    expect(sandbox.requests('/video')).toHaveLength(1);
  });
});
