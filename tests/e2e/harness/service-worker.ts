import type { CDPSession } from '@playwright/test';
import { waitFor } from './wait-for.ts';

/** The browser and the extension whose service worker is meant. */
export interface ServiceWorkerOwner {
  /** DevTools session of the browser itself. */
  readonly browserSession: CDPSession;
  readonly extensionId: string;
}

/** What the extension's service worker left in its global scope by the test, and loses when it ends. */
const MARK = '__isOfBeforeTheStop';

/** What is evaluated here takes milliseconds. */
const ANSWER_LIMIT_MS = 5_000;

/**
 * A worker that is ending never answers, and its end is not told: it is given up soon, and looked for again; each time a little
 * later, since the next one takes its time on a busy machine.
 */
const ENDING_ANSWER_LIMIT_MS = { first: 20, longer: 1.5 };

/** What takes the browser a turn as well, under load. */
const API_ANSWER_LIMIT_MS = 1_000;

/** What DevTools answers. */
interface Answer {
  readonly id?: number;
  readonly result?: {
    readonly result?: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
  };
}

/**
 * Evaluates an expression in the extension's service worker, which is waited for, and gives its value (of JSON). By a
 * session made for this one call: a service worker that ended and started again keeps its target, and Playwright its old
 * worker, in which nothing runs any more (seen in Chromium 156).
 */
export async function evaluateInServiceWorker(owner: ServiceWorkerOwner, expression: string): Promise<unknown> {
  const targetId = await waitFor('the service worker, with its APIs', async () => {
    // One of an extension that was just loaded anew may be listed behind the one before, which is of no use any more.
    for (const target of await runningWorkers(owner)) if (await hasApis(owner, target)) return target;
    return undefined;
  });
  return evaluateInTarget(owner.browserSession, targetId, expression);
}

/**
 * DevTools lists a service worker, and evaluates in it, a moment before the extension's APIs are there; and one of an
 * extension that is being loaded anew has them a moment before the browser knows it ("No SW" is what it says to a call then).
 */
async function hasApis({ browserSession }: ServiceWorkerOwner, targetId: string): Promise<boolean> {
  const call = `globalThis.chrome?.runtime?.getPlatformInfo().then(() => true, () => false)`;
  const isAnswered = evaluateInTarget(browserSession, targetId, call, API_ANSWER_LIMIT_MS);
  return (await isAnswered.catch(endedMeanwhile)) === true;
}

/** Evaluates an expression in a target that DevTools lists, and gives its value (of JSON). */
export async function evaluateInTarget(
  browserSession: CDPSession,
  targetId: string,
  expression: string,
  limitMs = ANSWER_LIMIT_MS,
): Promise<unknown> {
  const { sessionId } = await browserSession.send('Target.attachToTarget', { targetId, flatten: false });
  const answer = answerIn(browserSession, sessionId, limitMs);
  const params = { expression, awaitPromise: true, returnByValue: true };
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params });
  await browserSession.send('Target.sendMessageToTarget', { sessionId, message });
  const { result } = await answer;
  await browserSession.send('Target.detachFromTarget', { sessionId }).catch(endedMeanwhile);
  if (result === undefined) throw new Error('what was to evaluate it closed before it answered');
  if (result?.exceptionDetails) throw new Error(`in the extension: ${result.exceptionDetails.exception?.description}`);
  return result.result?.value;
}

/** The answer to the one message of a session; an empty one when none comes: a worker that is ending gives none. */
function answerIn(browserSession: CDPSession, sessionId: string, limitMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const end = (answer: Answer) => {
      clearTimeout(limit);
      browserSession.off('Target.receivedMessageFromTarget', onMessage);
      resolve(answer);
    };
    const onMessage = (event: { readonly sessionId: string; readonly message: string }) => {
      const message: Answer = JSON.parse(event.message);
      if (event.sessionId === sessionId && message.id === 1) end(message);
    };
    const limit = setTimeout(() => end({}), limitMs);
    browserSession.on('Target.receivedMessageFromTarget', onMessage);
  });
}

/**
 * Ends the extension's service worker as Chromium does after 30 s of idleness: its memory goes, its listeners stay
 * registered, and the next event starts it anew, which may be at once. Returns when the old one is gone.
 */
export async function stopServiceWorker(owner: ServiceWorkerOwner): Promise<void> {
  await evaluateInServiceWorker(owner, `${MARK} = true`);
  const [targetId] = await runningWorkers(owner);
  if (targetId === undefined) throw new Error('the service worker ended by itself');
  await owner.browserSession.send('Target.closeTarget', { targetId });
  let limitMs = ENDING_ANSWER_LIMIT_MS.first;
  const hasEnded = async () => {
    const [now] = await runningWorkers(owner);
    if (now === undefined) return true;
    const mark = await evaluateInTarget(owner.browserSession, now, `typeof ${MARK}`, limitMs).catch(endedMeanwhile);
    limitMs *= ENDING_ANSWER_LIMIT_MS.longer;
    return mark === 'undefined' || undefined;
  };
  await waitFor('the service worker to end', hasEnded, { everyMs: 10 });
}

/** Takes the error of a target that went between two questions for no answer. */
export function endedMeanwhile(error: unknown): undefined {
  if (error instanceof Error && /No target|No session|closed/.test(error.message)) return undefined;
  throw error;
}

async function runningWorkers({ browserSession, extensionId }: ServiceWorkerOwner): Promise<string[]> {
  const { targetInfos } = await browserSession.send('Target.getTargets');
  const origin = `chrome-extension://${extensionId}/`;
  return targetInfos
    .filter(({ type, url }) => type === 'service_worker' && url.startsWith(origin))
    .map(({ targetId }) => targetId);
}
