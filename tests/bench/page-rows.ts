import { dispatchPageMenuChoice } from '../e2e/headless/dispatch-menu-choice.ts';
import { type BenchBed, SERVICE_MS } from './bench-bed.ts';
import type { BenchRow } from './bench-row.ts';
import { pageOfNewPictures } from './new-pictures.ts';

const PICTURES = 40;

/** From the click on the check of a page of new images to the verdict on the last of them, the service's own time left out. */
export async function pageRows(bed: BenchBed, rounds: number): Promise<BenchRow[]> {
  const { chromium, pages, sandbox, clickedAt, ended, floor } = bed;
  const [times, firsts, floors]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round <= rounds; round += 1) {
    const routes = pageOfNewPictures(PICTURES);
    pages.setRoutes(routes);
    const page = await chromium.context.newPage();
    await page.goto(pages.origin);
    sandbox.reset();
    sandbox.always('/batch_image', { delayMs: SERVICE_MS });
    await dispatchPageMenuChoice(chromium, page);
    const first = await sandbox.waitForRequest('/batch_image');
    const checks = await ended(PICTURES);
    const at = await clickedAt();
    if (checks.some(({ state }) => state !== 'done')) throw new Error('a check of the page failed');
    await page.close();
    const bare = await floor(
      Object.keys(routes).flatMap((path) => (path === '/' ? [] : pages.origin + path)),
      '/batch_image',
      'images',
    );
    if (round === 0) continue;
    times.push(Math.max(...checks.map(({ endedAt = Number.NaN }) => endedAt)) - at - SERVICE_MS);
    firsts.push(first.startedAt.getTime() - at);
    floors.push(bare - SERVICE_MS);
  }
  const name = `page of ${PICTURES} images`;
  return [
    { name: `${name}: click to first request`, times: firsts, goal: '' },
    { name: `${name}: click to all answered, without the service`, times, floors, goal: '≤ 800 ms' },
  ];
}
