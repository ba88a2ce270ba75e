import { expect } from '@playwright/test';
import type { CheckEvent, Outcome } from './check-events.ts';
import { type HeldKind, type HeldState, isPaused } from './check-states.ts';
import { expectOthersGoOn } from './expect-others-go-on.ts';
import type { BegunCheck, FaultBrowser } from './fault-browser.ts';
import { MEDIA_PATHS } from './fault-ends.ts';
import { checksOf } from './fault-pages.ts';

/** What the user reads of a check that went with the extension. */
export const LOST = /^The browser stopped this extension before it could answer\. Try again\.$/;

/** Holds a check in a state, lets something happen, and sees what comes of the check, of others, and of the results. */
export async function runEventCase(
  browser: FaultBrowser,
  kind: HeldKind,
  event: CheckEvent,
  state: HeldState,
): Promise<void> {
  const { sandbox } = browser;
  const path = MEDIA_PATHS[kind];
  const outcome = event.outcome(kind, state.name);
  const hasVerdict = outcome.startsWith('verdict');
  sandbox.reset();
  const keptBefore = await browser.storedResults();
  let letGo: () => unknown = () => undefined;
  const check = await browser.begin(state.subject, async () => {
    letGo = await state.hold(browser);
  });
  await state.reached(check);
  await event.happen(browser);
  if (outcome === 'lost') await expectLost(kind, check);
  if (outcome === 'cancelled') await expectRunCancelled(browser);
  if (outcome === 'cancelled' && state.name === 'waiting')
    expect((await sandbox.waitForRequest(path, 1, 'ended')).outcome).toBe('aborted');
  await letGo();
  if (hasVerdict) await state.goOn?.(check);
  if (hasVerdict && state.lastsMs !== undefined) await isPaused(check);
  if (outcome !== 'lost') await browser.clock.pass(state.lastsMs ?? 0); // The clock went with the extension.
  await expectOutcome(kind, state, check, outcome);
  const isSentAgain = state.name === 'paused' && hasVerdict;
  const isSent = hasVerdict ? Math.max(state.sent, 1) : state.sent;
  const { checksAside = 0 } = event;
  const sentAside = path === MEDIA_PATHS.image ? checksAside : 0;
  expect(sandbox.requests(path)).toHaveLength(isSent + (isSentAgain ? 1 : 0) + sentAside);
  await event.undo?.(browser);
  // What a later background would find is what came of it.
  if (hasVerdict) await check.waitFor('to be stored as done', (record) => record.state === 'done');
  if (outcome !== 'verdict') await browser.openPage();
  await expect.poll(browser.storedResults).toBe(keptBefore + checksAside + (hasVerdict ? checksOf(state.subject) : 0));
  await expectOthersGoOn(browser);
}

async function expectOutcome(
  kind: HeldKind,
  { subject }: HeldState,
  check: BegunCheck,
  outcome: Outcome,
): Promise<void> {
  switch (outcome) {
    case 'verdict': {
      if (kind === 'page') {
        const count = checksOf(subject);
        await check.shown.waitForLine(`${count} checked: ${count} likely not AI-generated`);
        return;
      }
      await check.shown.waitForLine('Likely not AI-generated');
      await expect.poll(check.shown.buttons).toContain('Check again');
      return;
    }
    case 'verdict-in-results':
      await check.waitFor('to be done', ({ state, verdict }) => state === 'done' && verdict?.isAi === false);
      return;
    case 'unasked':
      if (kind === 'page') expect(await check.records()).toEqual([]);
      else await check.waitFor('to be cancelled', ({ state }) => state === 'cancelled');
      return;
    case 'cancelled':
      await check.waitFor('to be cancelled', ({ state }) => state === 'cancelled');
      return;
    case 'lost':
      expect(await check.records()).toEqual([]);
  }
}

/** The page says so, with nothing that would not work any more. */
async function expectLost(kind: HeldKind, { shown }: BegunCheck): Promise<void> {
  const lines = await shown.waitForLine(LOST);
  expect(lines).not.toContain('0'); // How far it has got.
  await expect.poll(shown.buttons).toEqual(kind === 'page' ? ['Close', 'Remove the badges'] : ['Close']);
}

/** What the popup tells of the page's check. */
async function expectRunCancelled({ ownPage }: FaultBrowser): Promise<void> {
  const latest = `chrome.storage.session.get().then((kept) => Object.entries(kept)
    .flatMap(([key, run]) => key.startsWith('page-run:') ? [run] : [])
    .sort((one, other) => other.startedAt - one.startedAt)[0]?.state)`;
  await expect.poll(() => ownPage.evaluate(latest)).toBe('cancelled');
}
