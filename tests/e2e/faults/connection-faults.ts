import type { Behaviour } from '../../sandbox/behaviour.ts';
import type { FaultKind } from './fault-browser.ts';
import type { FaultCase, FaultStage, FaultStep } from './fault-case.ts';
import { errorAfter, verdictAfter } from './fault-ends.ts';

const ALL: readonly FaultKind[] = ['image', 'video', 'page'];
const EACH: readonly FaultKind[] = [...ALL, 'videos'];

const UNREACHABLE = {
  error: 'service-unreachable',
  line: /^BitMind could not be reached\. Look at your connection and at “Service address”/,
} as const;

const timeoutAfter = (words: string) =>
  ({
    error: 'service-timeout',
    line: new RegExp(`^BitMind did not answer within ${words}\\. Nothing is lost`),
  }) as const;

/** A connection that was used before may be cut while it idles, so Chromium itself tries again when one is cut: not here. */
function onFreshConnections(script: (stage: FaultStage) => unknown): FaultCase['script'] {
  return (stage) => {
    stage.sandbox.closeConnections();
    return script(stage);
  };
}

function cut(name: string, behaviour: Behaviour): readonly FaultCase[] {
  return [
    {
      name: `${name}, always`,
      script: onFreshConnections(({ sandbox, path }) => sandbox.always(path, behaviour)),
      ends: errorAfter(4, EACH, UNREACHABLE),
    },
    {
      name: `${name}, once`,
      script: onFreshConnections(({ sandbox, path }) => sandbox.next(path, behaviour)),
      ends: verdictAfter(2, ALL),
    },
  ];
}

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

/** Everything that can happen to a connection. */
export const CONNECTION_FAULTS: readonly FaultCase[] = [
  {
    name: 'connection refused, and back for "Try again"',
    script: ({ sandbox }) => sandbox.goDown(),
    steps: [{ do: 'see', line: UNREACHABLE.line }, { do: 'come-back' }, { do: 'press', button: 'Try again' }],
    ends: verdictAfter(1, ['image', 'video']),
  },
  {
    name: 'connection refused, all the time',
    script: ({ sandbox }) => sandbox.goDown(),
    isDown: true,
    ends: errorAfter(0, EACH, UNREACHABLE),
  },
  ...cut('reset before headers', { reset: 'before-headers' }),
  ...cut('reset in the middle of the answer', { reset: 'mid-answer' }),
  ...cut('reset in the middle of the upload', { resetAfterUploadBytes: 500 }),
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
