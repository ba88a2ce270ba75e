import { asIfNothing, CHECK_EVENTS, type CheckEvent, canHappen } from '../../faults/check-events.ts';
import { HELD_STATES, type HeldKind, type HeldState } from '../../faults/check-states.ts';
import { stopServiceWorker } from '../harness/service-worker.ts';
import type { BrowserBed } from './browser-bed.ts';

/** Whatever can happen to a check under way; the first two need a browser. */
export const BROWSER_EVENTS: readonly CheckEvent<BrowserBed>[] = [
  { name: 'the worker is killed', happen: ({ chromium }) => stopServiceWorker(chromium), outcome: asIfNothing },
  { name: 'the extension is reloaded', happen: (bed) => bed.reloadExtension(), outcome: () => 'lost' },
  ...CHECK_EVENTS,
];

const KINDS: readonly HeldKind[] = ['image', 'video', 'page'];

/** What happens, to what, in which state. */
export interface EventCase {
  readonly kind: HeldKind;
  readonly event: CheckEvent<BrowserBed>;
  readonly state: HeldState;
}

/**
 * Every pair of an event and a state, of an event and a kind, and of a state and a kind, each at least once: a Latin square.
 * Every event meets every state, with the next kind each time; five states in a row meet all three kinds, and so do events.
 */
export function pairwiseEventCases(): readonly EventCase[] {
  return BROWSER_EVENTS.flatMap((event, eventIndex) =>
    HELD_STATES.image.flatMap(({ name }, stateIndex) => {
      const kind = KINDS[(eventIndex + stateIndex) % KINDS.length];
      const state = kind && HELD_STATES[kind].find((state) => state.name === name);
      return kind && state && canHappen(event, name) ? [{ kind, event, state }] : [];
    }),
  );
}
