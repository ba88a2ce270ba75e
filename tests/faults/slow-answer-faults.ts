import type { FaultCase, FaultKind, FaultStep } from './fault-case.ts';
import { errorAfter, verdictAfter } from './fault-ends.ts';

const ALL: readonly FaultKind[] = ['image', 'video', 'page'];

const timeoutAfter = (words: string) =>
  ({
    error: 'service-timeout',
    line: new RegExp(`^BitMind didn’t answer within ${words}\\. Nothing was lost`),
  }) as const;

/** Just before the limit nothing has ended yet; just after it the check has. */
function untilLimit(limitMs: number): readonly FaultStep[] {
  return [
    { do: 'pass', ms: limitMs - 3_000, when: 'sent' },
    { do: 'still-sent' },
    { do: 'pass', ms: 4_000, when: 'sent' },
  ];
}

const NEVER = new Promise(() => undefined);

const FIVE_MINUTES_MS = 300_000;

/** Answers that take their time, or never end: each has its limit. */
export const SLOW_ANSWER_FAULTS: readonly FaultCase[] = [
  {
    name: 'an answer after 5 minutes: too slow',
    script: ({ sandbox, path }) => sandbox.always(path, { hold: NEVER }),
    steps: untilLimit(30_000),
    ends: errorAfter(1, ['image'], timeoutAfter('30 sec')),
  },
  {
    name: 'an answer after 5 minutes: in time',
    script: ({ sandbox, path, release }) => sandbox.next(path, { hold: release }),
    steps: [{ do: 'pass', ms: FIVE_MINUTES_MS - 5_000, when: 'sent' }, { do: 'still-sent' }, { do: 'release' }],
    ends: verdictAfter(1, ['video', 'page', 'videos']),
  },
  {
    name: 'no answer at all, for 10 minutes',
    script: ({ sandbox, path }) => sandbox.always(path, { hold: NEVER }),
    steps: untilLimit(600_000),
    ends: errorAfter(1, ['video'], timeoutAfter('600 sec')),
  },
  {
    name: 'no answer at all to a batch, for 5 minutes',
    script: ({ sandbox, path }) => sandbox.always(path, { hold: NEVER }),
    steps: untilLimit(300_000),
    ends: errorAfter(1, ['page'], timeoutAfter('300 sec')),
  },
  {
    name: 'no answer at all to a batch of videos, for 30 minutes',
    script: ({ sandbox, path }) => sandbox.always(path, { hold: NEVER }),
    steps: untilLimit(1_800_000),
    ends: errorAfter(1, ['videos'], timeoutAfter('1,800 sec')),
  },
  {
    name: 'an answer without an end',
    script: ({ sandbox, path }) => sandbox.always(path, { isEndless: true, drip: { bytes: 20, everyMs: 20 } }),
    steps: [{ do: 'hang', withinMs: 20_000 }],
    ends: errorAfter(1, ALL, timeoutAfter('15 sec')),
  },
  {
    name: 'an answer in drops, in time',
    script: ({ sandbox, path }) => sandbox.next(path, { drip: { bytes: 5, everyMs: 5 } }),
    ends: verdictAfter(1, ALL),
  },
  {
    name: 'an answer in drops, too slow',
    script: ({ sandbox, path }) => sandbox.always(path, { drip: { bytes: 1, everyMs: 5_000 } }),
    steps: [{ do: 'hang', withinMs: 20_000 }],
    ends: errorAfter(1, ALL, timeoutAfter('15 sec')),
  },
];
