import { AppError } from '../../core/errors/app-error.ts';
import { retryAfterMs } from './retry-after.ts';
import { backoffMs, countRepeats, isOffline, isPassing, SEND_POLICY, sleep } from './send-policy.ts';

/** By name. */
export type RequestHeaders = Readonly<Record<string, string>>;

/** One request to the service, without media. */
export interface ServiceRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: RequestHeaders;
  readonly body?: URLSearchParams;
  readonly signal?: AbortSignal;
  /** Somebody waits for a quick answer, of whatever kind: it is tried once, and not for long. */
  readonly isBrief?: boolean;
}

/** The whole answer of the service, of any status. */
export interface ServiceAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Left empty where a status says "not now". */
  readonly text: string;
}

/** What `fetch` and the time are. */
export interface Network {
  readonly fetch: typeof globalThis.fetch;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/**
 * Asks the service, again after a fault that may pass. Gives the answer of any status; throws AppError where there is none. A
 * redirect is an error, so that no credential follows one.
 */
export async function askService({ fetch, clock }: Network, request: ServiceRequest): Promise<ServiceAnswer> {
  const repeats = countRepeats();
  for (;;) {
    const answer = await askOnce(fetch, request);
    const asked = 'failed' in answer ? undefined : retryAfterMs(answer.headers, clock());
    const isFault = 'failed' in answer || isPassing(answer.status);
    // A long wait is left to who asked: nobody would see it here.
    const mayWait = !request.isBrief && !isOffline() && (asked ?? 0) <= SEND_POLICY.maxQuietWaitMs;
    if (isFault && mayWait && repeats.take('fault')) {
      await sleep(asked ?? backoffMs(repeats.count('fault')), request.signal);
      continue;
    }
    if ('failed' in answer) throw noConnection(answer.failed);
    return answer;
  }
}

/** The error of a request that got no answer at all. */
export function noConnection(cause?: unknown): AppError {
  return new AppError({ code: isOffline() ? 'offline' : 'service-unreachable' }, { cause });
}

/** One attempt; `failed`: there was no connection, and why. */
async function askOnce(
  fetch: Network['fetch'],
  { method, url, headers, body, signal, isBrief }: ServiceRequest,
): Promise<ServiceAnswer | { readonly failed: unknown }> {
  const stop = new AbortController();
  let limitMs: number = isBrief ? SEND_POLICY.briefLimitMs : SEND_POLICY.callLimitMs;
  let timer = setTimeout(() => stop.abort(), limitMs);
  const request = new Request(url, {
    ...{ method, headers, body: body ?? null },
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]),
  });
  try {
    const response = await fetch(request).catch((error: unknown) => {
      if (error instanceof TypeError) return { failed: error };
      throw error;
    });
    if ('failed' in response) return response;
    clearTimeout(timer);
    limitMs = SEND_POLICY.bodyLimitMs;
    timer = setTimeout(() => stop.abort(), limitMs);
    return await answerOf(response);
  } catch (error) {
    throw stop.signal.aborted ? new AppError({ code: 'service-timeout', limitMs }) : error;
  } finally {
    clearTimeout(timer);
    stop.abort(); // What is not read of an answer is not wanted.
  }
}

async function answerOf(response: Response): Promise<ServiceAnswer> {
  const { status, headers, type } = response;
  if (type === 'opaqueredirect' || isRedirect(status)) throw new AppError({ code: 'service-redirected' });
  return { status, headers, text: isPassing(status) ? '' : await readText(response) };
}

/** Whether an answer leads elsewhere. */
export function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** The body as text. One that is too long, or ends too early, holds no answer. */
async function readText(response: Response): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for await (const chunk of response.body) {
      size += chunk.byteLength;
      if (size > SEND_POLICY.maxAnswerBytes) throw new AppError({ code: 'unreadable-answer' });
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    if (error instanceof TypeError) throw new AppError({ code: 'service-unreachable' }, { cause: error });
    throw error;
  }
  return text + decoder.decode();
}
