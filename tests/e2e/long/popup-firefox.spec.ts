import { test } from '../services-test.ts';
import { lookAtPopupInFirefox } from '../visual/popup-in-firefox.ts';
import { LANGUAGES } from '../visual/popup-looks.ts';

for (const language of LANGUAGES) {
  test(`the popup of Firefox’s toolbar looks as it did in ${language}`, async ({ pages, sandbox }) => {
    await lookAtPopupInFirefox(language, { pages, sandbox });
  });
}
