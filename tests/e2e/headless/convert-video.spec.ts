import { COPIED, expectCodedAnew, expectCopied, expectRefused } from '../conversion-cases.ts';
import { type ConversionOrder, convertInPage } from '../convert-in-page.ts';
import { test as base } from './headless-test.ts';

const test = base.extend<{ convert: (order: ConversionOrder) => ReturnType<typeof convertInPage> }>({
  convert: async ({ user }, use) => {
    const page = await user.openOwnPage('options.html');
    await use((order) => page.evaluate(convertInPage, order));
  },
});

for (const [name, codec] of COPIED)
  test(`${name} becomes MP4 with the very same pictures`, ({ convert }) => expectCopied(convert, name, codec));

test('VP8 becomes H.264 in MP4 with hardly a loss', ({ convert }) => expectCodedAnew(convert));

test('what cannot become MP4 says so', ({ convert }) => expectRefused(convert));
