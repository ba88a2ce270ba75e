import { setImmediate as turn } from 'node:timers/promises';
// Puts the clock of the browsers' builds before everything that takes the time or sets a timer from now on, but for Node's own modules.
import '../../e2e/harness/movable-clock.js';
import type { MovableClock } from '../fault-bed.ts';

/** By how much the two ways to take the time may differ, in milliseconds; moves are of seconds. */
const TOLERANCE_MS = 500;

/** The system's own time, whatever the clock of the extension says: epoch milliseconds. */
export function realNow(): number {
  return performance.timeOrigin + performance.now();
}

/** The clock that everything here goes by. */
export function clockInNode(): MovableClock {
  const time = { ahead: 0, setForward: 0 };
  const channel = new BroadcastChannel('movable-clock');
  const movedNow = () => realNow() + time.ahead + time.setForward;
  const move = async (which: keyof typeof time, ms: number) => {
    time[which] += ms;
    channel.postMessage(time);
    while (Math.abs(Date.now() - movedNow()) > TOLERANCE_MS) await turn();
  };
  return {
    pass: (ms) => move('ahead', ms),
    setForward: (ms) => move('setForward', ms),
    now: async () => movedNow(),
  };
}
