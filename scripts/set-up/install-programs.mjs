import { spawnSync } from 'node:child_process';
import { onPath } from './find-chromium.mjs';

/** Installs programs by apt, by their Debian packages; gives why it could not, or undefined. */
export function installPrograms(packages) {
  const asRoot = beginningOfRootCommand();
  if (!asRoot || !onPath('apt-get')) return byHand(packages);
  console.log(`Installing ${packages.join(', ')} with apt-get: some 300 MB, mostly two to five minutes…`);
  const apt = (...args) => {
    const [program, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  };
  if (apt('update') && apt('install', '-y', '--no-install-recommends', ...packages)) return undefined;
  return `apt-get could not install ${packages.join(', ')}: see its words above.`;
}

/** How a command begins that is to run as root: undefined where only a password would make it one. */
function beginningOfRootCommand() {
  if (process.platform !== 'linux') return undefined;
  if (process.getuid() === 0) return [];
  return onPath('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

function byHand(packages) {
  const hint = process.platform === 'linux' ? ` On Debian and Ubuntu: sudo apt-get install ${packages.join(' ')}` : '';
  const chromium = packages.includes('chromium')
    ? ' For Chromium, Chrome and Edge will do (or name one in CHROME_BIN).'
    : '';
  return `Please install ${packages.join(', ')} and try again.${hint || chromium}`;
}
