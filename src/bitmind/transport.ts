import ky, { isHTTPError, isNetworkError, isTimeoutError } from 'ky';
import { AppError } from '../errors/app-error.ts';
import { atMost } from './at-most.ts';
import { uploadBody } from './file-form.ts';
import { REQUEST_POLICY } from './request-policy.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Upload, UploadOrder, UploadOutcome } from './upload.ts';

/** One request to the service. */
export interface ServiceRequest {
  readonly method: 'get' | 'post';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
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
}

/** The whole answer of the service, of any status. */
export interface ServiceAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends one request; gives the answer of any status, throws AppError when there is none. */
export type Transport = (request: ServiceRequest) => Promise<ServiceAnswer>;

/**
 * Requests over `fetch`, with bounded repeats. A redirect is an error, so that no credential follows one. The body is
 * handed to `fetch` as it is at each attempt: ky never sees it, so a Blob is neither read nor copied for a repeat.
 */
export function createTransport(
  fetch: typeof globalThis.fetch,
  clock: () => number,
  upload?: Upload,
  isOffline: () => boolean = () => false,
): Transport {
  const transfers = atMost(REQUEST_POLICY.maxTransfers);
  return async (request) => {
    const { method, url, headers, body: media, field, signal, isBrief, job } = request;
    const body =
      media && !(media instanceof URLSearchParams)
        ? uploadBody({ body: media, ...(field !== undefined && { field }) })
        : media;
    const bodyLimit = new AbortController();
    const attemptLimitMs = isBrief ? REQUEST_POLICY.briefLimitMs : REQUEST_POLICY.callLimitMs;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const response = await ky(url, {
        method,
        headers: { ...headers },
        signal: AbortSignal.any([bodyLimit.signal, ...(signal ? [signal] : [])]),
        timeout: job ? false : attemptLimitMs, // An upload has limits of its own.
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        throwHttpErrors: isRepeated,
        retry: {
          limit: isBrief ? 0 : REQUEST_POLICY.repeats,
          methods: ['get', 'post'],
          statusCodes: [...REQUEST_POLICY.repeatedStatuses],
          afterStatusCodes: [...REQUEST_POLICY.repeatedStatuses],
          backoffLimit: REQUEST_POLICY.backoffLimitMs,
          jitter: true,
          shouldRetry: ({ error }) => {
            if (isOffline()) return false; // What is known to fail need not be tried for seconds.
            // A service that asks for a longer wait is not asked again before it: the user sees when to try.
            const asked = isHTTPError(error) && retryAfterMs(error.response.headers.get('retry-after'), clock());
            return (asked || 0) > REQUEST_POLICY.backoffLimitMs ? false : undefined;
          },
        },
        fetch: (attempt, init) => {
          if (job && upload) {
            const send = () => upload(job.id, orderOf(request), { signal, onProgress: job.onProgress });
            // What an earlier background has sent is on its way already.
            return uploaded(job.isResumed ? send() : transfers(send, signal));
          }
          return fetch(attempt instanceof Request && body ? new Request(attempt, { body }) : attempt, init);
        },
      });
      timer = setTimeout(() => bodyLimit.abort(), REQUEST_POLICY.bodyLimitMs);
      return await answerOf(response);
    } catch (error) {
      if (bodyLimit.signal.aborted)
        throw new AppError({ code: 'service-timeout', limitMs: REQUEST_POLICY.bodyLimitMs });
      if (isHTTPError(error)) return { status: error.response.status, headers: error.response.headers, text: '' };
      if (isTimeoutError(error)) throw new AppError({ code: 'service-timeout', limitMs: attemptLimitMs });
      if (isNetworkError(error))
        throw new AppError({ code: isOffline() ? 'offline' : 'service-unreachable' }, { cause: error });
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
}

function isRepeated(status: number): boolean {
  return REQUEST_POLICY.repeatedStatuses.some((one) => one === status);
}

/** What is to be uploaded; nothing where that was done before. */
function orderOf({ url, headers, body, field, job }: ServiceRequest): UploadOrder | undefined {
  if (!job || job.isResumed || !body || body instanceof URLSearchParams) return undefined;
  const { stallLimitMs, bodyLimitMs, maxAnswerBytes } = REQUEST_POLICY;
  const limits = { answerLimitMs: job.answerLimitMs, stallLimitMs, bodyLimitMs, maxAnswerBytes };
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
