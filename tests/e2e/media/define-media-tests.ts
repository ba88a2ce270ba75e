import type { test as services } from '../services-test.ts';
import { MEDIA_CASES } from './cases.ts';
import { expectOutcome } from './expect-outcome.ts';
import type { MediaBrowser } from './media-browser.ts';
import type { BrowserName } from './media-case.ts';
import { outcomeIn } from './media-result.ts';
import { isRepeatedInFirefox } from './repeated-in-firefox.ts';

/** A case takes a second or two; one that hangs must not hold up a hundred others. Milliseconds. */
const CASE_LIMIT_MS = 30_000;

type MediaTest = ReturnType<typeof services.extend<object, { readonly mediaBrowser: MediaBrowser }>>;

/** One test a case, in one browser that serves them all; in Firefox, of the cases that are repeated there. */
export function defineMediaTests(test: MediaTest, name: BrowserName): void {
  test.describe.configure({ mode: 'default', timeout: CASE_LIMIT_MS });
  test.afterEach(async ({ mediaBrowser }, testInfo) => {
    if (testInfo.status !== testInfo.expectedStatus) await mediaBrowser.screenshot(testInfo.outputPath('screen.png'));
  });
  for (const one of MEDIA_CASES.filter((each) => name === 'Chromium' || isRepeatedInFirefox(each))) {
    test(`${one.group} › ${one.line} › ${one.name}`, async ({ mediaBrowser: browser, pages }) => {
      browser.sandbox.reset();
      pages.setRoutes(await one.routes(pages));
      await browser.open(one.open?.(pages) ?? pages.origin);
      if (one.click) await browser.click(one.click);
      if (one.before) await browser.run(one.before, undefined);
      const panel = await browser.check(one.pointed, async () => {
        if (one.meanwhile) await browser.run(one.meanwhile, undefined);
      });
      if (one.isChosenAfterwards) await panel.waitForLine(/^Likely/);
      for (const button of one.press ?? []) {
        if (button === 'Check anyway') await expectNothingSent(browser, () => panel.waitForLine(/would be sent/));
        await panel.press(button);
      }
      await expectOutcome(outcomeIn(one, name), { one, panel, browser, pages });
    });
  }
}

/** Nothing may have left the computer before the question is answered. */
async function expectNothingSent({ sandbox }: MediaBrowser, asked: () => Promise<unknown>): Promise<void> {
  await asked();
  if (sandbox.requests('/image').length > 0) throw new Error('the picture was sent before the question was answered');
}
