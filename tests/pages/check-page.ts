import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { viewportOrigin } from '../e2e/harness/chromium-page-position.ts';
import { chromiumPageTree } from '../e2e/harness/chromium-page-tree.ts';
import { openContextMenu } from '../e2e/harness/native-menu.ts';
import { panelIn } from '../e2e/panel.ts';
import { imageOfAddress, nameOfAddress } from './image-of-address.ts';
import { imagesInPage, type ShownImage } from './images-in-page.ts';
import type { PageBrowser } from './page-browser.ts';

/** Some hundred images take a while on a busy machine. Milliseconds. */
const PAGE_LIMIT_MS = 120_000;

/** What came of a page, in words, and what was wrong with it. */
export interface PageOutcome {
  readonly says: string;
  /** The images that were to be seen, and arrived. */
  readonly arrived: number;
  readonly faults: readonly string[];
}

/** Checks the largest image of a page by the browser's own menu, then the page as a whole. */
export async function checkPage(browser: PageBrowser, page: Page): Promise<PageOutcome> {
  // A page that takes the menu for itself is checked as a whole all the same.
  const largest = await checkLargestImage(browser, page).catch((error: unknown) => ({
    says: 'the largest was not checked',
    faults: [error instanceof Error ? error.message : String(error)],
  }));
  const { shown, missing, says } = await checkWholePage(browser, page);
  const arrived = shown - missing.length;
  return {
    says: `${largest.says}; ${arrived} of ${shown} images of the page`,
    arrived,
    faults: [
      ...largest.faults,
      ...missing.map((url) => `did not arrive: ${shortName(url)}`),
      ...(missing.length > 0 ? [`of the page it says: ${says}`] : []),
    ],
  };
}

/** The largest image that is nowhere covered has to arrive. */
async function checkLargestImage(
  { desktop, sandbox }: PageBrowser,
  page: Page,
): Promise<Pick<PageOutcome, 'says' | 'faults'>> {
  const [largest] = await page.evaluate(imagesInPage, true);
  if (!largest?.point) return { says: 'no image', faults: [] };
  const origin = await viewportOrigin(page);
  const menu = await openContextMenu(desktop, { x: origin.x + largest.point.x, y: origin.y + largest.point.y });
  await menu.choose('Check with BitMind');
  const panel = panelIn(chromiumPageTree(page, desktop));
  const lines = await panel.waitForLine(/^(Likely|Inconclusive|Not checked)|\?$/);
  await desktop.input.key('Escape');
  const name = shortName(largest.url);
  if (sandbox.requests('/image').at(-1)?.bodySha256 === hashOf(largest.url))
    return { says: `the largest is ${name}`, faults: [] };
  return { says: `the largest, ${name}, did not arrive`, faults: [`of the largest it says: ${lines.join(' | ')}`] };
}

/** Every image that is to be seen and not small has to have arrived. */
async function checkWholePage({ desktop, sandbox }: PageBrowser, page: Page) {
  const shown = byHash(await page.evaluate(imagesInPage, false));
  await desktop.input.key('alt+shift+k');
  const pill = panelIn(chromiumPageTree(page, desktop), 'BitMind page check');
  const lines = await pill.waitForLine(/^\d+ checked|^No /, PAGE_LIMIT_MS);
  const sent = new Set(
    sandbox.requests().flatMap(({ bodySha256, parts }) => [bodySha256, ...parts.map(({ sha256 }) => sha256)]),
  );
  const missing = [...shown].flatMap(([hash, url]) => (sent.has(hash) ? [] : [url]));
  return { shown: shown.size, missing, says: lines.join(' | ') };
}

/** The images that are sent as they are, by their SHA-256; each once. */
function byHash(images: readonly ShownImage[]): Map<string, string> {
  return new Map(images.flatMap(({ url }) => (isSentAsItIs(url) ? [[hashOf(url), url] as const] : [])));
}

/** What a page holds in itself is a file of its own if it is not converted, and not the blurred beginning of another. */
function isSentAsItIs(url: string): boolean {
  return !url.startsWith('data:') || (url.length > 1_000 && /^data:image\/(png|jpeg|webp);base64,/.test(url));
}

function hashOf(url: string): string {
  const file = url.startsWith('data:') ? Buffer.from(url.slice(url.indexOf(',') + 1), 'base64') : imageOfAddress(url);
  return createHash('sha256').update(file).digest('hex');
}

/** The end of a name says more than its middle. */
function shortName(url: string): string {
  const name = url.startsWith('data:') ? url.slice(0, 40) : nameOfAddress(url);
  return name.length > 100 ? `${name.slice(0, 50)}…${name.slice(-49)}` : name;
}
