import { execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scripts } from '../../package.json' with { type: 'json' };
import { NOT_RUN, QUICK_COMMANDS, RUN_COMMANDS } from '../commands.ts';
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

  it('are each run by a test, or there is a reason why not', () => {
    const run = [...RUN_COMMANDS, ...QUICK_COMMANDS].map(({ words }) => words.split(' ')[0] ?? '');
    const known = [...run, ...Object.keys(NOT_RUN)];
    expect(Object.keys(scripts).filter((name) => !known.includes(name))).toEqual([]);
    expect(Object.keys(NOT_RUN).filter((name) => !(name in scripts) || run.includes(name))).toEqual([]);
  });

  it.each(QUICK_COMMANDS)('"npm run $words" does what is told, and changes nothing', ({ script, args, says }) => {
    const status = () => execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' });
    const before = status();
    expect(execFileSync('node', [script, ...args], { cwd: ROOT, encoding: 'utf8' })).toMatch(says);
    expect(status()).toBe(before);
  });
});
