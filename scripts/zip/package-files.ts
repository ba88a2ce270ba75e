import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** What reviewers need not have to build the extension. */
const NOT_NEEDED = /^(docs\/(?!trust\.md)|tests\/|\.github\/)/;

/** The files of a production build, by their paths in it. */
export function builtFiles(browser: 'chrome' | 'firefox'): Map<string, Uint8Array> {
  return filesIn(join(ROOT, '.output', `${browser}-mv3`));
}

/** The files of a folder, by their paths in it. */
export function filesIn(folder: string): Map<string, Uint8Array> {
  const paths = globSync('**/*', { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile());
  return read(folder, paths);
}

/** The sources the extension is built from, as addons.mozilla.org wants them: what git has of them, as it lies here. */
export function sourceFiles(): Map<string, Uint8Array> {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return read(
    ROOT,
    listed.split('\0').filter((path) => path !== '' && !NOT_NEEDED.test(path)),
  );
}

function read(folder: string, paths: readonly string[]): Map<string, Uint8Array> {
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))]));
}
