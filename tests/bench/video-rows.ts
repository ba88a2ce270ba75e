import { dispatchMenuEvent } from '../e2e/headless/dispatch-menu-choice.ts';
import { freeBox } from '../fixtures/free-box.ts';
import { makeVideo } from '../fixtures/make-video.ts';
import { type BenchBed, SERVICE_MS } from './bench-bed.ts';
import type { BenchRow } from './bench-row.ts';
import { measureGrowth } from './measure-growth.ts';

const BYTES = 499_000_000;

/** From the click to the verdict on a large video. `mark`: in the command line of the browser, to measure its memory. */
export async function videoRows(bed: BenchBed, rounds: number, mark: string): Promise<BenchRow[]> {
  const { chromium, pages, sandbox, clickedAt, ended, floor } = bed;
  const head = await makeVideo('a.mp4');
  const [times, floors, growths]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    // An MP4 with room at its end, as editors leave it; each of a length of its own.
    const video = Buffer.concat([head, freeBox(BYTES - head.length - 8 - round)]);
    const address = `${pages.origin}/${round}.mp4`;
    pages.setRoutes({
      '/': { body: `<!doctype html><title>A page</title><video src="${address}" width="400" preload="none"></video>` },
      [`/${round}.mp4`]: { body: video, type: 'video/mp4' },
    });
    const page = await chromium.context.newPage();
    await page.goto(pages.origin);
    sandbox.reset();
    sandbox.always('/video', { delayMs: SERVICE_MS });
    const growth = await measureGrowth(chromium.browserSession, mark, async () => {
      await dispatchMenuEvent(chromium, page, { srcUrl: address, mediaType: 'video', frame: page.mainFrame() });
      await sandbox.waitForRequest('/video', 1, 'ended');
    });
    const [check] = await ended(1);
    if (check?.state !== 'done') throw new Error(`the check is ${check?.state}: ${check?.error?.code}`);
    await page.close();
    times.push((check.endedAt ?? Number.NaN) - (await clickedAt()));
    growths.push(growth.processes / 1_000_000);
    floors.push(await floor([address], '/video', 'video'));
    pages.setRoutes({ [`/${round}.mp4`]: { status: 404 } });
  }
  console.log(
    `499 MB video: the processes grew by ${growths.map((mb) => mb.toFixed(0)).join(', ')} MB; goal: ≤ 60 MB.`,
  );
  return [{ name: '499 MB video: click to answer', times, floors, goal: '≤ 1.4' }];
}
