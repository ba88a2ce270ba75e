// @module-tag ffmpeg
import { test } from 'vitest';
import { CHECK_EVENTS, canHappen } from './check-events.ts';
import { HELD_STATES, type HeldKind } from './check-states.ts';
import { useNodeBed } from './node/node-cases.ts';
import { runEventCase } from './run-event-case.ts';

const KINDS: readonly HeldKind[] = ['image', 'video', 'page'];

const bed = useNodeBed();

for (const kind of KINDS) {
  for (const state of HELD_STATES[kind]) {
    for (const event of CHECK_EVENTS.filter((event) => canHappen(event, state.name)))
      test(`${kind}: ${event.name} while a check is ${state.name}`, () => runEventCase(bed(), kind, event, state));
  }
}
