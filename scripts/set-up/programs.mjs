import { existsSync } from 'node:fs';
import { findChromium, onPath } from './find-chromium.mjs';

const CHROMIUM = { name: 'chromium', isThere: findChromium };

const TESTS = [
  CHROMIUM,
  { name: 'firefox-esr', isThere: () => process.env.FIREFOX_BIN || onPath('firefox-esr') || onPath('firefox') },
  { name: 'xvfb', isThere: () => onPath('Xvfb') },
  { name: 'openbox', isThere: () => onPath('openbox') },
  { name: 'ffmpeg', isThere: () => onPath('ffmpeg') },
  { name: 'libimage-exiftool-perl', isThere: () => onPath('exiftool') },
  { name: 'imagemagick', isThere: () => onPath('import') },
  { name: 'xdotool', isThere: () => onPath('xdotool') },
  { name: 'fonts-dejavu-core', isThere: () => existsSync('/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf') },
  { name: 'dbus-daemon', isThere: () => onPath('dbus-daemon') },
  { name: 'at-spi2-core', isThere: () => existsSync('/usr/share/defaults/at-spi2/accessibility.conf') },
];

/**
 * The programs each command needs beside Node, by the Debian package that brings them. The tests drive real browsers on a
 * virtual display, with a real mouse, and read what is on the screen as a screen reader does.
 */
const NEEDS = {
  start: [CHROMIUM],
  test: TESTS,
  long: [
    ...TESTS,
    { name: 'orca', isThere: () => onPath('orca') },
    {
      name: 'fonts-droid-fallback',
      isThere: () => existsSync('/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf'),
    },
  ],
};

/** The programs a command needs that are not here, by their Debian packages. */
export function missingPrograms(command) {
  return NEEDS[command].filter(({ isThere }) => !isThere()).map(({ name }) => name);
}
