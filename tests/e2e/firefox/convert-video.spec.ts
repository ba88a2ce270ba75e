import { convertInPage } from '../convert-in-page.ts';
import { expectCodedAnew } from '../expect-coded-anew.ts';
import { test } from './firefox-test.ts';

test('VP8 becomes H.264 in MP4 with hardly a loss', async ({ firefox: { goToOwnPage, page } }) => {
  await goToOwnPage('options.html');
  await expectCodedAnew((order) => page.evaluate(convertInPage, order));
});
