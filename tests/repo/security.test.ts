import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceOf } from './source-files.ts';

const TEXT = sourceOf('docs/security.md');
const NAMED = [...new Set(TEXT.match(/\btests\/[\w./-]*\.tsx?/g))];

describe('docs/security.md', () => {
  it('names tests that exist', () => {
    expect(NAMED.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(NAMED.length).toBeGreaterThan(20);
  });

  it('names a test for each attack', () => {
    const section = TEXT.slice(TEXT.indexOf('## What stops them'), TEXT.indexOf('## What is not defended'));
    const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| attack'));
    const attacks = rows.filter((row) => !/^\| -+/.test(row));
    expect(attacks.filter((row) => !/tests\/\S+\.ts/.test(row))).toEqual([]);
    expect(attacks.length).toBeGreaterThan(15);
  });

  it('leaves no theme of hostile pages out', () => {
    const themes = globSync('tests/e2e/hostile/cases/*.ts', { cwd: ROOT });
    expect(themes.filter((file) => !NAMED.includes(file))).toEqual([]);
    expect(themes.length).toBeGreaterThan(5);
  });
});
