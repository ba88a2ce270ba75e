import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-files.ts';

/** The folders of the builds, as WXT names them. */
export type BuildName = 'chrome-mv3' | 'firefox-mv3';

/** Where a build lies. */
export function buildFolder(name: BuildName): string {
  return join(ROOT, '.output', name);
}

/** The files of a build, by their path in it. */
export function filesOf(name: BuildName): string[] {
  return globSync('**/*.*', { cwd: buildFolder(name) }).sort();
}

/** The bytes of one file of a build. */
export function readBuilt(name: BuildName, file: string): Buffer {
  return readFileSync(join(buildFolder(name), file));
}

/** The manifest of a build. */
export function manifestOf(name: BuildName): Record<string, unknown> {
  return JSON.parse(readBuilt(name, 'manifest.json').toString());
}
