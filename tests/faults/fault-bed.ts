import type { CheckRecord } from '../../src/core/check/check-record.ts';
import type { Settings } from '../../src/core/store/settings-item.ts';
import type { Sandbox } from '../sandbox/create-sandbox.ts';
import type { Subject } from './fault-pages.ts';
import { type FollowedCheck, followedCheck } from './followed-check.ts';

/**
 * Where a case runs: in a browser, or in Node, where the background is the real one and all around it speaks by the protocol.
 * Somebody is signed in, no verdict is used again, and the clock can be moved.
 */
export interface FaultBed {
  readonly sandbox: Sandbox;
  readonly clock: MovableClock;
  /** Holds back the files of what is shown, for whoever asks from now on; gives what lets them go. */
  holdMedia(subject: Subject): () => void;
  /** Begins a check, once `before` is done on the page that shows it. */
  begin(subject: Subject, before?: () => unknown): Promise<BegunCheck>;
  /** Has another image judged meanwhile, of another host and in another tab. */
  checkAside(): Promise<void>;
  /** Opens the page in a new tab, and closes the one before. */
  openPage(): Promise<void>;
  /** Leads the page in front to another host. */
  leavePage(): Promise<void>;
  /** Changes some of the settings; gives what they were before. */
  changeSettings(changed: Partial<Settings>): Promise<Partial<Settings>>;
  /** Fills `storage.session`, where the records of checks are, until it takes nothing any more. */
  fillSessionStorage(): Promise<void>;
  /** Makes room in it again. */
  emptySessionStorage(): Promise<void>;
  /** How many results are in the history. */
  storedResults(): Promise<number>;
  /** How the latest check of a whole page stands; undefined before there is one. */
  latestRunState(): Promise<string | undefined>;
  /** Looks at something until it is there; throws with `what`, and what `seen` tells, where it does not come. */
  waitFor<T>(
    what: string,
    read: () => Promise<T | undefined> | T | undefined,
    seen?: () => Promise<string>,
  ): Promise<T>;
}

/** The clock of the extension. */
export interface MovableClock {
  /** Lets so much time pass at once: timers that are due by then run, and it is that much later. Milliseconds. */
  pass(ms: number): Promise<void>;
  /** Sets the system's clock forward, or back with a number below 0: it is later, and no timer runs for it. Milliseconds. */
  setForward(ms: number): Promise<void>;
  /** What time it is there: epoch milliseconds. */
  now(): Promise<number>;
}

/** A check that was begun. */
export interface BegunCheck {
  readonly shown: Shown;
  /** It as it is now: one, or one for each picture of the page. */
  now(): Promise<readonly FollowedCheck[]>;
  /** Waits until all of them are so, and one of them is so too where that is asked; gives them. */
  waitFor(
    what: string,
    isSo: (check: FollowedCheck) => boolean,
    isOneSo?: (check: FollowedCheck) => boolean,
  ): Promise<readonly FollowedCheck[]>;
}

/** What shows a check in its page, as the user knows it: the panel, or the status of a whole page. */
export interface Shown {
  /** Waits until one of its lines matches; gives all lines. */
  waitForLine(pattern: RegExp | string): Promise<readonly string[]>;
  /** Presses a button once it is there. `chosen`: what the user has chosen behind it, where the case runs in Node. */
  press(button: string, chosen?: Readonly<Record<string, unknown>>): Promise<void>;
  /** The names of its buttons now. */
  buttons(): Promise<readonly string[]>;
  /** Waits until they are these, in this order. */
  waitForButtons(names: readonly string[]): Promise<void>;
}

/** Follows a check by its records: `recordsNow` reads those of all its media, which are so many. */
export function followRecords(
  waitFor: FaultBed['waitFor'],
  count: number,
  recordsNow: () => Promise<readonly CheckRecord[]>,
): Pick<BegunCheck, 'now' | 'waitFor'> {
  const now = async () => (await recordsNow()).map(followedCheck);
  return {
    now,
    waitFor: (what, isSo, isOneSo = isSo) =>
      waitFor(
        `the check ${what}`,
        async () => {
          const checks = await now();
          return checks.length === count && checks.every(isSo) && checks.some(isOneSo) ? checks : undefined;
        },
        async () => JSON.stringify((await now()).map(({ state, error }) => [state, error])),
      ),
  };
}
