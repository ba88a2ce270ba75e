import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Written after an installation: the lock file it was made from. */
const MARK = 'node_modules/.installed-from';

/** Installs the packages the lock file names, unless that has been done. */
export function installPackages() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === lock) return;
  console.log('Installing packages with npm ci: some 700 MB on disk, mostly one to two minutes…');
  // Not that npm's own Node is too old for some of them: they run on the one that is among them (set-up.mjs).
  const args = ['ci', '--loglevel=error', '--no-fund'];
  const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('`npm ci` failed: see its words above.');
  writeFileSync(MARK, lock);
}
