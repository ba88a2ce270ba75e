import type { HeldKind, HeldStateName } from './check-states.ts';
import type { BegunCheck, FaultBed } from './fault-bed.ts';

/**
 * What comes of a check: its verdict, read by the user in the page, or in the results alone where the page has gone; nothing,
 * since it was no more than a question; its end as cancelled; or the end that the page tells, where the check went with the
 * extension.
 */
export type Outcome = 'verdict' | 'verdict-in-results' | 'unasked' | 'cancelled' | 'lost';

/** Something that happens to the browser, and its opposite if it has to be undone. */
export interface CheckEvent<Bed extends FaultBed> {
  readonly name: string;
  readonly happen: (bed: Bed, check: BegunCheck) => Promise<unknown>;
  readonly undo?: (bed: Bed) => Promise<unknown>;
  readonly outcome: (kind: HeldKind, state: HeldStateName) => Outcome;
  /** The states in which it can happen; left out: all. */
  readonly during?: readonly HeldStateName[];
  /** How many other images are judged by it. */
  readonly checksAside?: number;
  /** No browser has a part in it. */
  readonly isWithoutBrowser?: true;
}

/** What could not be written is tried again by itself within this time. */
const TRIED_AGAIN_WITHIN_MS = 20_000;

const DAY_MS = 86_400_000;

/** The check goes on as if nothing had happened. */
export const asIfNothing = (): Outcome => 'verdict';

/**
 * The page has gone: one image or video is read and sent without it, while the check of a page ends with the page; what was
 * only asked about is not sent.
 */
function withoutPage(kind: HeldKind, state: HeldStateName): Outcome {
  if (state === 'asking') return 'unasked';
  return kind === 'page' ? 'cancelled' : 'verdict-in-results';
}

/** Whatever can happen to a check under way and needs no browser: the background hears of it by what it listens to. */
export const CHECK_EVENTS: readonly CheckEvent<FaultBed>[] = [
  { name: 'the tab is closed', happen: (bed) => bed.openPage(), outcome: withoutPage },
  { name: 'the page is navigated', happen: (bed) => bed.leavePage(), outcome: withoutPage },
  {
    name: 'the user presses “Cancel”',
    happen: (_bed, { shown }) => shown.press('Cancel'),
    outcome: (_kind, state) => (state === 'asking' ? 'unasked' : 'cancelled'),
    isWithoutBrowser: true,
  },
  {
    name: 'the storage is full',
    happen: (bed) => bed.fillSessionStorage(),
    async undo(bed) {
      await bed.emptySessionStorage();
      await bed.clock.pass(TRIED_AGAIN_WITHIN_MS);
    },
    outcome: asIfNothing,
  },
  {
    name: 'the system clock is set forward by a day',
    happen: ({ clock }) => clock.setForward(DAY_MS),
    undo: ({ clock }) => clock.setForward(-DAY_MS),
    outcome: asIfNothing,
    isWithoutBrowser: true,
  },
  {
    name: 'the system clock is set back by a day',
    happen: ({ clock }) => clock.setForward(-DAY_MS),
    undo: ({ clock }) => clock.setForward(DAY_MS),
    outcome: asIfNothing,
    isWithoutBrowser: true,
  },
  {
    name: 'another image is checked and judged',
    happen: (bed) => bed.checkAside(),
    checksAside: 1,
    outcome: asIfNothing,
    isWithoutBrowser: true,
    during: ['asking', 'reading', 'uploading', 'waiting'], // A pause is everybody's: the service asks for it.
  },
];

/** Whether an event can happen in a state. */
export function canHappen({ during }: Pick<CheckEvent<never>, 'during'>, state: HeldStateName): boolean {
  return during?.includes(state) ?? true;
}
