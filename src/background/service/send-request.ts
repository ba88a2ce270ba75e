import type { Pause } from '../../core/check/check-progress.ts';
import type { MediaKind } from '../../core/check/media-reference.ts';
import { AppError, isAppError } from '../../core/errors/app-error.ts';
import type { UploadAnswer, UploadOrder, UploadOutcome } from '../../core/protocol/document-work.ts';
import { parseVerdict } from './answers.ts';
import { parseBatch } from './batch-answer.ts';
import type { ServiceClient } from './client.ts';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import type { BatchResult } from './outcome.ts';
import { retryAfterMs } from './retry-after.ts';
import { backoffMs, countRepeats, isOffline, isPassing, type Repeats, SEND_POLICY, sleep } from './send-policy.ts';
import type { Service } from './service.ts';
import type { SentMedia } from './service-error.ts';
import { isRedirect, noConnection, type ServiceAnswer } from './transport.ts';

/** One request with media. */
export interface MediaRequest {
  readonly kind: MediaKind;
  /** It may hold several files. */
  readonly isTogether: boolean;
  /** The host that the user was told: to another one nothing goes. */
  readonly host: string;
  /**
   * What it holds; asked at each attempt anew, when the gate is open and the account known: a request may have to wait, and what is
   * not wanted any more then is not sent.
   */
  readonly files: () => readonly Blob[];
}

/** How a request with media is watched and stopped; `id` is that of its upload, by which a later background finds it again. */
export interface RequestWatch {
  readonly id: string;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
  /** Told of the pause in which it waits; undefined: it goes on. */
  readonly onPaused: (pause: Pause | undefined) => void;
}

/**
 * Sends one request with media, with the account in use, again as often as SENT_AGAIN says. Gives what came of each file, in their
 * order; throws AppError where there is no answer to that.
 */
export async function sendRequest(
  service: Service,
  request: MediaRequest,
  watch: RequestWatch,
): Promise<readonly BatchResult[]> {
  const repeats = countRepeats();
  return throughGate(service, repeats, watch, () => withAccountInUse(service, request, repeats, watch));
}

/** Passes the gate, and again where the service asks for a pause: then everyone waits. */
export async function throughGate<T>(
  { gate, clock }: Pick<Service, 'gate' | 'clock'>,
  repeats: Repeats,
  watch: Pick<RequestWatch, 'signal' | 'onPaused'>,
  send: () => Promise<T>,
): Promise<T> {
  for (;;) {
    await gate.pass(watch);
    try {
      return await send();
    } catch (error) {
      const asked = pauseAskedBy(error);
      if (!asked) throw error;
      const why = asked.reason === 'limit' ? 'limit' : 'fault';
      const { leastPauseMs, maxRetryAfterMs } = SEND_POLICY;
      const leastMs = Math.min(leastPauseMs * 2 ** repeats.count(why), maxRetryAfterMs);
      const isSentAgain = repeats.take(why);
      gate.close(isSentAgain ? { ...asked, until: Math.max(asked.until, clock() + leastMs) } : asked);
      if (!isSentAgain) throw error;
    }
  }
}

/** Sends with the account in use; when that is changed meanwhile, with the one that is in use then. */
async function withAccountInUse(
  service: Service,
  { kind, isTogether, host, files }: MediaRequest,
  repeats: Repeats,
  watch: RequestWatch,
): Promise<readonly BatchResult[]> {
  const endpoint = ENDPOINTS[kind][isTogether ? 'together' : 'alone'];
  for (let isAgain = false; ; isAgain = true) {
    if (isAgain) await service.gate.pass(watch); // The budget counts what goes out, not what was asked for.
    const client = await service.session.clientAt(host, endpoint.permission);
    try {
      const media = files();
      const sent = mediaFacts(kind, endpoint, media);
      const signal = AbortSignal.any([client.ended, watch.signal]);
      const { outcome, token } = await upload(service, client, endpoint, media, { ...watch, signal });
      if (isFault(outcome, service.clock()) && repeats.take('fault')) {
        watch.onProgress(0); // Nothing of it is on its way: a later background need not look for it.
        await sleep(backoffMs(repeats.count('fault')), signal);
        continue;
      }
      const answer = answerOf(outcome);
      if (answer.status === 401 && (await client.renewed(token, !repeats.take('token')))) continue;
      if (answer.status !== 200) throw client.errorFor(answer, token, sent);
      return resultsIn(answer, sent, media.length, client.secrets(token));
    } catch (error) {
      if (!client.ended.aborted) throw error;
    }
  }
}

