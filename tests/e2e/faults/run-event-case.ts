import { expect } from '@playwright/test';
import type { CheckEvent, Outcome } from './check-events.ts';
import type { HeldState } from './check-states.ts';
import { expectOthersGoOn } from './expect-others-go-on.ts';
import type { BegunCheck, FaultBrowser } from './fault-browser.ts';

/** What the user reads of a check that went with the extension. */
const LOST = /^The browser stopped this extension before it could answer\. Try again\.$/;

/** Results that each outcome leaves. */
const KEPT: Record<Outcome, number> = {
  verdict: 1,
  'verdict-in-results': 1,
  cancelled: 0,
  lost: 0,
};

/** Holds a check in a state, lets something happen, and sees what comes of the check, of others, and of the results. */
export async function runEventCase(browser: FaultBrowser, event: CheckEvent, state: HeldState): Promise<void> {
  const { sandbox } = browser;
  const outcome = event.outcomes[state.name];
  sandbox.reset();
  const keptBefore = await browser.storedResults();
  const letGo = state.hold(browser);
  const check = await browser.begin(state.kind);
  await check.waitFor(`to be ${state.name}`, state.isReached);
  await event.happen(browser);
  if (outcome === 'lost') await check.shown.waitForLine(LOST);
  letGo();
  if (outcome.startsWith('verdict')) await state.goOn?.(browser, check);
  await expectOutcome(check, outcome);
  const isSentAgain = state.name === 'paused' && outcome.startsWith('verdict');
  const isSent = outcome.startsWith('verdict') ? Math.max(state.sent, 1) : state.sent;
  expect(sandbox.requests('/image')).toHaveLength(isSent + (isSentAgain ? 1 : 0));
  await event.undo?.(browser);
  if (outcome !== 'verdict') await browser.openPage();
  await expectOthersGoOn(browser);
  await expect.poll(browser.storedResults).toBe(keptBefore + KEPT[outcome] + 1);
}

async function expectOutcome(check: BegunCheck, outcome: Outcome): Promise<void> {
  switch (outcome) {
    case 'verdict':
      await check.shown.waitForLine('Likely not AI-generated');
      expect(await check.shown.buttons()).toContain('Check again');
      return;
    case 'verdict-in-results':
      await check.waitFor('to be done', ({ state, verdict }) => state === 'done' && verdict?.isAi === false);
      return;
    case 'cancelled':
      await check.waitFor('to be cancelled', ({ state }) => state === 'cancelled');
      return;
    case 'lost':
      expect(await check.records()).toEqual([]);
  }
}
