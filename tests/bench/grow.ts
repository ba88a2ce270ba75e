// `npm run bench:grow`: whether anything slows down with what was checked before, in headless Chromium with the local build (`npm
// test` makes it). Ten rounds with popup and results open and 50,000 results kept: pages of 40 new images, each in a tab of its own and
// all in one tab, single checks, openings of the popup, and first answers of a background that was ended, of each of which the median
// counts; then the same after 5,000 checks in that one tab. Some fifteen minutes on two idle cores. `--rounds N`, `--checks N`, `--kept N`
// and `--alone` (neither popup nor results open) change that. A machine's speed drifts by more than what is looked for: between all that,
// a piece of work is timed that has nothing to do with the browser, and the times of a round count by the median of that. Ends with 1
// where anything takes more than 1.15 of what it took first.
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { aCheck } from '../a-check.ts';
import { API_KEY_ACCOUNT, fillAccountForm } from '../e2e/account-form.ts';
import { builtFolder } from '../e2e/built-folder.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { chromiumPageTree } from '../e2e/harness/chromium-page-tree.ts';
import { evaluateInServiceWorker, stopServiceWorker } from '../e2e/harness/service-worker.ts';
import { dispatchMenuChoice, dispatchPageMenuChoice } from '../e2e/headless/dispatch-menu-choice.ts';
import { keepResults } from '../e2e/keep-results.ts';
import { panelIn } from '../e2e/panel.ts';
import { createPageServer } from '../fixtures/serve-pages.ts';
import { createSandbox } from '../sandbox/create-sandbox.ts';
import { pageOfNewPictures } from './new-pictures.ts';

const { values } = parseArgs({
  options: {
    kept: { type: 'string', default: '50000' },
    checks: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '10' },
    alone: { type: 'boolean', default: false },
  },
});
const [kept, checks, rounds] = [Number(values.kept), Number(values.checks), Number(values.rounds)];

const PICTURES = 40;
/** A page of those that are only there to have been checked. */
const MANY_PICTURES = 500;
/** Goal: the last round over the first. */
const MOST_GROWTH = 1.15;
const LIMIT_MS = 120_000;

const pages = await createPageServer({ routes: {} });
const sandbox = await createSandbox();
const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3-local') });
const ownPage = async (file: string): Promise<Page> => {
  const page = await chromium.context.newPage();
  await page.goto(`chrome-extension://${chromium.extensionId}/${file}`);
  return page;
};
const times: Record<string, number[]> = {};

/** How long the other work took in each round: median milliseconds. */
let others: number[] = [];
let othersOfRound: number[] = [];

/** One time by chance is twice another: the median of several is what counts. */
const PAGES = 7;
const CHECKS = 21;
const OPENINGS = 9;
const ENDS = 9;

const medianOf = (all: readonly number[]) =>
  [...all].sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN;

const MEANWHILE = JSON.stringify(Array.from({ length: 100_000 }, (_, at) => ({ id: `${(at * 7_919) % 100_003}`, at })));

/** Does a piece of work, of processor and memory, that is the same each time; gives its milliseconds. */
function timeOther(): number {
  const startedAt = performance.now();
  const list: { readonly id: string }[] = JSON.parse(MEANWHILE);
  list.sort((one, other) => (one.id < other.id ? -1 : 1));
  return performance.now() - startedAt;
}

/** Times work so often, and counts the median; and the other work before each time. */
async function timeMedian(
  name: string,
  count: number,
  work: () => Promise<unknown>,
  before: () => Promise<unknown> = async () => undefined,
) {
  const all: number[] = [];
  for (let at = 0; at < count; at += 1) {
    await before();
    othersOfRound.push(timeOther());
    const startedAt = performance.now();
    await work();
    all.push(performance.now() - startedAt);
  }
  times[name] = [...(times[name] ?? []), medianOf(all)];
}

async function checkPage(page: Page, count: number): Promise<void> {
  await page.bringToFront();
  await dispatchPageMenuChoice(chromium, page);
  const pill = panelIn(chromiumPageTree(page), 'BitMind page check');
  await pill.waitForLine(new RegExp(`^${count} checked`), LIMIT_MS);
}

async function goToNext(page: Page, count: number): Promise<void> {
  pages.setRoutes(pageOfNewPictures(count));
  await page.goto(pages.origin);
}

