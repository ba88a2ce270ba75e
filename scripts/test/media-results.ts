import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MEDIA_ANNOTATION, type MediaResult } from '../../tests/e2e/media/media-result.ts';

/** Where the results of the last run are. */
const FILE = join(import.meta.dirname, '../../test-results/media-results.json');

interface Annotated {
  readonly annotations?: readonly { readonly type: string; readonly description?: string }[];
}

/** As much of Playwright's JSON report as is read here. */
interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly { readonly tests: readonly (Annotated & { readonly results: readonly Annotated[] })[] }[];
}

/** What came out of each case, by the annotations in a report of Playwright's; a case that failed has none. */
export function mediaResultsIn(report: Suite): MediaResult[] {
  const own = (report.specs ?? []).flatMap(({ tests }) => tests).flatMap(resultsOf);
  return [...own, ...(report.suites ?? []).flatMap(mediaResultsIn)];
}

function resultsOf({ annotations, results }: Annotated & { readonly results: readonly Annotated[] }): MediaResult[] {
  const all = annotations?.some(isMedia) ? annotations : (results.at(-1)?.annotations ?? []);
  return all.filter(isMedia).map(({ description = '' }) => JSON.parse(description));
}

function isMedia({ type }: { readonly type: string }): boolean {
  return type === MEDIA_ANNOTATION;
}

/** Keeps the results of a run for `npm run media-table`. */
export function keepMediaResults(results: readonly MediaResult[]): void {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify(results, undefined, 2));
}

/** The results of the last run. Throws when there was none. */
export function lastMediaResults(): MediaResult[] {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}
