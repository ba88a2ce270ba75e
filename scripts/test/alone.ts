import { configArgs, type TestRun } from './run-tests.ts';
import type { TestEnd } from './test-event.ts';

/** The program of each test runner, and how it is told a title. */
const COMMANDS = {
  vitest: { begin: ['npx', 'vitest', 'run'], title: '-t' },
  playwright: { begin: ['npx', 'playwright', 'test'], title: '-g' },
};

/** The command that runs one test of a run alone, once `npm test` has made the builds. */
export function commandAlone(run: TestRun, { file, titles }: TestEnd): string {
  const variables = Object.entries(run.env ?? {}).map(([name, value]) => `${name}=${inShell(value)}`);
  const { begin, title } = COMMANDS[run.runner];
  return [...variables, ...begin, ...configArgs(run), file, title, inShell(inPattern(titles.join(' ')))].join(' ');
}

/** Both runners take a title for a regular expression. */
function inPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function inShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
