import { expect, it } from 'vitest';
import { commandAlone } from '../../../scripts/test/alone.ts';
import { readTestEvent } from '../../../scripts/test/test-event.ts';
import { testEnd } from './test-end.ts';

it.each([
  { kind: 'begin', parts: ['a'] },
  testEnd({ outcome: 'failed', error: 'Expected 1, got 2' }),
  { kind: 'part', part: 'a', ms: 12 },
  { kind: 'error', error: 'no such file' },
  { kind: 'end' },
])('a runner may tell $kind', (event) => {
  expect(readTestEvent(event)).toEqual(event);
});

it.each([undefined, 'end', { kind: 'else' }, { ...testEnd(), outcome: 'flaky' }, { kind: 'part', part: 'a' }])(
  'a runner may not tell %j',
  (message) => {
    expect(() => readTestEvent(message)).toThrow();
  },
);

it('a test of a browser is run alone by its file and its title, to the letter, in the same browser', () => {
  const end = testEnd({ file: 'tests/e2e/a.spec.ts', titles: ['a "site"', "isn't read (twice)"] });
  expect(commandAlone({ runner: 'playwright', args: [], env: { CHROME_BIN: 'old/chromium' } }, end)).toBe(
    String.raw`CHROME_BIN='old/chromium' npx playwright test tests/e2e/a.spec.ts -g 'a "site" isn'\''t read \(twice\)'`,
  );
});

it('a test that takes minutes is run alone by the configuration that allows it', () => {
  const end = testEnd({ file: 'tests/e2e/long/a.spec.ts', titles: ['waits'] });
  expect(commandAlone({ runner: 'playwright', args: [], config: 'long.config.ts' }, end)).toBe(
    "npx playwright test --config long.config.ts tests/e2e/long/a.spec.ts -g 'waits'",
  );
});

it('a test of logic is run alone by its file and its title', () => {
  const end = testEnd({ file: 'tests/unit/a.test.ts', titles: ['sums', '1 + 1'] });
  expect(commandAlone({ runner: 'vitest', args: [] }, end)).toBe(
    String.raw`npx vitest run tests/unit/a.test.ts -t 'sums 1 \+ 1'`,
  );
});
