import type { Page } from '@playwright/test';
import { pageWithImage, photographPage } from '../../tests/e2e/image-pages.ts';
import { keepResults } from '../../tests/e2e/keep-results.ts';
import { pageOfPictures } from '../../tests/e2e/many-pictures.ts';
import { exampleResults } from '../../tests/example-results.ts';
import type { Tour } from './tour.ts';

/** Brings a surface up and writes its picture into a file. */
export type Shot = (tour: Tour, file: string) => Promise<void>;

/** Every surface, in the order somebody meets them: each goes on where the one before ended. */
export const SURFACE_SHOTS: Readonly<Record<string, Shot>> = {
  async 'panel-signed-out'(tour, file) {
    tour.pages.setRoutes({ '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() });
    const page = await tour.open(tour.pages.origin);
    const panel = await tour.check(page, '#image');
    await panel.waitForLine(tour.words('unjudgedSignedOut'));
    await page.screenshot({ path: file });
    await page.close();
  },
  async welcome(tour, file) {
    const page = await tour.open('welcome.html');
    await page.getByRole('button', { name: tour.words('askEachTime') }).click();
    await page.getByRole('button', { name: tour.words('saveAndTest') }).click();
    await page.screenshot({ path: file, fullPage: true });
    await page.close();
  },
  async 'panel-question'(tour, file) {
    await tour.signIn();
    const page = await tour.open(tour.pages.loopbackOrigin);
    const panel = await tour.check(page, '#image');
    await panel.waitForLine(tour.words('dontAskAgain'));
    await page.screenshot({ path: file });
    await page.close();
  },
  async 'panel-verdict'(tour, file) {
    tour.sandbox.next('/image', { verdict: { isAI: true, confidence: 0.93 } });
    const page = await tour.open(tour.pages.origin);
    const panel = await tour.check(page, '#image');
    await panel.waitForLine(tour.words('verdictLikelyAi'));
    await panel.pressSummary(tour.words('details'));
    await page.screenshot({ path: file });
    await page.close();
  },
  async popup(tour, file) {
    const page = await tour.open(tour.pages.origin, 1280);
    await tour.shootPopup(page, tour.words('verdictLikelyAi'), file);
    await page.close();
  },
  async results(tour, file) {
    const page = await openFilledResults(tour);
    await page.screenshot({ path: file, fullPage: true });
    await page.close();
  },
  async result(tour, file) {
    const page = await openFilledResults(tour);
    await page.locator('tr[data-index]').first().press('Enter');
    await page.getByText(tour.words('fileSaysTitle'), { exact: true }).waitFor();
    await page.screenshot({ path: file });
    await page.close();
  },
  async 'page-check'(tour, file) {
    tour.pages.setRoutes(pageOfPictures(5));
    const page = await tour.open(tour.pages.origin);
    const pill = await tour.checkPage(page);
    await pill.waitForLine(tour.words('cancel'));
    await page.screenshot({ path: file });
    await page.close();
  },
  async options(tour, file) {
    const page = await tour.open('options.html');
    await page.getByRole('button', { name: tour.words('saveAndTest') }).waitFor();
    await page.screenshot({ path: file, fullPage: true });
    await page.close();
  },
};

/** The results page with results of every kind, and the checks of the shots before. */
async function openFilledResults(tour: Tour): Promise<Page> {
  const page = await tour.open('results.html');
  await page.getByRole('searchbox').waitFor();
  await keepResults(page, exampleResults(Date.now()));
  await page.locator('tr[data-index]').nth(6).waitFor();
  return page;
}
