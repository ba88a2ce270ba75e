import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildFolder } from '../builds.ts';
import { ROOT } from '../source-files.ts';

/** The linter checks every file of the build in a fresh process. Milliseconds. */
const LIMIT_MS = 60_000;

/**
 * Said of every extension that declares its data collection and runs on Firefox 140: the key came to Firefox for Android
 * in 142, and this extension does not say that it runs there.
 */
const NOT_ON_ANDROID = 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION';

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

it("Firefox's add-on linter has nothing to say", { timeout: LIMIT_MS }, async () => {
  const webExt = join(ROOT, 'node_modules/.bin/web-ext');
  const args = ['lint', '--source-dir', buildFolder('firefox-mv3'), '--output', 'json'];
  // The linter ends with 1 when it finds an error; its report says which.
  const report = await new Promise<string>((resolve) => execFile(webExt, args, (_error, stdout) => resolve(stdout)));
  const { errors, warnings, notices }: Record<'errors' | 'warnings' | 'notices', Finding[]> = JSON.parse(report);
  expect([...errors, ...warnings, ...notices].filter(({ code }) => code !== NOT_ON_ANDROID)).toEqual([]);
});
