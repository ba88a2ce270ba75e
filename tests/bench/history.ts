// How fast the results page is with 50,000 results: `npm run bench:history`. In headless Chromium, production code; the
// whole page is loaded anew each time, and counts as open when its first row shows its words.
import { aCheck } from '../a-check.ts';
import { builtFolder } from '../e2e/built-folder.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { keepResults } from '../e2e/keep-results.ts';

const COUNT = 50_000;
const ROUNDS = 5;

const VERDICTS = [0.97, 0.12, 0.53].map((likelihood) => ({
  isAi: likelihood > 0.5,
  likelihood,
  confidence: likelihood,
}));
const now = Date.now();
const checks = Array.from({ length: COUNT }, (_, at) => {
  const verdict = VERDICTS[at % 4];
  const address = `https://cdn${at % 50}.pictures.example/2026/11/a-photograph-of-the-town-${at}.jpg?w=1200`;
  const pageUrl = `https://www.news.example/world/europe/story-${at % 700}-with-a-long-name.html`;
  return aCheck(crypto.randomUUID(), now - at * 60_000, {
    media: { url: address, pageUrl },
    ...(verdict && { verdict, read: { sha256: crypto.randomUUID().repeat(2).slice(0, 64) } }),
  });
});

const chromium = await launchChromium({ extensionFolder: builtFolder('chrome-mv3-local') });
const page = await chromium.context.newPage();
await page.goto(`chrome-extension://${chromium.extensionId}/results.html`);
await page.getByText('No results yet').waitFor();
await keepResults(page, checks);

const firstRow = page.locator('tr[data-index="0"]');
const count = page.getByRole('status').filter({ hasText: /^[\d,]+ results?$/ });
const times: Record<string, number[]> = {};

/** Does something until `isDone` holds, as the page itself sees it at each of its frames. */
async function time(name: string, act: () => Promise<unknown>, isDone: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  await act();
  await isDone();
  times[name] = [...(times[name] ?? []), performance.now() - startedAt];
}

const search = page.getByRole('searchbox');
const shown = (text: string) => count.filter({ hasText: text }).waitFor();
for (let round = 0; round < ROUNDS; round += 1) {
  await time(
    'open',
    () => page.reload({ waitUntil: 'commit' }),
    () => firstRow.getByText('Likely AI').waitFor(),
  );
  await time(
    'until all are listed',
    async () => undefined,
    () => shown('50,000'),
  ); // After its opening.
  await time(
    'to the last row',
    () => firstRow.press('End'),
    () => page.locator('tr[data-index="49999"]').getByText(/./).first().waitFor(),
  );
  await time(
    'filter by verdict',
    () => page.getByRole('combobox').selectOption('Inconclusive'),
    () => shown('12,500'),
  );
  await page.getByRole('combobox').selectOption('All');
  await shown('50,000');
  await time(
    'first search',
    () => search.fill('story-123-'),
    () => shown('72'),
  );
  await time(
    'next search',
    () => search.fill('town-4999'),
    () => shown('11'),
  );
  await search.fill('');
  await shown('50,000');
}
for (const format of ['CSV', 'JSON']) {
  await time(
    `export as ${format}`,
    async () => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: format }).click();
    },
    () => page.getByText(/^Exported [\d,]+ results? to /).waitFor(),
  );
  await page.reload();
  await shown('50,000');
}
const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
console.table(
  Object.fromEntries(
    Object.entries(times).map(([name, values]) => [
      name,
      {
        median: `${sorted(values)[Math.floor(values.length / 2)]?.toFixed(0)} ms`,
        worst: `${Math.max(...values).toFixed(0)} ms`,
      },
    ]),
  ),
);
await chromium.close();
