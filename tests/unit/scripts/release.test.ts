import { describe, expect, it } from 'vitest';
import { assertFollows } from '../../../scripts/release/next-version.ts';
import { releaseChangelog } from '../../../scripts/release/release-changelog.ts';

describe('a release', () => {
  it.each([
    ['0.2.0', '0.1.0'],
    ['0.1.1', '0.1.0'],
    ['1.0.0', '0.9.9'],
    ['0.10.0', '0.9.0'],
  ])('%s follows %s', (next, current) => {
    expect(() => assertFollows(next, current)).not.toThrow();
  });

  it.each([
    ['0.1.0', '0.1.0'],
    ['0.0.9', '0.1.0'],
    ['0.9.9', '1.0.0'],
    ['0.9.0', '0.10.0'],
    ['v0.2.0', '0.1.0'],
    ['', '0.1.0'],
  ])('%j does not follow %s', (next, current) => {
    expect(() => assertFollows(next, current)).toThrow();
  });

  it('dates what was unreleased', () => {
    const before = '# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1.0 (2026-01-01)\n\n- First.\n';
    expect(releaseChangelog(before, '0.2.0', '2026-12-01')).toBe(
      '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-12-01)\n\n- New.\n\n## 0.1.0 (2026-01-01)\n\n- First.\n',
    );
  });

  it('wants something to be said of it', () => {
    expect(() => releaseChangelog('## Unreleased\n\n## 0.1.0\n\n- First.\n', '0.2.0', '2026-12-01')).toThrow('nothing');
  });
});
