import { relative } from 'node:path';
import type { FullConfig, Reporter, Suite, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { tellTestEvent } from './test-event.ts';

const OUTCOMES = { expected: 'passed', skipped: 'skipped', unexpected: 'failed', flaky: 'failed' } as const;

/** Tells `npm test` what Playwright does, while it does it. */
export default class PlaywrightReporter implements Reporter {
  onBegin(_config: FullConfig, suite: Suite): void {
    void tellTestEvent({ kind: 'begin', parts: suite.allTests().map(partOf) });
  }

  onTestEnd(test: TestCase, { duration, errors }: TestResult): void {
    void tellTestEvent({
      kind: 'test',
      file: fileOf(test),
      titles: titlesOf(test),
      outcome: OUTCOMES[test.outcome()],
      error: errors.map(wordsOf).join('\n\n'),
    });
    void tellTestEvent({ kind: 'part', part: partOf(test), ms: duration });
  }

  onError(error: TestError): void {
    void tellTestEvent({ kind: 'error', error: wordsOf(error) });
  }

  onEnd(): Promise<void> {
    return tellTestEvent({ kind: 'end' });
  }
}

function partOf(test: TestCase): string {
  return [fileOf(test), ...titlesOf(test)].join(' › ');
}

/** The spec file that runs a test: for a row of a table, not the file its code stands in. */
function fileOf({ parent, location }: TestCase): string {
  let suite: Suite | undefined = parent;
  while (suite && suite.type !== 'file') suite = suite.parent;
  return relative('.', suite?.location?.file ?? location.file);
}

function titlesOf(test: TestCase): string[] {
  return test.titlePath().slice(3); // Without the root, the project and the file.
}

function wordsOf({ stack, message, value, snippet }: TestError): string {
  return [stack ?? message ?? value, snippet].filter(Boolean).join('\n\n');
}
