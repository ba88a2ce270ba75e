import type { Behaviour } from '../sandbox/behaviour.ts';
import type { FaultCase, FaultKind, FaultStage } from './fault-case.ts';
import { errorAfter, verdictAfter } from './fault-ends.ts';

const ALL: readonly FaultKind[] = ['image', 'video', 'page'];
const EACH: readonly FaultKind[] = [...ALL, 'videos'];

const UNREACHABLE = {
  error: 'service-unreachable',
  line: /^BitMind can’t be reached\. Check your connection and “Service address”/,
} as const;

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

/** Everything that can happen to a connection before its end. */
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
];
