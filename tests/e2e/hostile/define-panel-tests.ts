import { expect } from '@playwright/test';
import { photographPage } from '../image-pages.ts';
import type { MediaBrowser } from '../media/media-browser.ts';
import type { BrowserName } from '../media/media-case.ts';
import { PANEL_CASES } from '../panel-cases.ts';
import type { test as services } from '../services-test.ts';
import { settled } from '../settled.ts';

/** What holds in both browsers for the same reason: tried in Chromium. */
const IN_CHROMIUM_ALONE = ['takes the focus back', 'dialog around the image', 'removes the dialog', 'inert'];

type MediaTest = ReturnType<typeof services.extend<object, { readonly mediaBrowser: MediaBrowser }>>;

/** One test a page that wants nothing but itself to be used; from a private network, so that the panel asks before anything is sent. */
export function definePanelTests(test: MediaTest, name: BrowserName): void {
  test.describe.configure({ mode: 'default' });
  const cases = PANEL_CASES.filter(
    (one) => name === 'Chromium' || !IN_CHROMIUM_ALONE.some((words) => one.name.includes(words)),
  );
  for (const [at, { name, page, afterwards, isUntouched }] of cases.entries()) {
    const tag = at === 0 ? '@quick' : [];
    test(`the panel's question is answered by the mouse in a page ${name}`, { tag }, async ({
      mediaBrowser,
      pages,
    }) => {
      const { sandbox, evaluate } = mediaBrowser;
      sandbox.reset();
      pages.setRoutes({ '/': page, '/photo.jpg': photographPage() });
      await mediaBrowser.open(pages.loopbackOrigin);
      const panel = await mediaBrowser.check({ selector: '#image' }, async () => undefined);
      await panel.waitForLine(/private network/);
      if (afterwards) await evaluate(afterwards);
      await panel.press('Check anyway');
      await panel.waitForLine('Likely not AI-generated');
      expect(sandbox.requests('/image')).toHaveLength(1);
      await panel.pressSummary('Details');
      await panel.press('Close');
      await panel.waitUntilGone();
      expect(await settled('the check has ended', () => evaluate(isUntouched))).toBe(true);
    });
  }
}
