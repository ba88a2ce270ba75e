import { test } from '../services-test.ts';
import { lookAtPopupInChromium } from '../visual/popup-in-chromium.ts';
import { LANGUAGES } from '../visual/popup-looks.ts';

for (const language of LANGUAGES) {
  test(`the popup of Chromium’s toolbar looks as it did in ${language}`, async ({ pages, sandbox }) => {
    await lookAtPopupInChromium(language, { pages, sandbox });
  });
}
