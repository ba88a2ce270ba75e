import { expect } from '@playwright/test';
import { hasEnded } from '../../../src/background/check/check-state.ts';
import type { PauseReason } from '../../../src/core/check/check-progress.ts';
import type { CheckRecord } from '../../../src/core/check/check-record.ts';
import type { EndpointPath } from '../../sandbox/endpoint.ts';
import type { RequestRecord } from '../../sandbox/request-record.ts';
import { waitFor } from '../harness/wait-for.ts';
import { expectOthersGoOn, requestCounts } from './expect-others-go-on.ts';
import type { BegunCheck, FaultBrowser, FaultKind } from './fault-browser.ts';
import type { FaultCase, FaultEnd, FaultStep } from './fault-case.ts';
import { MEDIA_PATHS } from './fault-ends.ts';

/** How much time passes at once where nothing more happens, in milliseconds. */
const HANG_STEP_MS = 5_000;

/** What the user reads in a pause. */
const PAUSED_LINES: Readonly<Record<PauseReason, RegExp>> = {
  limit: /^BitMind’s limit of requests is reached\. Going on in /,
  busy: /^BitMind is busy and asks to wait\. Going on in /,
};

/**
 * Runs one case: the check comes to the end it must come to, with a true sentence and no request too many, it is in the
 * history, and another check goes through after it. The next kind of the same case is that other
 * check, except for the last, and where the next one would begin without a token.
 */
export async function runFaultCase(
  browser: FaultBrowser,
  kind: FaultKind,
  one: FaultCase,
  end: FaultEnd,
  isLastOfCase: boolean,
): Promise<void> {
  const { sandbox } = browser;
  sandbox.reset();
  const keptBefore = await browser.storedResults();
  const { promise: release, resolve: letGo } = Promise.withResolvers<void>();
  const path = MEDIA_PATHS[kind];
  await one.script({ sandbox, path, now: await browser.clock.now(), release });
  const check = await browser.begin(kind);
  const seen: Seen = { path, letGo };
  for (const step of one.steps ?? []) await takeStep(browser, check, step, seen);
  const ended = await expectEnd(browser, check, path, end);
  if (one.isDown) await sandbox.comeBack();
  expect(requestCounts(browser)).toEqual(end.requests);
  await expect.poll(browser.storedResults).toBe(keptBefore + ended.length);
  await passPause(browser, ended);
  const hasCostToken = end.requests['/v1/oauth/token'] !== undefined;
  if (isLastOfCase || hasCostToken) await expectOthersGoOn(browser);
}

/** What the steps of a case have seen. */
interface Seen {
  readonly path: EndpointPath;
  readonly letGo: () => void;
  pausedUntil?: number | undefined;
}

async function takeStep(
  { clock, sandbox }: FaultBrowser,
  check: BegunCheck,
  step: FaultStep,
  seen: Seen,
): Promise<void> {
  const isOver = async () => (await check.records()).every(({ state }) => hasEnded(state));
  switch (step.do) {
    case 'pass':
      if (step.when === 'paused' || step.when === 'paused-anew') {
        const isOther = (until: number | undefined) => step.when === 'paused' || until !== seen.pausedUntil;
        const [record] = await check.waitFor(
          'to be paused',
          ({ progress }) => progress?.pause !== undefined && isOther(progress.pause.until),
        );
        seen.pausedUntil = record?.progress?.pause?.until;
      } else if (step.when === 'sent')
        await check.waitFor('to wait for its answer', ({ state }) => state === 'waiting');
      else await sandbox.waitForRequest(step.when);
      return clock.pass(step.ms);
    case 'still-paused':
      await check.shown.waitForLine(PAUSED_LINES[step.why]);
      expect(sandbox.requests().filter(({ status }) => status !== 429 && status !== 503)).toEqual([]);
      return;
    case 'still-sent':
      expect((await check.records()).map(({ state }) => state)).not.toContain('failed');
      return;
    case 'release':
      return seen.letGo();
    case 'see':
      await check.shown.waitForLine(step.line);
      return;
    case 'wait-between':
      await check.waitFor('to be sent', ({ read }) => read !== undefined);
      await waitFor('the check to end', async () => {
        if (await isOver()) return true;
        if (sandbox.requests().every(({ stage }) => stage === 'ended')) await clock.pass(step.ms);
        return undefined;
      });
      return;
    case 'hang': {
      await sandbox.waitForRequest(step.when ?? seen.path);
      let passed = 0;
      await waitFor('the check to end', async () => {
        if (await isOver()) return true;
        expect(passed).toBeLessThanOrEqual(step.withinMs);
        passed += HANG_STEP_MS;
        await clock.pass(HANG_STEP_MS);
        return undefined;
      });
      return;
    }
    case 'press': {
      const [before] = await check.records();
      await check.shown.press(step.button);
      await check.waitFor('to begin again', ({ endedAt }) => endedAt !== before?.endedAt);
      return;
    }
    case 'come-back':
      return sandbox.comeBack();
  }
}

/** Until the moment that an error names, nothing is sent for anybody. */
async function passPause({ clock }: FaultBrowser, ended: readonly CheckRecord[]): Promise<void> {
  const opensAt = ended.flatMap(({ error }) => (error && 'retryAt' in error ? (error.retryAt ?? []) : []));
  const leftMs = Math.max(...opensAt, 0) - (await clock.now());
  if (leftMs > 0) await clock.pass(leftMs);
}

/** The end states, and what the user reads then. */
async function expectEnd(
  { sandbox }: FaultBrowser,
  check: BegunCheck,
  path: EndpointPath,
  end: FaultEnd,
): Promise<readonly CheckRecord[]> {
  const records = await check.waitFor('to end', ({ state }) => hasEnded(state));
  const verdicts = inOrderSent(records, sandbox.requests(path)).map(({ verdict }) => verdict?.isAi ?? null);
  const errors = records.flatMap(({ error }) => error?.code ?? []);
  const expected = end.verdicts ?? records.map(() => (end.error === undefined ? expect.any(Boolean) : null));
  expect({ verdicts, errors: [...new Set(errors)] }).toEqual({
    verdicts: expected,
    errors: end.error ? [end.error] : [],
  });
  const lines = await check.shown.waitForLine(end.line);
  expect(lines.join('\n')).not.toMatch(/<[a-z!/]|undefined|NaN|\[object/i);
  if (end.unseen) expect(lines.join('\n')).not.toMatch(end.unseen);
  if (end.button) await expect.poll(check.shown.buttons).toContain(end.button);
  return records;
}

/** The records of a page's media in the order in which these were in the first request, by their bytes. */
function inOrderSent(records: readonly CheckRecord[], [first]: readonly RequestRecord[]): readonly CheckRecord[] {
  const place = ({ read }: CheckRecord) => first?.parts.findIndex(({ sha256 }) => sha256 === read?.sha256) ?? 0;
  return [...records].sort((one, other) => place(one) - place(other));
}
