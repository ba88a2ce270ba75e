import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, onPath } from './find-chromium.mjs';

/**
 * The programs each command needs beside Node, by the Debian package that brings them. The tests drive real browsers on a
 * virtual display, with a real mouse, and read what is on the screen as a screen reader does.
 */
const NEEDS = {
  start: [],
  test: [
    { name: 'firefox-esr', isThere: () => onPath('firefox-esr') || onPath('firefox') || process.env.FIREFOX_BIN },
    { name: 'xvfb', isThere: () => onPath('Xvfb') },
    { name: 'openbox', isThere: () => onPath('openbox') },
    { name: 'ffmpeg', isThere: () => onPath('ffmpeg') },
    { name: 'imagemagick', isThere: () => onPath('import') },
    { name: 'xdotool', isThere: () => onPath('xdotool') },
    { name: 'fonts-dejavu-core', isThere: () => existsSync('/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf') },
    { name: 'dbus-daemon', isThere: () => onPath('dbus-daemon') },
    { name: 'at-spi2-core', isThere: () => existsSync('/usr/share/defaults/at-spi2/accessibility.conf') },
  ],
};

/** Installs missing programs where that can be done by apt, and says exactly what to install where it cannot. */
export function installBrowsers(command) {
  const missing = NEEDS[command].filter(({ isThere }) => !isThere()).map(({ name }) => name);
  if (!findChromium()) missing.unshift('chromium');
  if (missing.length === 0) return;
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) return aptInstall(missing);
  throw new Error(`Please install ${missing.join(', ')} and try again.${hint(missing)}`);
}

function aptInstall(packages) {
  console.log(`Installing ${packages.join(', ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  if (apt('update') && apt('install', '-y', '--no-install-recommends', ...packages)) return;
  throw new Error(`apt-get could not install ${packages.join(', ')}: see its words above.`);
}

function hint(missing) {
  if (process.platform === 'linux') return ` On Debian and Ubuntu: sudo apt-get install ${missing.join(' ')}`;
  return missing.includes('chromium') ? ' Any of Chrome, Chromium and Edge will do (or name one in CHROME_BIN).' : '';
}