/** Sends once, when it is its turn: with headers that are made then, since a token ends meanwhile. */
function upload(
  { gate, transfers, upload }: Service,
  client: ServiceClient,
  { path, field, answerLimitMs }: Endpoint,
  media: readonly Blob[],
  watch: RequestWatch,
): Promise<{ readonly outcome: UploadOutcome; readonly token: string }> {
  const { id, signal, onProgress } = watch;
  return transfers(
    async () => {
      await gate.whenOpen(watch);
      const { headers: common, token } = await client.authorise();
      signal.throwIfAborted(); // A token may have taken its time.
      const [first] = media;
      // The type of a form is the browser's to write.
      const headers = field === undefined && first ? { ...common, 'content-type': first.type } : common;
      const { stallLimitMs, bodyLimitMs, maxAnswerBytes } = SEND_POLICY;
      const order: UploadOrder = {
        ...{ url: client.urlOf(path), headers, files: media },
        ...{ answerLimitMs, stallLimitMs, bodyLimitMs, maxAnswerBytes },
        ...(field !== undefined && { field }),
      };
      return { outcome: await upload(id, order, { signal, onProgress }), token };
    },
    { signal },
  );
}

/** What is sent, for the words of an error. Throws what the service would refuse. */
function mediaFacts(
  kind: MediaKind,
  { permission, maxItems, limitBytes }: Endpoint,
  media: readonly Blob[],
): SentMedia {
  if (media.length < 1 || media.length > maxItems) {
    throw new RangeError(`A request has 1 to ${maxItems} files, not ${media.length}.`);
  }
  const isBatch = permission === 'batch_processing';
  const sizeBytes = media.reduce((sum, { size }) => sum + size, 0);
  if (isBatch && sizeBytes > limitBytes) throw new AppError({ code: 'too-large', limitBytes, sizeBytes });
  return { kind, isBatch, type: [...new Set(media.map(({ type }) => type))].join(', '), sizeBytes, limitBytes };
}

/** Whether it may go better in a moment. Where the service names a time, that is a pause of everyone's: the gate's. */
function isFault(outcome: UploadOutcome, now: number): boolean {
  if (isOffline()) return false;
  if (!outcome.answer) return outcome.failure === 'network';
  return isPassing(outcome.answer.status) && retryAfterMs(headersOf(outcome.answer), now) === undefined;
}

function headersOf({ headers }: UploadAnswer): Headers {
  return new Headers(headers.map(([name, value]) => [name, value]));
}

/** The pause for which the service asks with an error. */
function pauseAskedBy(error: unknown): Pause | undefined {
  if (!isAppError(error)) return undefined;
  const { data } = error;
  if (data.code === 'rate-limited') return { until: data.retryAt, reason: 'limit' };
  if (data.code !== 'service-failed' || data.retryAt === undefined || !isPassing(data.status)) return undefined;
  return { until: data.retryAt, reason: 'busy' };
}

/** The answer in which an upload ended; throws what it ended with instead. A redirect is none: nothing follows it. */
export function answerOf(outcome: UploadOutcome): ServiceAnswer {
  if (outcome.answer) {
    const { status, text } = outcome.answer;
    if (isRedirect(status)) throw new AppError({ code: 'service-redirected' });
    return { status, headers: headersOf(outcome.answer), text };
  }
  switch (outcome.failure) {
    case 'network':
      throw noConnection();
    case 'timeout':
      throw new AppError({ code: 'service-timeout', limitMs: outcome.limitMs });
    case 'too-long':
      throw new AppError({ code: 'unreadable-answer' });
    case 'unknown-job':
      throw new AppError({ code: 'interrupted' });
    case 'aborted':
      throw new DOMException('The upload was stopped.', 'AbortError');
  }
}

/** What an answer says of each of the files sent; throws where it says nothing of them. Never a guess. `secrets` are never quoted. */
export function resultsIn(
  { text }: ServiceAnswer,
  { isBatch }: SentMedia,
  count: number,
  secrets: readonly string[],
): readonly BatchResult[] {
  const json = parseJson(text);
  const verdict = isBatch ? undefined : parseVerdict(json);
  const results = isBatch ? parseBatch(json, count, secrets) : verdict && [verdict];
  if (!results) throw new AppError({ code: 'unreadable-answer' });
  return results;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError({ code: 'unreadable-answer' }, { cause });
  }
}
