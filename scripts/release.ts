// `npm run release -- 0.2.0`: version, changelog, packages with checksums, commit and tag. `--dry-run` says what it would do.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assertFollows } from './release/next-version.ts';
import { releaseChangelog } from './release/release-changelog.ts';
import { runTool, tryTool } from './run-tool.ts';
import { writePackages } from './zip/write-packages.ts';

const ROOT = join(import.meta.dirname, '..');
/** Where the version stands; npm keeps it in step in package-lock.json. */
const WITH_VERSION = ['tests/repo/expected/manifest-chrome.json', 'tests/repo/expected/manifest-firefox.json'];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean' } } });
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const { version: current }: { version: string } = JSON.parse(read('package.json'));
const next = positionals[0] ?? '';

assertFollows(next, current);
const changelog = releaseChangelog(read('CHANGELOG.md'), next, new Date().toISOString().slice(0, 10));
const steps: readonly (readonly [string, () => unknown])[] = [
  ['see that nothing is uncommitted', assertClean],
  [`set the version from ${current} to ${next}`, setVersion],
  ['date the changelog', () => writeFileSync(join(ROOT, 'CHANGELOG.md'), changelog)],
  ['build the packages and their checksums into .output/packages', () => writePackages(join(ROOT, '.output/packages'))],
  [`commit, and tag it v${next}`, commit],
];
for (const [words, step] of steps) {
  console.log(`${values['dry-run'] ? 'Would ' : ''}${words}`);
  if (!values['dry-run']) await step();
}

async function assertClean(): Promise<void> {
  const { output } = await tryTool('git', 'status', '--porcelain');
  if (output.trim() !== '') throw new Error(`Commit or put away first:\n${output}`);
}

async function setVersion(): Promise<void> {
  await runTool('npm', 'version', next, '--no-git-tag-version');
  for (const file of WITH_VERSION) {
    writeFileSync(join(ROOT, file), read(file).replace(`"version": "${current}"`, `"version": "${next}"`));
  }
}

async function commit(): Promise<void> {
  await runTool('git', 'commit', '--all', '--message', `Release ${next}`);
  await runTool('git', 'tag', `v${next}`);
}
