import assert from 'node:assert/strict';
import type { EndpointPath } from '../sandbox/endpoint.ts';
import type { RequestRecord } from '../sandbox/request-record.ts';
import { expectButton, expectOthersGoOn, expectStoredResults, requestCounts } from './expect-others-go-on.ts';
import type { BegunCheck, FaultBed } from './fault-bed.ts';
import type { FaultCase, FaultEnd, FaultKind, FaultStep, PauseReason } from './fault-case.ts';
import { MEDIA_PATHS } from './fault-ends.ts';
import type { FollowedCheck } from './followed-check.ts';

/** How much time passes at once where nothing more happens, in milliseconds. */
const HANG_STEP_MS = 5_000;

/** What the user reads in a pause. */
const PAUSED_LINES: Readonly<Record<PauseReason, RegExp>> = {
  limit: /^Request limit reached\. Continuing in /,
  busy: /^BitMind is busy\. Continuing in /,
};

/** What no line that a user reads may hold. */
const NO_WORDS = /<[a-z!/]|undefined|NaN|\[object/i;

/**
 * Runs one case: the check comes to the end it must come to, with a true sentence and no request too many, it is in the
 * history, and another check goes through after it. The next kind of the same case is that other
 * check, except for the last, and where the next one would begin without a token.
 */
export async function runFaultCase(
  bed: FaultBed,
  kind: FaultKind,
  one: FaultCase,
  end: FaultEnd,
  isLastOfCase: boolean,
): Promise<void> {
  const { sandbox } = bed;
  sandbox.reset();
  const keptBefore = await bed.storedResults();
  const { promise: release, resolve: letGo } = Promise.withResolvers<void>();
  const path = MEDIA_PATHS[kind];
  await one.script({ sandbox, path, now: await bed.clock.now(), release });
  const check = await bed.begin(kind);
  const seen: Seen = { path, letGo };
  for (const step of one.steps ?? []) await takeStep(bed, check, step, seen);
  const ended = await expectEnd(bed, check, path, end);
  if (one.isDown) await sandbox.comeBack();
  assert.deepEqual(requestCounts(bed), end.requests);
  await expectStoredResults(bed, keptBefore + ended.length);
  await passPause(bed, ended);
  const hasCostToken = end.requests['/v1/oauth/token'] !== undefined;
  if (isLastOfCase || hasCostToken) await expectOthersGoOn(bed);
}

/** What the steps of a case have seen. */
interface Seen {
  readonly path: EndpointPath;
  readonly letGo: () => void;
  pausedUntil?: number | undefined;
}

async function takeStep(bed: FaultBed, check: BegunCheck, step: FaultStep, seen: Seen): Promise<void> {
  const { clock, sandbox } = bed;
  switch (step.do) {
    case 'pass':
      if (step.when === 'paused' || step.when === 'paused-anew') {
        const isOther = (until: number | undefined) => step.when === 'paused' || until !== seen.pausedUntil;
        const [record] = await check.waitFor(
          'to be paused',
          ({ pausedUntil }) => pausedUntil !== undefined && isOther(pausedUntil),
        );
        seen.pausedUntil = record?.pausedUntil;
      } else if (step.when === 'sent')
        await check.waitFor('to wait for its answer', ({ state }) => state === 'waiting');
      else await sandbox.waitForRequest(step.when);
      return clock.pass(step.ms);
    case 'still-paused':
      await check.shown.waitForLine(PAUSED_LINES[step.why]);
      assert.deepEqual(
        sandbox.requests().filter(({ status }) => status !== 429 && status !== 503),
        [],
      );
      return;
    case 'still-sent':
      assert.ok((await check.now()).every(({ state }) => state !== 'failed'));
      return;
    case 'release':
      return seen.letGo();
    case 'see':
      await check.shown.waitForLine(step.line);
      return;
    case 'hang':
      return hang(bed, check, step.when ?? seen.path, step.withinMs);
    case 'press': {
      const [before] = await check.now();
      await check.shown.press(step.button);
      await check.waitFor('to begin again', ({ endedAt }) => endedAt !== before?.endedAt);
      return;
    }
    case 'come-back':
      return sandbox.comeBack();
  }
}

async function hang(
  { clock, sandbox, waitFor }: FaultBed,
  check: BegunCheck,
  path: EndpointPath,
  withinMs: number,
): Promise<void> {
  await sandbox.waitForRequest(path);
  let passed = 0;
  await waitFor('the check to end', async () => {
    if ((await check.now()).every(({ hasEnded }) => hasEnded)) return true;
    assert.ok(passed <= withinMs, `${passed} ms have passed, and the check has not ended`);
    passed += HANG_STEP_MS;
    await clock.pass(HANG_STEP_MS);
    return undefined;
  });
}

/** Until the moment that an error names, nothing is sent for anybody. */
async function passPause({ clock }: FaultBed, ended: readonly FollowedCheck[]): Promise<void> {
  const opensAt = ended.flatMap(({ error }) => (error && 'retryAt' in error ? (error.retryAt ?? []) : []));
  const leftMs = Math.max(...opensAt, 0) - (await clock.now());
  if (leftMs > 0) await clock.pass(leftMs);
}

/** The end states, and what the user reads then. */
async function expectEnd(
  bed: FaultBed,
  check: BegunCheck,
  path: EndpointPath,
  end: FaultEnd,
): Promise<readonly FollowedCheck[]> {
  const records = await check.waitFor('to end', ({ hasEnded }) => hasEnded);
  const verdicts = inOrderSent(records, bed.sandbox.requests(path)).map(({ isAi }) => isAi ?? null);
  const errors = records.flatMap(({ error }) => error?.code ?? []);
  // Where the case names no verdicts, all have one or none has.
  const expected = end.verdicts ?? verdicts.map((verdict) => (end.error === undefined ? (verdict ?? 'any') : null));
  assert.deepEqual(
    { verdicts, errors: [...new Set(errors)] },
    { verdicts: expected, errors: end.error ? [end.error] : [] },
  );
  const lines = await check.shown.waitForLine(end.line);
  assert.doesNotMatch(lines.join('\n'), NO_WORDS);
  if (end.unseen) assert.doesNotMatch(lines.join('\n'), end.unseen);
  if (end.button) await expectButton(bed, check, end.button);
  return records;
}

/** The records of a page's media in the order in which these were in the first request, by their bytes. */
function inOrderSent(records: readonly FollowedCheck[], [first]: readonly RequestRecord[]): readonly FollowedCheck[] {
  const place = (check: FollowedCheck) => first?.parts.findIndex(({ sha256 }) => sha256 === check.sha256) ?? 0;
  return [...records].sort((one, other) => place(one) - place(other));
}
