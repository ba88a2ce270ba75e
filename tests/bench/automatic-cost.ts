// `npm run bench:automatic`: what it costs a page of 200 images that its images are to be checked as they are shown, until one is: script
// of its main thread from the navigation on, in headless Chromium, beside the same page without. Needs a local build (`npm test` makes it).
import type { Page } from '@playwright/test';
import { builtFolder } from '../e2e/built-folder.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { evaluateInServiceWorker } from '../e2e/harness/service-worker.ts';
import { waitFor } from '../e2e/harness/wait-for.ts';
import { numberedPicture } from '../e2e/many-pictures.ts';
import { createPageServer } from '../fixtures/serve-pages.ts';
import { type BenchRow, printRows } from './bench-row.ts';

const IMAGES = 200;
const ROUNDS = 20;

/** What is measured ends this long after the page has loaded, in milliseconds: nothing more comes by itself then. */
const AFTER_LOAD_MS = 500;

/** All of the images are below what is in view; the page adds another half of them by a script. */
function page(): string {
  const image = (number: number) => `<p><img src="/p/${number % 10}.png" width="200" height="150" alt="">`;
  const images = Array.from({ length: IMAGES / 2 }, (_, number) => image(number)).join('');
  const more = `const more = document.createElement('div'); more.innerHTML = ${JSON.stringify(images)}; document.body.append(more);`;
  return `<!doctype html><html lang="en"><title>Images</title><div style="height: 5000px"></div>${images}<script>${more}</script>`;
}

const pages = await createPageServer({
  routes: {
    '/': { body: page() },
    ...Object.fromEntries(
      Array.from({ length: 10 }, (_, number) => [
        `/p/${number}.png`,
        { body: numberedPicture(number, 150), type: 'image/png' },
      ]),
    ),
  },
});
const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3-local') });

/** The script of one visit, in milliseconds. */
async function scriptOf(tab: Page): Promise<number> {
  const session = await tab.context().newCDPSession(tab);
  await session.send('Performance.enable');
  const total = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
  await tab.goto('about:blank');
  const before = await total();
  await tab.goto(pages.origin);
  await new Promise((resolve) => setTimeout(resolve, AFTER_LOAD_MS));
  const after = await total();
  await session.detach();
  return (after - (before > after ? 0 : before)) * 1_000;
}

async function visits(tab: Page): Promise<number[]> {
  const times = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const ms = await scriptOf(tab);
    if (round > 0) times.push(ms);
  }
  return times;
}

try {
  const tab = await chromium.context.newPage();
  const floors = await visits(tab);
  const { protocol, hostname } = new URL(pages.origin);
  const sites = JSON.stringify([`${protocol}//${hostname}/*`]);
  await evaluateInServiceWorker(chromium, `chrome.storage.local.set({ 'automatic-sites': ${sites} })`);
  await waitFor('the script to be registered', async () => {
    const registered = `chrome.scripting.getRegisteredContentScripts({ ids: ['automatic'] }).then(({ length }) => length)`;
    return (await evaluateInServiceWorker(chromium, registered)) || undefined;
  });
  const times = await visits(tab);
  const name = `script of a page of ${IMAGES} images, none in view`;
  const row: BenchRow = { name, times, floors, goal: 'floor + 5 ms' };
  printRows([row]);
} finally {
  await chromium.close();
  await pages.close();
}
