// `npm run bench:memory`: what stays in memory of checks that have ended, in headless Chromium with the local build (`npm test` makes
// it): the JavaScript heaps of the extension, with the garbage collected, after 10 checks and after 1,000 on pages of their own, the
// popup open; and how many Blobs the browser has, a minute later: one a check is its thumbnail. `--checks N`.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { dispatchPageMenuChoice } from '../e2e/headless/dispatch-menu-choice.ts';
import { startBenchBed } from './bench-bed.ts';
import { extensionHeaps } from './browser-memory.ts';
import { pageOfNewPictures } from './new-pictures.ts';

const { values } = parseArgs({ options: { checks: { type: 'string', default: '1000' } } });

const FIRST = 10;
const ON_A_PAGE = 45;
const MB = 1_000_000;

/** What follows a verdict (the history, what the file says) has ended in this time. */
const SETTLED_MS = 5_000;

/** Goal: Blobs of ended checks are gone within it. */
const UNTIL_BLOBS_ARE_GONE_MS = 60_000;

const bed = await startBenchBed();
const { chromium, pages, ended } = bed;

async function checkPage(count: number): Promise<void> {
  pages.setRoutes(pageOfNewPictures(count));
  const page = await chromium.context.newPage();
  await page.goto(pages.origin);
  await dispatchPageMenuChoice(chromium, page);
  await ended(count);
  await page.close();
}

/** What the browser lists of Blobs: how many, and of how many bytes. */
async function blobs(): Promise<{ readonly count: number; readonly bytes: number }> {
  const page = await chromium.context.newPage();
  await page.goto('chrome://blob-internals');
  const text = await page.locator('body').textContent();
  await page.close();
  const sizes = [...(text ?? '').matchAll(/^Length:\s*([\d,]+)/gm)].map(([, digits = '']) =>
    Number(digits.replaceAll(',', '')),
  );
  return { count: sizes.length, bytes: sizes.reduce((all, size) => all + size, 0) };
}

try {
  const popup = await chromium.context.newPage();
  await popup.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
  const blobsBefore = await blobs();
  await checkPage(FIRST);
  await pause(SETTLED_MS);
  const first = await extensionHeaps(chromium);
  const rows: Record<string, Record<string, string>> = {};
  const row = (name: string, now: Readonly<Record<string, number>>) => {
    rows[name] = Object.fromEntries(
      Object.entries(now).map(([target, bytes]) => [
        target,
        `${(bytes / MB).toFixed(1)} MB (${((bytes - (first[target] ?? 0)) / MB).toFixed(1)} more)`,
      ]),
    );
  };
  row(`${FIRST} checks`, first);
  for (let done = FIRST; done < Number(values.checks); done += ON_A_PAGE) await checkPage(ON_A_PAGE);
  await pause(SETTLED_MS);
  row(`${values.checks} checks`, await extensionHeaps(chromium));
  const blobsThen = await blobs();
  await pause(UNTIL_BLOBS_ARE_GONE_MS);
  row('a minute later', await extensionHeaps(chromium));
  console.table(rows);
  for (const [when, { count, bytes }] of Object.entries({
    before: blobsBefore,
    after: blobsThen,
    later: await blobs(),
  }))
    console.log(`Blobs ${when}: ${count}, ${(bytes / MB).toFixed(1)} MB`);
} finally {
  await bed.close();
}
