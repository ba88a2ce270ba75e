import { asIfNothing, CHECK_EVENTS, type CheckEvent, canHappen } from '../../faults/check-events.ts';
import { HELD_STATES, type HeldKind, type HeldState, type HeldStateName } from '../../faults/check-states.ts';
import { stopServiceWorker } from '../harness/service-worker.ts';
import type { BrowserBed } from './browser-bed.ts';

/** What only a browser can do to a check under way. */
export const BROWSER_ALONE: readonly CheckEvent<BrowserBed>[] = [
  { name: 'the worker is killed', happen: ({ chromium }) => stopServiceWorker(chromium), outcome: asIfNothing },
  { name: 'the extension is reloaded', happen: (bed) => bed.reloadExtension(), outcome: () => 'lost' },
];

const KINDS: readonly HeldKind[] = ['image', 'video', 'page'];

/** What happens, to what, in which state. */
export interface EventCase {
  readonly kind: HeldKind;
  readonly event: CheckEvent<BrowserBed>;
  readonly state: HeldState;
}

/**
 * What only a browser can do meets every state. Every other event in which a browser has a part meets one, since Node has it
 * meet them all, of every kind. Kinds and states take turns.
 */
export function browserEventCases(): readonly EventCase[] {
  const own = BROWSER_ALONE.flatMap((event, at) =>
    statesFor(event).map((_, turn) => eventCase(event, at + turn, turn)),
  );
  const others = CHECK_EVENTS.filter(({ isWithoutBrowser }) => !isWithoutBrowser);
  return [...own, ...others.map((event, at) => eventCase(event, at, at))];
}

function statesFor(event: CheckEvent<BrowserBed>): readonly HeldStateName[] {
  return HELD_STATES.image.map(({ name }) => name).filter((name) => canHappen(event, name));
}

function eventCase(event: CheckEvent<BrowserBed>, kindTurn: number, stateTurn: number): EventCase {
  const kind = KINDS[kindTurn % KINDS.length] ?? 'image';
  const names = statesFor(event);
  const state = HELD_STATES[kind].find(({ name }) => name === names[stateTurn % names.length]);
  if (!state) throw new Error(`${event.name} meets no state of the kind ${kind}`);
  return { kind, event, state };
}
