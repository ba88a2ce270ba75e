import type { Page } from '@playwright/test';
import { dispatchMenuChoice } from '../e2e/headless/dispatch-menu-choice.ts';
import { pageWithImage } from '../e2e/image-pages.ts';
import { type BenchBed, SERVICE_MS } from './bench-bed.ts';
import type { BenchRow } from './bench-row.ts';
import { sizedPhotograph, withComment } from './sized-photograph.ts';

const MB = 1_000_000;

const SIZES = [
  { mb: 0.2, request: '≤ 70 ms', answer: '≤ 1.20' },
  { mb: 2, request: '', answer: '≤ 1.20' },
  { mb: 20, request: '', answer: '≤ 1.12' },
] as const;

/** From the click to the request, and to the verdict, for new images of some sizes; and for the smallest of them once more. */
export async function imageRows(bed: BenchBed, rounds: number): Promise<BenchRow[]> {
  const { chromium, pages, sandbox, ownPage, clickedAt, ended, floor } = bed;
  const rows: BenchRow[] = [];
  const again: number[] = [];
  for (const { mb, ...goal } of SIZES) {
    const photo = await sizedPhotograph(ownPage, mb * MB);
    const [requests, answers, floors]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round <= rounds; round += 1) {
      const path = `/${mb}/${round}.jpg`;
      const headers = { 'cache-control': 'max-age=600', etag: `"${mb}-${round}"` };
      pages.setRoutes({
        '/': pageWithImage(path),
        [path]: { body: withComment(photo, path), type: 'image/jpeg', headers },
      });
      const page = await chromium.context.newPage();
      await page.goto(pages.origin);
      await isPainted(page); // Nobody clicks on what is not there yet.
      sandbox.reset();
      sandbox.always('/image', { delayMs: SERVICE_MS });
      await dispatchMenuChoice(chromium, page.locator('#image'));
      const request = await sandbox.waitForRequest('/image', 1, 'ended');
      const [check] = await ended(1);
      const at = await clickedAt();
      if (check?.state !== 'done') throw new Error(`the check is ${check?.state}: ${check?.error?.code}`);
      if (mb === SIZES[0].mb) {
        await dispatchMenuChoice(chromium, page.locator('#image'));
        const [known] = await ended(1);
        if (round > 0) again.push((known?.endedAt ?? Number.NaN) - (await clickedAt()));
      }
      await page.close();
      const bare = await floor([pages.origin + path], '/image');
      if (round === 0) continue; // What is loaded and compiled at its first use.
      requests.push(request.startedAt.getTime() - at);
      answers.push((check.endedAt ?? Number.NaN) - at);
      floors.push(bare);
    }
    rows.push(
      { name: `${mb} MB: click to request`, times: requests, goal: goal.request },
      { name: `${mb} MB: click to answer`, times: answers, floors, goal: goal.answer },
    );
  }
  return [...rows, { name: 'same image again', times: again, goal: '≤ 60 ms' }];
}

async function isPainted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.images[0]?.decode();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
