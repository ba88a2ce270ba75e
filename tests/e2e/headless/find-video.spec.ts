import { makeVideo } from '../../fixtures/make-video.ts';
import { settled } from '../settled.ts';
import { dispatchMenuEvent } from './dispatch-menu-choice.ts';
import { expect, test } from './headless-test.ts';

/** Files that differ: what BitMind has judged is not sent again. */
const FILES = ['a.mp4', 'a.mov', 'fragmented.mp4'] as const;

const showing = (file: (typeof FILES)[number]) =>
  `<!doctype html><title>A page</title><video id="video" src="/${file}" width="400" muted></video>`;

test('videos are found in frames of the same and of another origin, and where one fills the screen @quick', async ({
  user,
  pages,
  sandbox,
  chromium,
}) => {
  await user.signIn();
  const frame = (name: string, origin: string) =>
    `<iframe name="${name}" src="${origin}/${name}" width="600" height="400"></iframe>`;
  const videos = await Promise.all(
    FILES.map(async (file) => [`/${file}`, { body: await makeVideo(file), type: 'video/mp4' }] as const),
  );
  pages.setRoutes({
    '/': { body: `<!doctype html>${frame('same', pages.origin)}${frame('other', pages.otherOrigin)}` },
    '/same': { body: showing('a.mp4') },
    '/other': { body: showing('a.mov') },
    '/alone': { body: `${showing('fragmented.mp4')}<button onclick="video.requestFullscreen()">Fill</button>` },
    ...Object.fromEntries(videos),
  });
  const page = await user.visit(pages.origin);
  await page.bringToFront();
  for (const [index, name] of ['same', 'other'].entries()) {
    const framed = page.frame(name);
    if (!framed) throw new Error(`there is no frame ${name}`);
    const srcUrl = await framed.$eval('video', (video) => video.currentSrc);
    await dispatchMenuEvent(chromium, page, { srcUrl, mediaType: 'video', frame: framed });
    expect((await sandbox.waitForRequest('/video', index + 1, 'ended')).status).toBe(200);
  }
  const alone = await user.visit(`${pages.origin}/alone`);
  await alone.getByRole('button', { name: 'Fill' }).click();
  await expect.poll(() => alone.evaluate(() => document.fullscreenElement?.id)).toBe('video');
  const panel = await user.check(alone, '#video');
  expect((await sandbox.waitForRequest('/video', 3, 'ended')).status).toBe(200);
  // The panel is drawn above it, but Chromium makes all but the video inert: it can be read and used after leaving.
  const filling = () => alone.evaluate(() => document.fullscreenElement?.id);
  expect(await settled('the check has ended', filling)).toBe('video');
  await alone.evaluate(() => document.exitFullscreen());
  await panel.waitForLine('Likely not AI-generated');
});
