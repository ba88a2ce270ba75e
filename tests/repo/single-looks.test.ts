import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { singleLooks } from './single-looks.ts';
import { ROOT } from './source-files.ts';

const INSTEAD = `
An assertion looks once at what may come a moment later: it is red on a busy machine. Wait for it:
  panel.waitForLine, panel.waitForButtons, tree.waitForRole, tree.waitForCount, sandbox.waitForRequest,
  an assertion of a locator (await expect(page.getByText(…)).toBeVisible()), or await expect.poll(() => …).
Where nothing can change any more, say why: expect(await settled('the panel has gone', () => page.content())).
`;

describe('an assertion in a browser', () => {
  it('waits for what it asserts, or says why it need not', () => {
    const files = globSync('tests/e2e/**/*.ts', { cwd: ROOT });
    const found = files.flatMap((file) => singleLooks(file).map(({ line, look }) => `${file}:${line} ${look}`));
    expect(found, INSTEAD).toEqual([]);
  });

  it('in Node asserts no time on the wall: another machine has another', () => {
    const files = globSync('tests/{unit,faults,repo}/**/*.{ts,tsx}', { cwd: ROOT });
    const asserts = /expect\([^;]*(performance\.now|Date\.now)\(\)[^;]*toBeLess/;
    const found = files.filter((file) => asserts.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(found, 'Use cpuTimeOf (tests/cpu-time.ts), or a bench.').toEqual([]);
  });

  it('is not waited for by code made of text, which the policy of own pages forbids in Firefox 140', () => {
    const files = globSync('tests/e2e/**/*.ts', { cwd: ROOT });
    const makes = files.filter((file) => {
      const source = readFileSync(join(ROOT, file), 'utf8');
      return (
        /\.waitForFunction\(/.test(source) || (file.startsWith('tests/e2e/firefox/') && /\.locator\(/.test(source))
      );
    });
    expect(makes, 'Use waitInPage (tests/e2e/harness/wait-in-page.ts).').toEqual([]);
  });

  it('is not about a box that was to be unticked before it was known to be ticked', () => {
    const files = globSync('tests/e2e/**/*.ts', { cwd: ROOT });
    const sets = files.filter((file) => /\.(uncheck|setChecked)\(/.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(sets, 'Use setTicked (tests/e2e/set-ticked.ts).').toEqual(['tests/e2e/set-ticked.ts']);
  });

  it.each([
    ['a tree', `expect(await tree.findByRole('button')).toHaveLength(4);`],
    ['what a variable holds', `const marks = await tree.findByRole('button');\nexpect(marks[0]?.name).toBe('A');`],
    ['parts of it', `const { paused } = await page.evaluate(state);\nexpect(paused).toBe(true);`],
    [
      'what a function sees',
      `const kept = () => page.evaluate(stored);\nconst seen = async () => (await kept()).id;\nexpect(await seen()).toBe(0);`,
    ],
    ['requests after an act', `await panel.press('Cancel');\nexpect(sandbox.requests('/image')).toHaveLength(1);`],
  ])('is found where it looks once at %s', (_, source) => {
    expect(looksIn(source)).toEqual([source.split('\n').length]);
  });

  it.each([
    [
      'waits',
      `await expect.poll(() => page.evaluate(state)).toBe(true);\nexpect(await panel.waitForLine('A')).toContain('B');`,
    ],
    [
      'says why it need not',
      `const text = await settled('it has gone', () => page.content());\nexpect(text).toBe('');`,
    ],
    [
      'is about what was only done',
      `const write = async () => { await page.evaluate(state); return 1; };\nexpect(await write()).toBe(1);`,
    ],
    [
      'is about another thing of that name',
      `{ const one = await page.title(); use(one); }\n{ const one = 1; expect(one).toBe(1); }`,
    ],
    [
      'asks for requests after a wait',
      `await panel.press('A');\nawait panel.waitForLine('B');\nexpect(sandbox.requests()).toEqual([]);`,
    ],
  ])('is left alone where it %s', (_, source) => {
    expect(looksIn(source)).toEqual([]);
  });
});

function looksIn(source: string): number[] {
  return singleLooks('tests/e2e/example.spec.ts', source).map(({ line }) => line);
}
