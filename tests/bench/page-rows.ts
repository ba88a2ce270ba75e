import { dispatchPageMenuChoice } from '../e2e/headless/dispatch-menu-choice.ts';
import { numberedPicture } from '../e2e/many-pictures.ts';
import { type BenchBed, SERVICE_MS } from './bench-bed.ts';
import type { BenchRow } from './bench-row.ts';

const PICTURES = 40;

let made = 0;

/** From the click on the check of a page of new images to the verdict on the last of them, the service's own time left out. */
export async function pageRows(bed: BenchBed, rounds: number): Promise<BenchRow[]> {
  const { chromium, pages, sandbox, clickedAt, ended, floor } = bed;
  const [times, firsts, floors]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round <= rounds; round += 1) {
    const numbers = Array.from({ length: PICTURES }, () => {
      made += 1;
      return made;
    });
    const images = numbers.map((number) => `<img src="/n/${number}" width="60" height="60" alt="">`);
    pages.setRoutes({
      '/': { body: `<!doctype html><html lang="en"><title>Pictures</title>${images.join('')}` },
      ...Object.fromEntries(
        numbers.map((number) => [`/n/${number}`, { body: numberedPicture(number), type: 'image/png' }]),
      ),
    });
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
      numbers.map((number) => `${pages.origin}/n/${number}`),
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
