import assert from 'node:assert/strict';
import type { CheckEvent, Outcome } from './check-events.ts';
import { type HeldKind, type HeldState, isPaused } from './check-states.ts';
import { expectButton, expectOthersGoOn, expectStoredResults } from './expect-others-go-on.ts';
import type { BegunCheck, FaultBed } from './fault-bed.ts';
import { MEDIA_PATHS } from './fault-ends.ts';
import { checksOf } from './fault-pages.ts';

/** What the user reads of a check that went with the extension. */
export const LOST = /^The browser stopped this extension before it could answer\. Try again\.$/;

/** Holds a check in a state, lets something happen, and sees what comes of the check, of others, and of the results. */
export async function runEventCase<Bed extends FaultBed>(
  bed: Bed,
  kind: HeldKind,
  event: CheckEvent<Bed>,
  state: HeldState,
): Promise<void> {
  const { sandbox } = bed;
  const path = MEDIA_PATHS[kind];
  const outcome = event.outcome(kind, state.name);
  const hasVerdict = outcome.startsWith('verdict');
  sandbox.reset();
  const keptBefore = await bed.storedResults();
  let letGo: () => unknown = () => undefined;
  const check = await bed.begin(state.subject, async () => {
    letGo = await state.hold(bed);
  });
  await state.reached(check, bed);
  await event.happen(bed, check);
  if (outcome === 'lost') await expectLost(check);
  if (outcome === 'cancelled' && kind === 'page') await expectRunCancelled(bed);
  if (outcome === 'cancelled' && state.name === 'waiting')
    assert.equal((await sandbox.waitForRequest(path, 1, 'ended')).outcome, 'aborted');
  await letGo();
  if (hasVerdict) await state.goOn?.(check);
  if (hasVerdict && state.lastsMs !== undefined) await isPaused(check);
  if (outcome !== 'lost') await bed.clock.pass(state.lastsMs ?? 0); // The clock went with the extension.
  await expectOutcome(bed, kind, state, check, outcome);
  const isSentAgain = state.name === 'paused' && hasVerdict;
  const isSent = hasVerdict ? Math.max(state.sent, 1) : state.sent;
  const { checksAside = 0 } = event;
  const sentAside = path === MEDIA_PATHS.image ? checksAside : 0;
  assert.equal(sandbox.requests(path).length, isSent + (isSentAgain ? 1 : 0) + sentAside);
  await event.undo?.(bed);
  // What a later background would find is what came of it.
  if (hasVerdict) await check.waitFor('to be stored as done', ({ state }) => state === 'done');
  if (outcome !== 'verdict') await bed.openPage();
  await expectStoredResults(bed, keptBefore + checksAside + (hasVerdict ? checksOf(state.subject) : 0));
  await expectOthersGoOn(bed);
}

async function expectOutcome(
  bed: FaultBed,
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
      await expectButton(bed, check, 'Check again');
      return;
    }
    case 'verdict-in-results':
      await check.waitFor('to be done', ({ state, isAi }) => state === 'done' && isAi === false);
      return;
    case 'unasked':
      if (kind === 'page') assert.deepEqual(await check.now(), []);
      else await check.waitFor('to be cancelled', ({ state }) => state === 'cancelled');
      return;
    case 'cancelled':
      await check.waitFor('to be cancelled', ({ state }) => state === 'cancelled');
      return;
    case 'lost':
      assert.deepEqual(await check.now(), []);
  }
}

/** The page says so, with nothing that would not work any more. */
async function expectLost({ shown }: BegunCheck): Promise<void> {
  const lines = await shown.waitForLine(LOST);
  assert.ok(!lines.includes('0')); // How far it has got.
  await shown.waitForButtons(['Close']);
}

/** What the popup tells of the page's check. */
async function expectRunCancelled({ waitFor, latestRunState }: FaultBed): Promise<void> {
  await waitFor(
    'the check of the page to be cancelled',
    async () => (await latestRunState()) === 'cancelled' || undefined,
  );
}
