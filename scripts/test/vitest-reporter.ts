import { relative } from 'node:path';
import type { Reporter, SerializedError, TestCase, TestModule, TestSpecification, TestSuite } from 'vitest/node';
import { tellTestEvent } from './test-event.ts';

/** Tells `npm test` what Vitest does, while it does it. */
export default class VitestReporter implements Reporter {
  onTestRunStart(specifications: readonly TestSpecification[]): void {
    void tellTestEvent({ kind: 'begin', parts: specifications.map(fileOf) });
  }

  onTestCaseResult(test: TestCase): void {
    const { state, errors = [] } = test.result();
    void tellTestEvent({
      kind: 'test',
      file: fileOf(test.module),
      titles: titlesOf(test),
      outcome: state === 'pending' ? 'skipped' : state,
      error: errors.map(wordsOf).join('\n\n'),
    });
  }

  onTestSuiteResult(suite: TestSuite): void {
    tellErrors(suite.errors());
  }

  onTestModuleEnd(module: TestModule): void {
    tellErrors(module.errors());
    const { collectDuration, duration } = module.diagnostic();
    void tellTestEvent({ kind: 'part', part: fileOf(module), ms: collectDuration + duration });
  }

  onTestRunEnd(_modules: readonly TestModule[], errors: readonly SerializedError[]): Promise<void> {
    tellErrors(errors);
    return tellTestEvent({ kind: 'end' });
  }
}

function tellErrors(errors: readonly SerializedError[]): void {
  for (const error of errors) void tellTestEvent({ kind: 'error', error: wordsOf(error) });
}

function fileOf({ moduleId }: { readonly moduleId: string }): string {
  return relative('.', moduleId);
}

function titlesOf({ name, parent }: TestCase): string[] {
  const titles = [name];
  for (let suite = parent; suite.type === 'suite'; suite = suite.parent) titles.unshift(suite.name);
  return titles;
}

function wordsOf({ message, stack, diff }: SerializedError): string {
  return [stack ?? message, diff].filter(Boolean).join('\n\n');
}
