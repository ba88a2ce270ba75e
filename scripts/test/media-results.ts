import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MEDIA_ANNOTATION, type MediaResult } from '../../tests/e2e/media/media-result.ts';
import { ROOT } from '../run-tool.ts';
import type { TestEnd } from './test-event.ts';

/** Where the results of the last run are. */
const FILE = join(ROOT, 'test-results/media-results.json');

/** What came out of each case of media, by what its test wrote down; a case that failed wrote nothing. */
export function mediaResultsIn(ends: readonly TestEnd[]): MediaResult[] {
  return ends
    .flatMap(({ notes }) => notes)
    .filter(({ type }) => type === MEDIA_ANNOTATION)
    .map(({ description = '' }) => JSON.parse(description));
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
