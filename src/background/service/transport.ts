import ky, { isHTTPError, isNetworkError, isTimeoutError, type RetryOptions } from 'ky';
import type { Pause } from '../../core/check/check-progress.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Upload, UploadOrder, UploadOutcome } from '../../core/service/upload.ts';
import { atMost } from './at-most.ts';
import { uploadBody } from './file-form.ts';
import type { RequestGate } from './request-gate.ts';
import { isPassing, REQUEST_POLICY } from './request-policy.ts';
import { retryAfterMs } from './retry-after.ts';

/** By name. */
type RequestHeaders = Readonly<Record<string, string>>;

/** One request to the service. */
export interface ServiceRequest {
  readonly method: 'get' | 'post';
  readonly url: string;
  /** Or what makes them anew for each attempt, once it is its turn. */
  readonly headers: RequestHeaders | (() => Promise<RequestHeaders>);
  readonly body?: Blob | readonly Blob[] | URLSearchParams;
  /** The body is sent as the file or files of a form, in this field. */
  readonly field?: string;
  readonly signal?: AbortSignal;
  /** Somebody waits for a quick answer, of whatever kind: it is tried once, and not for long. */
  readonly isBrief?: boolean;
  /** Media: sent where that survives the background. */
  readonly job?: UploadJob;
}

/** An upload of media, under an id by which a later background finds it again. */
export interface UploadJob {
  readonly id: string;
  /** Time until the answer begins once all is sent, in milliseconds. */
  readonly answerLimitMs: number;
  /** Sent by an earlier background: its answer is waited for, and nothing is sent. */
  readonly isResumed?: boolean;
  readonly onProgress?: (fraction: number) => void;
  /** Told of a pause that everyone makes, in which it waits; undefined: it goes on. */
  readonly onPaused?: (pause: Pause | undefined) => void;
}

/** The whole answer of the service, of any status. */
export interface ServiceAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** It was the last attempt of as many as there may be. */
  readonly isExhausted?: true;
}

/** Sends one request; gives the answer of any status, throws AppError when there is none. */
export type Transport = (request: ServiceRequest) => Promise<ServiceAnswer>;

/** What a transport goes by. */
export interface TransportParts {
  readonly fetch: typeof globalThis.fetch;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Left out: media is sent by `fetch` like everything else. */
  readonly upload?: Upload;
  /** Whether this computer is known to have no network. */
  readonly isOffline?: () => boolean;
  /** Keeps media back in a pause that has begun since it was let through. */
  readonly whenOpen?: RequestGate['whenOpen'];
}

/**
 * Requests over `fetch`, with bounded repeats. A redirect is an error, so that no credential follows one. Headers and body are
 * handed to `fetch` as they are at each attempt: ky never sees them, so a Blob is neither read nor copied for a repeat.
 */
