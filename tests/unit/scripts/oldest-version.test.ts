import { expect, it } from 'vitest';
import { oldestVersion } from '../../../scripts/test/oldest-version.ts';

/** What `apt-cache madison` prints of a package in these versions. */
function madison(...versions: readonly string[]): string {
  return versions
    .map((version) => `  browser | ${version} | http://deb.example bookworm/main amd64 Packages\n`)
    .join('');
}

it('is the oldest beside the newest, by number', () => {
  expect(oldestVersion(madison('156.0.1-1', '150.0.7-1', '150.0.10-1'), 148)).toBe('150.0.7-1');
});

it('is none that the extension does not run on', () => {
  expect(oldestVersion(madison('156.0.1-1', '150.0.7-1', '147.0.9-1', '99.0-1'), 148)).toBe('150.0.7-1');
});

it('is no source package', () => {
  const sources = ' browser | 150.0.7-1 | http://deb.example bookworm/main Sources\n';
  expect(oldestVersion(`${madison('156.0.1-1')}${sources}`, 148)).toBeUndefined();
});

it.each([
  ['has one alone', madison('156.0.1-1')],
  ['has one, from two places', madison('156.0.1-1', '156.0.1-1')],
  ['does not know the package', ''],
])('there is none where the archive %s', (_words, output) => {
  expect(oldestVersion(output, 148)).toBeUndefined();
});
