import type { Page } from '@playwright/test';
import { createSamplePageRoutes } from '../../tests/fixtures/sample-page-routes.ts';
import type { Shot } from './shots.ts';
import type { Tour } from './tour.ts';

/** What both stores take (https://developer.chrome.com/docs/webstore/images), in pixels. */
const STORE_SIZE = { width: 1280, height: 800 };

/** The pictures of the store pages, five at most, in the order they stand there: each goes on where the one before ended. */
export const STORE_SHOTS: Readonly<Record<string, Shot>> = {
  async '1-verdict'(tour, file) {
    tour.pages.setRoutes(await createSamplePageRoutes());
    await tour.signIn();
    await shootCheck(tour, file, {
      address: tour.pages.origin,
      image: 'img[src="/sunset.png"]',
      line: 'verdictLikelyAi',
    });
  },
  '2-details': (tour, file) =>
    shootCheck(tour, file, {
      address: tour.pages.origin,
      image: 'img[src="/canyon.jpg"]',
      line: 'verdictLikelyNotAi',
      isUnfolded: true,
    }),
  async '3-popup'(tour, file) {
    const page = await openAtStoreSize(tour, tour.pages.origin);
    await tour.shootPopup(page, tour.words('verdictLikelyAi'), file);
    await page.close();
  },
  '4-question': (tour, file) =>
    shootCheck(tour, file, { address: tour.pages.loopbackOrigin, image: 'img[src="/alps.jpg"]', line: 'dontAskAgain' }),
  async '5-welcome'(tour, file) {
    const page = await openAtStoreSize(tour, 'welcome.html');
    await page.getByRole('button', { name: tour.words('saveAndTest') }).waitFor();
    await page.screenshot({ path: file });
    await page.close();
  },
};

interface CheckShot {
  readonly address: string;
  readonly image: string;
  readonly line: 'verdictLikelyAi' | 'verdictLikelyNotAi' | 'dontAskAgain';
  readonly isUnfolded?: boolean;
}

async function shootCheck(tour: Tour, file: string, { address, image, line, isUnfolded }: CheckShot): Promise<void> {
  const page = await openAtStoreSize(tour, address);
  await page.locator(image).scrollIntoViewIfNeeded();
  const panel = await tour.check(page, image);
  await panel.waitForLine(tour.words(line));
  if (isUnfolded) await panel.pressSummary(tour.words('details'));
  await page.screenshot({ path: file });
  await page.close();
}

async function openAtStoreSize(tour: Tour, address: string): Promise<Page> {
  const page = await tour.open(address);
  await page.setViewportSize(STORE_SIZE);
  return page;
}
