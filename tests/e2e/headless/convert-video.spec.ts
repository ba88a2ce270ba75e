import { convertInPage } from '../convert-in-page.ts';
import { expectCodedAnew } from '../expect-coded-anew.ts';
import { test } from './headless-test.ts';

// What is changed without loss, and what is refused, needs no browser (tests/unit/offscreen/mp4); check-video.spec.ts has one of each.
test('VP8 becomes H.264 in MP4 with hardly a loss', async ({ user }) => {
  const page = await user.openOwnPage('options.html');
  await expectCodedAnew((order) => page.evaluate(convertInPage, order));
});
