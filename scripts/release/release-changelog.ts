const UNRELEASED = '## Unreleased\n';

/** The changelog with what was unreleased under a version and its day (ISO 8601), and an empty "Unreleased" above it. */
export function releaseChangelog(changelog: string, version: string, day: string): string {
  const [before, after] = changelog.split(UNRELEASED);
  if (before === undefined || after === undefined) throw new Error('CHANGELOG.md has no “## Unreleased”.');
  const notes = after.split(/^## /m)[0]?.trim();
  if (!notes) throw new Error('CHANGELOG.md says nothing under “Unreleased”: write down what users will notice.');
  return `${before}${UNRELEASED}\n## ${version} (${day})\n${after}`;
}
