import { makeVideo } from '../../fixtures/make-video.ts';
import { expect, test } from '../headless/headless-test.ts';
import { pageWithImage, photographPage } from '../image-pages.ts';
import { pageWithVideo } from '../video-pages.ts';

/** How long the service takes, in milliseconds; what tests/faults does by a clock that is moved, by the real one. */
const ANSWER_AFTER_MS = 300_000;

/** Beside that, a browser starts and ends. Milliseconds. */
test.setTimeout(ANSWER_AFTER_MS + 60_000);

test('after five minutes the verdict on a video comes, and that on an image was given up after half a minute', async ({
  user,
  pages,
  sandbox,
}) => {
  await user.signIn();
  pages.setRoutes({
    '/': pageWithVideo('/a.mp4'),
    '/a.mp4': { body: await makeVideo('a.mp4'), type: 'video/mp4' },
    '/image': pageWithImage('/photo.jpg'),
    '/photo.jpg': photographPage(),
  });
  const slow = { delayMs: ANSWER_AFTER_MS };
  sandbox.next('/video', slow);
  sandbox.next('/image', slow);
  const ofVideo = await user.check(await user.visit(pages.origin), '#video');
  await ofVideo.waitForLine('Waiting for BitMind…');
  const ofImage = await user.check(await user.visit(`${pages.origin}/image`), '#image');
  await ofImage.waitForLine(/^BitMind didn’t answer within 30 sec\. Nothing was lost/, 45_000);
  await ofImage.press('Try again');
  await ofImage.waitForLine('Likely not AI-generated');
  await expect.poll(() => sandbox.requests('/image').map(({ outcome }) => outcome)).toEqual(['aborted', 'answered']);
  await ofVideo.waitForLine('Likely not AI-generated', ANSWER_AFTER_MS);
  expect(sandbox.requests('/video')).toHaveLength(1);
});
