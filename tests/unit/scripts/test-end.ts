import type { TestEnd } from '../../../scripts/test/test-event.ts';

/** A test that has passed, but for what is said of it. */
export function testEnd(rest: Partial<TestEnd> = {}): TestEnd {
  return { kind: 'test', file: 'a.spec.ts', titles: ['a test'], outcome: 'passed', error: '', ...rest };
}