async function visit(count: number): Promise<Page> {
  const page = await chromium.context.newPage();
  await goToNext(page, count);
  return page;
}

/** The tab that goes from page to page, and stays open. */
const oneTab = await chromium.context.newPage();

async function round(): Promise<void> {
  let page: Page | undefined;
  const next40 = async () => {
    await page?.close();
    page = await visit(PICTURES);
  };
  await timeMedian(`page of ${PICTURES}`, PAGES, async () => page && checkPage(page, PICTURES), next40);
  await page?.close();
  const inOneTab = () => checkPage(oneTab, PICTURES);
  await timeMedian(`page of ${PICTURES}, one tab`, PAGES, inOneTab, () => goToNext(oneTab, PICTURES));
  const other = await visit(CHECKS);
  let next = 0;
  const check = async () => {
    await other.bringToFront();
    await dispatchMenuChoice(chromium, other.locator(`#p${next++}`));
    await panelIn(chromiumPageTree(other)).waitForLine(/^Likely/, LIMIT_MS);
  };
  await timeMedian('single check', CHECKS, check, () => other.reload()); // The panel of the one before goes.
  const popup = await chromium.context.newPage();
  const opened = async () => {
    await popup.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
    await popup.locator('li .row').first().waitFor();
  };
  await timeMedian('popup', OPENINGS, opened);
  await timeMedian('after its end', ENDS, opened, () => stopServiceWorker(chromium));
  await popup.close();
  await other.close();
  others.push(medianOf(othersOfRound));
  othersOfRound = [];
}

try {
  const options = await ownPage('options.html');
  await fillAccountForm(options, { ...API_KEY_ACCOUNT, serviceAddress: sandbox.origin });
  await options.getByRole('button', { name: 'Save and test' }).click();
  await options.getByText('Connected.').waitFor();
  await options.close();
  await evaluateInServiceWorker(
    chromium,
    `chrome.storage.local.get('settings').then(({ settings }) =>
      chrome.storage.local.set({ settings: { ...settings, askPageAbove: ${MANY_PICTURES}, asksForPrivate: false } }))`,
  );
  const results = await ownPage('results.html');
  await results.getByText('No results yet').waitFor();
  const now = Date.now();
  const old = Array.from({ length: kept }, (_, at) => {
    const verdict = { isAi: at % 2 === 0, likelihood: 0.9, confidence: 0.9 };
    return aCheck(crypto.randomUUID(), now - (at + 1) * 1_000, { verdict, read: { sha256: crypto.randomUUID() } });
  });
  await keepResults(results, old);
  if (values.alone) await results.close();
  else await ownPage('popup.html');
  await round(); // Warm: what is loaded and compiled at its first use is no growth.
  for (const name of Object.keys(times)) times[name] = [];
  others = [];
  for (let at = 0; at < rounds; at += 1) await round();
  for (let done = 0; done < checks; done += MANY_PICTURES) {
    await goToNext(oneTab, MANY_PICTURES);
    await checkPage(oneTab, MANY_PICTURES);
  }
  if (checks > 0) await round();
  const ratio = (list: readonly number[], at: number) => (list.at(at) ?? Number.NaN) / (list[0] ?? Number.NaN);
  const inWholes = (list: readonly number[]) => list.map((ms) => ms.toFixed(0)).join(' ');
  const table = Object.entries(times).map(([name, measured]) => {
    const list = measured.map((ms, at) => ms / (others[at] ?? Number.NaN));
    const last = ratio(list, rounds - 1);
    const after = ratio(list, -1);
    return {
      name,
      hasGrown: !(Math.max(last, after) <= MOST_GROWTH),
      row: {
        [`round ${rounds} / first`]: last.toFixed(2),
        ...(checks > 0 && { [`after ${checks} / first`]: after.toFixed(2) }),
        'all, ms': inWholes(measured),
      },
    };
  });
  console.table(Object.fromEntries(table.map(({ name, row }) => [name, row])));
  console.log(`The other work, ms: ${inWholes(others)}.`);
  const grown = table.filter(({ hasGrown }) => hasGrown).map(({ name }) => name);
  console.log(`Goal: at most ${MOST_GROWTH}. More: ${grown.join(', ') || 'none'}.`);
  process.exitCode = Math.min(1, grown.length);
} finally {
  await chromium.close();
  await pages.close();
  await sandbox.close();
}
