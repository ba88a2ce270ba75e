// How long a person waits between the choice in the native menu and the panel: `npm run bench:panel`. In headed Chromium on a
// virtual display, production build, beside a bare fetch of the same image by the same page.
import { builtFolder } from '../e2e/built-folder.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { screenCentreOf } from '../e2e/harness/chromium-page-position.ts';
import { startDesktop } from '../e2e/harness/desktop.ts';
import { openContextMenu } from '../e2e/harness/native-menu.ts';
import { stopServiceWorker } from '../e2e/harness/service-worker.ts';
import { waitFor } from '../e2e/harness/wait-for.ts';
import { pageWithImage, photographPage } from '../e2e/image-pages.ts';
import { menuItemMade } from '../e2e/native/menu-item-made.ts';
import { createPageServer } from '../fixtures/serve-pages.ts';

const ROUNDS = 10;

const desktop = await startDesktop();
const pages = await createPageServer({ routes: { '/': pageWithImage('/photo.jpg'), '/photo.jpg': photographPage() } });
const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3'), desktop });
await menuItemMade(chromium);
const [page = await chromium.context.newPage()] = chromium.context.pages();

/** Milliseconds from the mouse button on the menu item to the panel's element in the page, as the page sees both. */
async function round(isWorkerStopped: boolean): Promise<number> {
  await page.goto(pages.origin);
  const menu = await openContextMenu(desktop, await screenCentreOf(page, '#image'));
  if (isWorkerStopped) await stopServiceWorker(chromium);
  await page.evaluate(() => {
    new MutationObserver(() => {
      document.title = String(Date.now());
    }).observe(document.documentElement, { childList: true });
  });
  const chosenAt = await menu.choose('Check with BitMind');
  const openedAt = await waitFor('the panel', async () => Number(await page.title()) || undefined);
  return openedAt - chosenAt;
}

async function fetchOnce(): Promise<number> {
  return page.evaluate(async () => {
    const startedAt = performance.now();
    await (await fetch('/photo.jpg', { cache: 'no-store' })).blob();
    return performance.now() - startedAt;
  });
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const rows: Record<string, { median: string; worst: string; 'times a bare fetch': string }> = {};
const fetches: number[] = [];
for (const [name, isWorkerStopped] of [
  ['background running', false],
  ['background ended before', true],
] as const) {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    times.push(await round(isWorkerStopped));
    fetches.push(await fetchOnce());
  }
  rows[name] = {
    median: `${median(times).toFixed(0)} ms`,
    worst: `${Math.max(...times).toFixed(0)} ms`,
    'times a bare fetch': (median(times) / median(fetches)).toFixed(1),
  };
}
console.table(rows);
console.log(`A bare fetch of the same image: ${median(fetches).toFixed(1)} ms (median of ${fetches.length}).`);
await chromium.close();
await pages.close();
await desktop.stop();
