import { stripVTControlCharacters } from 'node:util';
import { tryTool } from '../run-tool.ts';
import { commandAlone } from './alone.ts';
import { afterEvent, type Counts, countsOf, type Group, newGroup } from './group.ts';
import { keepTimes, readLastTimes } from './last-times.ts';
import { progressLine } from './progress-line.ts';
import { runTests, type TestRun } from './run-tests.ts';
import { createScreen } from './screen.ts';
import type { TestEnd, TestEvent } from './test-event.ts';
import { timeLeft } from './time-left.ts';

/** Runs and counts every test of every kind, and tells meanwhile how far it is. */
export interface Tally {
  /** A tool that passes or fails as one test. */
  step(name: string, tool: string, ...args: readonly string[]): Promise<boolean>;
  /** Tests of a test runner. Gives those that ended. */
  tests(name: string, run: TestRun): Promise<readonly TestEnd[]>;
  /** Counts tests that cannot run here as skipped, and says why. */
  skip(name: string, run: TestRun, reason: string): Promise<void>;
  say(text: string): void;
  /** Prints the closing line; gives the exit code: 1 if any test failed, or none ran. */
  close(): number;
}

/** A tally of nothing yet. `command` names the run: its times are held against those of its last. */
export function createTally(command: string): Tally {
  const last = readLastTimes(command);
  const running = new Map<string, Group>();
  const ended: { readonly group: Group; readonly ms: number; readonly counts: Counts }[] = [];
  const total = (key: keyof Counts) => ended.reduce((sum, { counts }) => sum + counts[key], 0);
  const screen = createScreen(process.stdout, () => {
    const groups = [...running.values()];
    const done = new Set(ended.map(({ group }) => group.name));
    return groups.length > 0 ? progressLine(groups, total('failed'), timeLeft(last, done, groups)) : undefined;
  });

  const begin = (name: string) => void running.set(name, newGroup(name, Date.now()));
  const current = (name: string) => running.get(name) ?? newGroup(name, Date.now());
  const hear = (name: string, event: TestEvent) => void running.set(name, afterEvent(current(name), event));

  function end(name: string): boolean {
    const group = current(name);
    running.delete(name);
    const counts = countsOf(group);
    const ms = Date.now() - group.startedAt;
    ended.push({ group, ms, counts });
    const { passed, failed, skipped } = counts;
    const isGreen = failed === 0 && passed > 0;
    const skips = skipped > 0 ? `, ${skipped} skipped` : '';
    const seconds = (ms / 1000).toFixed(1);
    screen.say(
      `${isGreen ? '✓' : '✗'} ${name}: ${passed} of ${passed + failed + skipped} passed${skips} (${seconds} s)`,
    );
    return isGreen;
  }

  function sayFailure(title: string, error: string, alone?: string): void {
    screen.say(`\n✗ ${title}\n${indented(error)}${alone ? `\n  alone: ${alone}` : ''}\n`);
  }

  /** Counts a group that is one test. */
  function endOne(name: string, holds: boolean, error: string, alone?: string): boolean {
    const outcome = holds ? 'passed' : 'failed';
    hear(name, { kind: 'test', file: '', titles: [name], outcome, error });
    hear(name, { kind: 'part', part: name, ms: Date.now() - current(name).startedAt });
    if (!holds) sayFailure(name, error, alone);
    return end(name);
  }

  return {
    async step(name, tool, ...args) {
      begin(name);
      hear(name, { kind: 'begin', parts: [name] });
      const { status, output } = await tryTool(tool, ...args);
      return endOne(name, status === 0, output, ['npx', tool, ...args].join(' '));
    },
    async tests(name, run) {
      begin(name);
      const { status, output } = await runTests(run, (event) => {
        hear(name, event);
        if (event.kind === 'error') sayFailure(name, event.error);
        if (event.kind !== 'test' || event.outcome !== 'failed') return;
        sayFailure([event.file, ...event.titles].join(' › '), event.error, commandAlone(run, event));
      });
      const group = current(name);
      const { passed, failed } = countsOf(group);
      // A runner can fail with no test failed, and a run without tests proves nothing.
      if (failed === 0 && (status !== 0 || passed === 0 || !group.hasEnded)) {
        const error = `It ended with ${status}, ${passed} tests passed. It said:\n${output}`;
        hear(name, { kind: 'error', error });
        sayFailure(name, error);
      }
      end(name);
      return group.ends;
    },
    async skip(name, run, reason) {
      let skipped = 0;
      const { status, output } = await runTests({ ...run, args: [...run.args, '--list'] }, (event) => {
        if (event.kind === 'begin') skipped = event.parts.length;
      });
      if (status !== 0) throw new Error(`its tests could not be counted:\n${output}`);
      ended.push({ group: newGroup(name, Date.now()), ms: 0, counts: { passed: 0, failed: 0, skipped } });
      screen.say(`– ${name}: ${skipped} skipped. ${reason}`);
    },
    say: (text) => screen.say(text),
    close() {
      screen.close();
      keepTimes(command, ended);
      const [passed, failed, skipped] = [total('passed'), total('failed'), total('skipped')];
      console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
      return failed > 0 || passed === 0 ? 1 : 0;
    },
  };
}

function indented(text: string): string {
  return stripVTControlCharacters(text).trim().replaceAll(/^/gm, '  ');
}
