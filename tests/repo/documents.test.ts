import { execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scripts } from '../../package.json' with { type: 'json' };
import { ROOT, sourceOf } from './source-files.ts';

const DOCUMENTS = globSync('{*.md,docs/**/*.md,tests/{fixtures,sandbox}/*.md}', { cwd: ROOT });

describe.each(DOCUMENTS)('%s', (file) => {
  const text = sourceOf(file);

  it('names commands that exist', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links to files that exist', () => {
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(ROOT, dirname(file), target)))).toEqual([]);
  });
});

describe('the commands', () => {
  it('of package.json that people run are told in the documents', () => {
    const told = DOCUMENTS.map(sourceOf).join('\n');
    const forPeople = Object.keys(scripts).filter((name) => !/^(postinstall|start|test)$|:/.test(name));
    expect(forPeople.filter((name) => !told.includes(`npm run ${name}`))).toEqual([]);
  });

  it('say what a release would do, and do nothing', () => {
    const before = execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' });
    const said = execFileSync('node', ['scripts/release.ts', '99.0.0', '--dry-run'], { cwd: ROOT, encoding: 'utf8' });
    expect(said.split('\n')).toContain('Would commit, and tag it v99.0.0');
    expect(execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' })).toBe(before);
  });
});
