import { CHECK_EVENTS } from './check-events.ts';
import { HELD_STATES, type HeldKind } from './check-states.ts';
import { test } from './fault-test.ts';
import { runEventCase } from './run-event-case.ts';

test.describe.configure({ mode: 'default' });

const KINDS: readonly HeldKind[] = ['image', 'video', 'page'];

for (const kind of KINDS) {
  for (const state of HELD_STATES[kind]) {
    for (const event of CHECK_EVENTS.filter(({ during }) => during?.includes(state.name) ?? true))
      test(`${kind}: ${event.name} while a check is ${state.name}`, ({ faultBrowser }) =>
        runEventCase(faultBrowser, kind, event, state));
  }
}
