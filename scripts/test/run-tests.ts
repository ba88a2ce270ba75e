import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT, type ToolRun, toolEnvironment } from '../run-tool.ts';
import { readTestEvent, type TestEvent } from './test-event.ts';

/** The program of each test runner, below node_modules, how it begins, and its reporter. */
const RUNNERS = {
  vitest: { program: 'vitest/vitest.mjs', command: 'run', reporter: 'vitest-reporter.ts' },
  playwright: { program: '@playwright/test/cli.js', command: 'test', reporter: 'playwright-reporter.ts' },
};

/** A run of one of the test runners. */
export interface TestRun {
  readonly runner: keyof typeof RUNNERS;
  readonly args: readonly string[];
  /** The runner's configuration, where it is another than usual. */
  readonly config?: string;
  /** Variables of the environment beside the present ones. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The arguments by which a runner takes up its configuration. */
export function configArgs({ config }: TestRun): string[] {
  return config === undefined ? [] : ['--config', config];
}

/** Runs tests to their end; tells what happens at once. Gives the runner's status and output, which has no test's name. */
export async function runTests(run: TestRun, onEvent: (event: TestEvent) => void): Promise<ToolRun> {
  const { program, command, reporter } = RUNNERS[run.runner];
  const args = [command, `--reporter=./scripts/test/${reporter}`, ...run.args, ...configArgs(run)];
  const child = fork(join(ROOT, 'node_modules', program), args, {
    cwd: ROOT,
    env: { ...toolEnvironment(), ...run.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.on('message', (message) => onEvent(readTestEvent(message)));
  // What it told last may arrive after its streams have closed.
  const [[status]] = await Promise.all([once(child, 'close'), once(child, 'disconnect')]);
  return { status: status ?? 1, output };
}
