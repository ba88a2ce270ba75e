import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of a build that was made before the tests run. */
export function builtFolder(name: 'chrome-mv3' | 'firefox-mv3' | 'chrome-mv3-local' | 'firefox-mv3-local'): string {
  const folder = join(import.meta.dirname, '../../.output', name);
  if (!existsSync(folder)) throw new Error(`${folder} is not there: run \`npm test\`, which builds it.`);
  return folder;
}
