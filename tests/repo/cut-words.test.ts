import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOT, sourceOf } from './source-files.ts';

/** Where words may be cut off, and where they are read whole by the keyboard too: a hover text is for the mouse alone. */
const READ_ELSEWHERE: Readonly<Record<string, string>> = {
  'src/pages/account/account.css .account-line .who': 'an account’s name; settings have it whole',
  'src/pages/results/result-table.css td.when, .address': 'the opened result has the moment and the addresses whole',
  'src/pages/results/result-table.css .line-of-text': 'the opened result has what went wrong, and how it was read',
  'src/pages/results/result-table.css td.how .line-of-text': 'as above',
  'src/pages/results/row-layout.css table.wide td.how .line-of-text': 'as above',
  'src/pages/results/result-table.css button.plain span':
    'a verdict that is one long word; the opened result has it whole',
};

const RULE = /([^{}]+)\{([^{}]*)\}/g;

it('words are cut off nowhere that they cannot be read whole by the keyboard', () => {
  const cut = globSync('src/**/*.css', { cwd: ROOT }).flatMap((file) => {
    const rules = sourceOf(file).replaceAll(/\/\*.*?\*\//gs, '');
    const cutting = [...rules.matchAll(RULE)].filter(([, , body = '']) => /text-overflow|line-clamp/.test(body));
    return cutting.map(([, selector = '']) => `${file} ${selector.trim().replaceAll(/\s+/g, ' ')}`);
  });
  expect(cut.sort(), 'let them wrap, or say where they are read').toEqual(Object.keys(READ_ELSEWHERE).sort());
});
