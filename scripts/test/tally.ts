import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryTool } from '../run-tool.ts';
import { caseLines } from './case-counts.ts';
import { keepMediaResults, lastMediaResults, mediaResultsIn } from './media-results.ts';
import { isInReadme } from './media-table.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts every test of every kind. */
export interface Tally {
  /** A tool that passes or fails as one test. */
  step(name: string, tool: string, ...args: readonly string[]): Promise<boolean>;
  vitest(name: string, ...filters: readonly string[]): Promise<boolean>;
  playwright(name: string): Promise<boolean>;
  /** Whether the README's table says what the last run of Playwright found. */
  mediaTable(name: string): boolean;
  /** Prints the closing lines; gives the exit code: 1 if any test failed, or none ran. */
  close(): number;
}

/** A tally of nothing yet. */
export function createTally(): Tally {
  const all: Counts[] = [];
  let cases: readonly string[] = [];

  function note(name: string, startedAt: number, counts: Counts, output: string): boolean {
    all.push(counts);
    const { passed, failed, skipped } = counts;
    const ok = failed === 0 && passed > 0;
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    console.log(`${ok ? '✓' : '✗'} ${name}: ${passed} of ${passed + failed + skipped} passed (${seconds} s)`);
    if (!ok) console.log(output);
    return ok;
  }

  /** Runs a test runner that writes a report; a report that is missing or empty counts as one failure. */
  async function run(name: string, tool: string, args: (report: string) => string[], read: (report: string) => Counts) {
    const startedAt = Date.now();
    const folder = await mkdtemp(join(tmpdir(), 'test-report-'));
    const report = join(folder, 'report.json');
    const { status, output } = await tryTool(tool, ...args(report));
    let counts: Counts;
    try {
      counts = read(await readFile(report, 'utf8'));
    } catch {
      counts = { passed: 0, failed: 1, skipped: 0 }; // It ended before it could write: its output says why.
    }
    await rm(folder, { recursive: true });
    // A runner can fail with no test failed: an error outside tests is one failure more.
    const isHonest = status === 0 || counts.failed > 0;
    return note(name, startedAt, isHonest ? counts : { ...counts, failed: 1 }, output);
  }

  return {
    async step(name, tool, ...args) {
      const startedAt = Date.now();
      const { status, output } = await tryTool(tool, ...args);
      const ok = status === 0;
      return note(name, startedAt, { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }, output);
    },
    vitest: (name, ...filters) =>
      run(
        name,
        'vitest',
        (report) => ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
        (text) => {
          const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(text);
          return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites, skipped: numPendingTests };
        },
      ),
    playwright: (name) =>
      run(
        name,
        'playwright',
        (report) => {
          process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report;
          return ['test', '--reporter=list,json'];
        },
        (text) => {
          const report = JSON.parse(text);
          keepMediaResults(mediaResultsIn(report));
          cases = caseLines(report);
          const { expected, unexpected, flaky, skipped } = report.stats;
          return { passed: expected, failed: unexpected + flaky, skipped };
        },
      ),
    mediaTable(name) {
      const ok = isInReadme(lastMediaResults());
      const output = 'README.md shows other results than were found: `npm run media-table` writes them into it.';
      return note(name, Date.now(), { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }, output);
    },
    close() {
      const total = (key: keyof Counts) => all.reduce((sum, counts) => sum + counts[key], 0);
      const [passed, failed, skipped] = [total('passed'), total('failed'), total('skipped')];
      for (const line of cases) console.log(line);
      console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
      return failed > 0 || passed === 0 ? 1 : 0;
    },
  };
}
