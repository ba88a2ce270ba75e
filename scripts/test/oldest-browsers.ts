import { manifest } from '../../src/manifest.ts';
import { type DebianBrowser, fetchOldest, type OldBrowser } from './fetch-oldest.ts';
import { obstacleToBrowsers } from './obstacle.ts';
import type { TestRun } from './run-tests.ts';
import type { Tally } from './tally.ts';

interface Oldest {
  readonly browser: DebianBrowser;
  /** Of the tests with the tag `@oldest`, those that run in it. */
  readonly folders: readonly string[];
  /** The variable by which tests are told of another browser than the installed one. */
  readonly variable: string;
}

const OLDEST: readonly Oldest[] = [
  {
    browser: {
      name: 'Chromium',
      packages: ['chromium', 'chromium-common'],
      program: 'usr/lib/chromium/chromium',
      minimum: Number(manifest(false).minimum_chrome_version),
    },
    folders: ['tests/e2e/headless', 'tests/e2e/native'],
    variable: 'CHROME_BIN',
  },
  {
    browser: {
      name: 'Firefox',
      packages: ['firefox-esr'],
      program: 'usr/lib/firefox-esr/firefox-esr',
      minimum: Number(manifest(true).browser_specific_settings?.gecko?.strict_min_version),
    },
    folders: ['tests/e2e/firefox'],
    variable: 'FIREFOX_BIN',
  },
];

/** Those browsers, each ready or not, and why. */
type FetchedBrowsers = readonly (readonly [Oldest, OldBrowser])[];

/** Fetches them, one after the other. */
export async function fetchOldestBrowsers(say: Tally['say']): Promise<FetchedBrowsers> {
  const reason = obstacleToBrowsers();
  const fetched: [Oldest, OldBrowser][] = [];
  for (const one of OLDEST) fetched.push([one, reason ? { reason } : await fetchOldest(one.browser, say)]);
  return fetched;
}

/** Runs the main jobs in the oldest browsers that can be had, side by side; where one cannot, says why and counts them as skipped. */
export async function testInOldestBrowsers(tally: Tally, fetched: FetchedBrowsers): Promise<void> {
  const names: string[] = [];
  const folders: string[] = [];
  const env: Record<string, string> = { DISPLAYS: '2' }; // Hardly any of them is headless.
  for (const [{ browser, variable, ...its }, oldest] of fetched) {
    if ('reason' in oldest) {
      await tally.skip(`in the oldest ${browser.name}`, runOf(its.folders), oldest.reason);
      continue;
    }
    names.push(`${browser.name} ${oldest.version}`);
    folders.push(...its.folders);
    env[variable] = oldest.program;
  }
  if (names.length > 0) await tally.tests(`in the oldest browsers (${names.join(', ')})`, { ...runOf(folders), env });
}

function runOf(folders: readonly string[]): TestRun {
  // What the run before left of its failures stays.
  return { runner: 'playwright', args: [...folders, '--grep', '@oldest', '--output', 'test-results/oldest'] };
}
