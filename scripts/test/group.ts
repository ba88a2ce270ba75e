import type { TestEnd, TestEvent } from './test-event.ts';

/** A group of tests, as far as it has come. */
export interface Group {
  readonly name: string;
  readonly startedAt: number;
  /** What its progress is counted in; unknown until its runner begins. */
  readonly parts: readonly string[] | undefined;
  /** How long each part took that has ended. Milliseconds. */
  readonly took: ReadonlyMap<string, number>;
  readonly ends: readonly TestEnd[];
  /** Errors outside of tests. */
  readonly errors: readonly string[];
  readonly hasEnded: boolean;
}

/** How many tests came out how. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A group of which nothing has run. */
export function newGroup(name: string, startedAt: number): Group {
  return { name, startedAt, parts: undefined, took: new Map(), ends: [], errors: [], hasEnded: false };
}

/** The group after its runner has told something. */
export function afterEvent(group: Group, event: TestEvent): Group {
  switch (event.kind) {
    case 'begin':
      return { ...group, parts: event.parts };
    case 'test':
      return { ...group, ends: [...group.ends, event] };
    case 'part':
      return { ...group, took: new Map(group.took).set(event.part, event.ms) };
    case 'error':
      return { ...group, errors: [...group.errors, event.error] };
    case 'end':
      return { ...group, hasEnded: true };
  }
}

/** Counts the tests of a group so far; an error outside of tests is a failure of its own. */
export function countsOf({ ends, errors }: Group): Counts {
  const count = (outcome: TestEnd['outcome']) => ends.filter((end) => end.outcome === outcome).length;
  return { passed: count('passed'), failed: count('failed') + errors.length, skipped: count('skipped') };
}
