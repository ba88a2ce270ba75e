import { CHECK_EVENTS } from './check-events.ts';
import { HELD_STATES, type HeldKind } from './check-states.ts';
import { expectOthersGoOn } from './expect-others-go-on.ts';
import { expect, test } from './fault-test.ts';
import { LOST, runEventCase } from './run-event-case.ts';

test.describe.configure({ mode: 'default' });

const KINDS: readonly HeldKind[] = ['image', 'video', 'page'];

for (const kind of KINDS) {
  for (const state of HELD_STATES[kind]) {
    for (const event of CHECK_EVENTS.filter(({ during }) => during?.includes(state.name) ?? true))
      test(`${kind}: ${event.name} while a check is ${state.name}`, ({ faultBrowser }) =>
        runEventCase(faultBrowser, kind, event, state));
  }
}

test('image: after its verdict the extension is reloaded: that stays, and what can be done no more says so', async ({
  faultBrowser,
}) => {
  faultBrowser.sandbox.reset();
  const { shown } = await faultBrowser.begin('image');
  await shown.waitForLine('Likely not AI-generated');
  await faultBrowser.reloadExtension();
  await shown.press('Check again');
  expect(await shown.waitForLine(LOST)).toContain('Likely not AI-generated');
  await shown.pressSummary('Details');
  await shown.press('Copy diagnostics');
  await expect.poll(shown.buttons).toEqual(['Close', 'Copied']);
  await faultBrowser.openPage();
  await expectOthersGoOn(faultBrowser);
});
