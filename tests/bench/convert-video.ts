// What it costs to put a video into an MP4: `npm run bench:convert`. Headless Chromium, local build, in a page of the
// extension's own, which is what the offscreen document is. Beside it, what it costs only to have the file as a Blob.
import { builtFolder } from '../e2e/built-folder.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { makeNoise } from '../fixtures/make-video.ts';
import { createPageServer } from '../fixtures/serve-pages.ts';
import { type Growth, measureGrowth } from './measure-growth.ts';

const MB = 1_000_000;

/** Seconds of noise. */
const VIDEOS = [
  ['H.264 in MKV, copied', 'a.mkv', 4],
  ['H.264 in MKV, copied', 'a.mkv', 36],
  ['VP8 in WebM, coded anew', 'vp8.webm', 10],
] as const;

/** In the command line of each process of this browser. */
const MARK = `--bench-of=${process.pid}`;

const pages = await createPageServer({ routes: {} });
const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3-local'), extraFlags: [MARK] });
const { context, browserSession, extensionId } = chromium;

const inMb = (bytes: number) => `${(bytes / MB).toFixed(0)} MB`;
const inSeconds = ({ ms }: Growth) => `${(ms / 1_000).toFixed(1)} s`;

const rows: Record<string, Record<string, string>> = {};
for (const [what, name, seconds] of VIDEOS) {
  const video = await makeNoise(name, seconds);
  const address = `${pages.origin}/${name}`;
  pages.setRoutes({ [`/${name}`]: { body: video } });
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  const read = await measureGrowth(browserSession, MARK, () =>
    page.evaluate(async (url) => {
      Reflect.set(globalThis, 'file', await (await fetch(url, { cache: 'no-store' })).blob());
    }, address),
  );
  const converted = await measureGrowth(browserSession, MARK, () =>
    page.evaluate(async () => {
      const worker = new Worker('/convert-video.js');
      const order = { file: Reflect.get(globalThis, 'file'), name: '', maxBytes: Number.MAX_SAFE_INTEGER };
      worker.postMessage(['convertVideo', order]);
      const mp4 = await new Promise((resolve) => {
        worker.onmessage = ({ data }) => data.type === 'progress' || resolve(data.result.video);
      });
      worker.terminate();
      Reflect.set(globalThis, 'mp4', mp4);
    }),
  );
  await page.close();
  rows[`${what}, ${inMb(video.length)}`] = {
    'heaps grew by': inMb(converted.heaps),
    'processes grew by': inMb(converted.processes),
    time: inSeconds(converted),
    'as a Blob alone: processes grew by': inMb(read.processes),
    'its time': inSeconds(read),
  };
}
console.table(rows);
await chromium.close();
await pages.close();