export function createTransport(parts: TransportParts): Transport {
  const { fetch, upload, isOffline = () => false, whenOpen = async () => undefined } = parts;
  const transfers = atMost(REQUEST_POLICY.maxTransfers);

  function uploadOf(request: ServiceRequest, job: UploadJob, upload: Upload): Promise<UploadOutcome> {
    const { signal } = request;
    const { onProgress, onPaused } = job;
    // What an earlier background has sent is on its way already.
    if (job.isResumed) return upload(job.id, undefined, { signal, onProgress });
    return transfers(async () => {
      await whenOpen({ signal, onPaused });
      const order = orderOf(request, job, await headersOf(request));
      signal?.throwIfAborted(); // A token may have taken its time.
      return upload(job.id, order, { signal, onProgress });
    }, signal);
  }

  return async (request) => {
    const { method, url, body: media, field, signal, isBrief, job } = request;
    const body =
      media && !(media instanceof URLSearchParams)
        ? uploadBody({ body: media, ...(field !== undefined && { field }) })
        : media;
    const bodyLimit = new AbortController();
    const attemptLimitMs = isBrief ? REQUEST_POLICY.briefLimitMs : REQUEST_POLICY.callLimitMs;
    let attempts = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const response = await ky(url, {
        method,
        signal: AbortSignal.any([bodyLimit.signal, ...(signal ? [signal] : [])]),
        timeout: job ? false : attemptLimitMs, // An upload has limits of its own.
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        throwHttpErrors: isPassing,
        retry: repeatsOf(request, parts.clock, isOffline),
        fetch: async (attempt, init) => {
          attempts += 1;
          if (job && upload) return uploaded(uploadOf(request, job, upload));
          const headers = { ...(await headersOf(request)) };
          return fetch(new Request(attempt, { headers, ...(body && { body }) }), init);
        },
      });
      timer = setTimeout(() => bodyLimit.abort(), REQUEST_POLICY.bodyLimitMs);
      return await answerOf(response);
    } catch (error) {
      if (bodyLimit.signal.aborted)
        throw new AppError({ code: 'service-timeout', limitMs: REQUEST_POLICY.bodyLimitMs });
      if (isHTTPError(error)) {
        const { status, headers } = error.response;
        return { status, headers, text: '', ...(attempts > REQUEST_POLICY.repeats && { isExhausted: true }) };
      }
      if (isTimeoutError(error)) throw new AppError({ code: 'service-timeout', limitMs: attemptLimitMs });
      if (isNetworkError(error))
        throw new AppError({ code: isOffline() ? 'offline' : 'service-unreachable' }, { cause: error });
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
}

/**
 * What is tried again, and when. ky's own reading of the service's wishes is left out: it also obeys headers that the contract
 * does not know, and waits as long as they say.
 */
function repeatsOf({ isBrief, job }: ServiceRequest, clock: () => number, isOffline: () => boolean): RetryOptions {
  /** The wait that the service asked for last. */
  let asked: number | undefined;
  return {
    limit: isBrief ? 0 : REQUEST_POLICY.repeats,
    methods: ['get', 'post'],
    shouldRetry({ error }) {
      asked = undefined;
      if (isOffline()) return false; // What is known to fail need not be tried for seconds.
      if (!isHTTPError(error)) return isNetworkError(error);
      asked = retryAfterMs(error.response.headers, clock());
      // A pause that is asked for is everyone's where it is about media, and is shown where it is long: both are the gate's.
      return asked === undefined || (!job && asked <= REQUEST_POLICY.maxQuietWaitMs);
    },
    delay(repeat) {
      job?.onProgress?.(0); // Nothing of it is on its way: a later background need not look for it.
      return asked ?? backoffMs(repeat);
    },
  };
}

/** Exponential with full jitter. `repeat` counts from 1. */
function backoffMs(repeat: number): number {
  const { backoffBaseMs, backoffLimitMs } = REQUEST_POLICY;
  return Math.random() * Math.min(backoffBaseMs * 2 ** (repeat - 1), backoffLimitMs);
}

async function headersOf({ headers }: ServiceRequest): Promise<RequestHeaders> {
  return typeof headers === 'function' ? await headers() : headers;
}

/** What is to be uploaded. */
function orderOf(
  { url, body, field }: ServiceRequest,
  { answerLimitMs }: UploadJob,
  headers: RequestHeaders,
): UploadOrder {
  if (!body || body instanceof URLSearchParams) throw new TypeError('Only media is uploaded.');
  const { stallLimitMs, bodyLimitMs, maxAnswerBytes } = REQUEST_POLICY;
  const limits = { answerLimitMs, stallLimitMs, bodyLimitMs, maxAnswerBytes };
  return { url, headers, body, ...limits, ...(field !== undefined && { field }) };
}

/** An upload's answer as a response; a failure as what `fetch` throws, or what it says here. */
async function uploaded(upload: Promise<UploadOutcome>): Promise<Response> {
  const outcome = await upload;
  if (outcome.answer) {
    const { status, headers, text } = outcome.answer;
    const hasBody = status !== 204 && status !== 205 && status !== 304;
    return new Response(hasBody ? text : null, { status, headers: headers.map(([name, value]) => [name, value]) });
  }
  switch (outcome.failure) {
    case 'timeout':
      throw new AppError({ code: 'service-timeout', limitMs: outcome.limitMs });
    case 'too-long':
      throw new AppError({ code: 'unreadable-answer' });
    case 'unknown-job':
      throw new AppError({ code: 'interrupted' });
    case 'aborted':
      throw new DOMException('The upload was stopped.', 'AbortError');
    case 'network':
      throw new TypeError('Failed to fetch'); // The words by which ky knows what may be repeated.
  }
}

async function answerOf(response: Response): Promise<ServiceAnswer> {
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    throw new AppError({ code: 'service-redirected' });
  }
  return { status: response.status, headers: response.headers, text: await readText(response) };
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
      if (size > REQUEST_POLICY.maxAnswerBytes) throw new AppError({ code: 'unreadable-answer' });
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    if (error instanceof TypeError) throw new AppError({ code: 'service-unreachable' }, { cause: error });
    throw error;
  }
  return text + decoder.decode();
}
