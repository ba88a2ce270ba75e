/**
 * The oldest version of a package that an archive still has beside its newest, from what `apt-cache madison` prints of it:
 * of this major version or a later one. Undefined when there is none.
 */
export function oldestVersion(madison: string, minimum: number): string | undefined {
  const versions = madison
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .flatMap(([, version = '', source = '']) => (source.endsWith(' Packages') ? [version] : []))
    .filter((version) => Number.parseInt(version, 10) >= minimum)
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  const [oldest] = versions;
  return oldest === versions.at(-1) ? undefined : oldest;
}
