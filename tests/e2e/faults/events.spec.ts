import { CHECK_EVENTS } from './check-events.ts';
import { HELD_STATES } from './check-states.ts';
import { test } from './fault-test.ts';
import { runEventCase } from './run-event-case.ts';

for (const event of CHECK_EVENTS) {
  for (const state of HELD_STATES) {
    test(`${event.name} while a check is ${state.name}`, ({ faultBrowser }) =>
      runEventCase(faultBrowser, event, state));
  }
}
