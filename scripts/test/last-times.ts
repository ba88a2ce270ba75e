import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ROOT } from '../run-tool.ts';
import type { Group } from './group.ts';
import type { LastTimes } from './time-left.ts';

/** In test-results, which outlives an installation. */
const FOLDER = join(ROOT, 'test-results/times');

const lastTimes = z.record(z.string(), z.object({ ms: z.number(), parts: z.record(z.string(), z.number()) }));

/** The times of the last run of one of the commands, by its name; empty when there was none. */
export function readLastTimes(command: string): LastTimes {
  const file = join(FOLDER, `${command}.json`);
  return existsSync(file) ? lastTimes.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/** Keeps the times of a run for the next one: of the groups that ran. */
export function keepTimes(command: string, groups: readonly { readonly group: Group; readonly ms: number }[]): void {
  const ran = groups.filter(({ group }) => group.took.size > 0);
  const times = ran.map(({ group: { name, took }, ms }) => [name, { ms, parts: Object.fromEntries(took) }]);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${command}.json`), JSON.stringify(Object.fromEntries(times)));
}
