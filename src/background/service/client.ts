import { AppError } from '../../core/errors/app-error.ts';
import { type BatchAnswer, parseBatch } from '../../core/service/batch-answer.ts';
import { isEnterpriseKey, isSendableKey } from '../../core/service/credential.ts';
import type { Verdict } from '../../core/service/verdict.ts';
import { parseHealth, parseStatus, parseVerdict, type ServiceHealth, type ServiceStatus } from './answers.ts';
import { type ClientParts, headersFor, tokenSourceFor } from './client-tokens.ts';
import { type NotJudged, orNotJudged } from './not-judged.ts';
import { jsonOf, ofBitmind } from './read-answer.ts';
import { REQUEST_POLICY } from './request-policy.ts';
import { type SentMedia, secretsOf, serviceError } from './service-error.ts';
import type { ServiceRequest, UploadJob } from './transport.ts';

/** Largest image the service takes, in bytes (contract: 100 MB, read as 10⁶). */
export const IMAGE_LIMIT_BYTES = 100_000_000;

/** Largest video the service takes, in bytes (contract: 500 MB, read as 10⁶). */
export const VIDEO_LIMIT_BYTES = 500_000_000;

/** Most images the service takes in one batch (contract). */
export const BATCH_IMAGE_MAX_ITEMS = 50;

/** Most videos the service takes in one batch (contract). */
export const BATCH_VIDEO_MAX_ITEMS = 20;

/**
 * Largest batch in bytes, all files together, of either kind. The service documents none; the contract's rule for clients is
 * 100 MB, read as 10⁶.
 */
export const BATCH_LIMIT_BYTES = 100_000_000;

/** The image formats the service takes as they are, by MIME type. */
export const SERVICE_IMAGE_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** How one call may be watched and stopped. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** One attempt, and not for long. */
  readonly isBrief?: boolean;
}

/** How a call with media may be watched and stopped. */
export interface MediaOptions {
  readonly signal?: AbortSignal;
  readonly job?: Omit<UploadJob, 'answerLimitMs' | 'isResumed'>;
}

/** How each kind of media is sent. */
const MEDIA_CALLS = {
  image: { path: '/image', limitBytes: IMAGE_LIMIT_BYTES, field: undefined },
  video: { path: '/video', limitBytes: VIDEO_LIMIT_BYTES, field: 'video' },
} as const;

/** How several of a kind are sent at once. */
const BATCH_CALLS = {
  image: {
    path: '/batch_image',
    field: 'images',
    maxItems: BATCH_IMAGE_MAX_ITEMS,
  },
  video: {
    path: '/batch_video',
    field: 'videos',
    maxItems: BATCH_VIDEO_MAX_ITEMS,
  },
} as const;

/** What the service judges. */
export type CallKind = keyof typeof MEDIA_CALLS;

/** What is known of media that an earlier background has sent. */
export type SentBefore = Pick<SentMedia, 'type' | 'sizeBytes'>;

/** The same of a batch: how many files, and the size of all together in bytes. */
export interface BatchSentBefore extends SentBefore {
  readonly count: number;
}

/** The Enterprise API, for one account. */
export interface BitmindClient {
  /** The host of the service, as people are told it. */
  readonly host: string;
  /** GET /health, without the credential. Throws `not-bitmind` when another service answers. */
  health(options?: CallOptions): Promise<ServiceHealth>;
  /** GET /status. */
  status(options?: CallOptions): Promise<ServiceStatus>;
  /** POST /image: the bytes as they are. `image.type` is its true MIME type. */
  checkImage(image: Blob, options?: MediaOptions): Promise<Verdict>;
  /** POST /video: a form with the one file. `video.type` is its true MIME type. */
  checkVideo(video: Blob, options?: MediaOptions): Promise<Verdict>;
  /** Goes on waiting for the verdict on media that an earlier background has sent. Nothing is sent, whatever the answer. */
  resume(kind: CallKind, sent: SentBefore, options: MediaOptions): Promise<Verdict | NotJudged>;
  /** POST /batch_image: up to BATCH_IMAGE_MAX_ITEMS images. Throws `too-large` for more than BATCH_LIMIT_BYTES in all. */
  batchImages(images: readonly Blob[], options?: MediaOptions): Promise<BatchAnswer>;
  /** POST /batch_video: up to BATCH_VIDEO_MAX_ITEMS videos. Throws `too-large` for more than BATCH_LIMIT_BYTES in all. */
  batchVideos(videos: readonly Blob[], options?: MediaOptions): Promise<BatchAnswer>;
  /** Goes on waiting for the answer to a batch that an earlier background has sent. */
  resumeBatch(kind: CallKind, sent: BatchSentBefore, options: MediaOptions): Promise<BatchAnswer | NotJudged>;
}

/**
 * A client for one account. Throws `standard-api-key` for a key that this API does not know, and `sign-in-refused` for one
 * that no request can hold: neither is sent anywhere.
 */
export function createBitmindClient(parts: ClientParts): BitmindClient {
  const { account, transport, clock } = parts;
  const { credential, serviceAddress } = account;
  if (credential.method === 'api-key' && !isEnterpriseKey(credential.apiKey)) {
    throw new AppError({ code: 'standard-api-key' });
  }
  if (credential.method === 'api-key' && !isSendableKey(credential.apiKey)) {
    throw new AppError({ code: 'sign-in-refused', method: credential.method });
  }
  const tokens = tokenSourceFor(parts);

  async function call(request: Omit<ServiceRequest, 'url' | 'headers'>, path: string, sent?: SentMedia) {
    let used = '';
    const makeHeaders = async () => {
      used = await tokens.current();
      const headers: Record<string, string> = { ...headersFor(credential), authorization: `Bearer ${used}` };
      if (sent && request.field === undefined) headers['content-type'] = sent.type; // A form's is the browser's to write.
      return headers;
    };
    // Media may wait long for its turn, and a token ends meanwhile.
    const send = async () =>
      transport({ ...request, url: serviceAddress + path, headers: request.job ? makeHeaders : await makeHeaders() });
    let answer = await send();
    // A refused token is renewed once, and that call repeated once. A key is never renewed.
    if (answer.status === 401 && credential.method !== 'api-key') {
      await tokens.renewed(used);
      answer = await send();
      if (answer.status === 401) await tokens.drop(used);
    }
    if (answer.status !== 200) {
      throw new AppError(serviceError(answer, { account, token: used, ...(sent && { sent }) }, clock()));
    }
    return { value: jsonOf(answer, sent), token: used };
  }

  /** The answer to what an earlier background sent, with its own token: none is asked for, and none is renewed. */
  async function answerTo(request: Omit<ServiceRequest, 'url' | 'headers'>, path: string, sent: SentMedia) {
    // Asked for once: there is nothing here that could be sent again.
    const answer = await transport({ ...request, isBrief: true, url: serviceAddress + path, headers: {} });
    const token = (await parts.tokens.get())?.value;
    if (answer.status !== 200) {
      throw new AppError(serviceError(answer, { account, ...(token !== undefined && { token }), sent }, clock()));
    }
    return { value: jsonOf(answer, sent), token };
  }

  /** Sends media, or waits for the answer where an earlier background has sent it: then only its type and size are known. */
  async function judge(kind: CallKind, media: Blob | SentBefore, { signal, job }: MediaOptions = {}): Promise<Verdict> {
    const { path, limitBytes, field } = MEDIA_CALLS[kind];
    const answerLimitMs = REQUEST_POLICY.answerLimitMs[kind];
    const isResumed = !(media instanceof Blob);
    const sizeBytes = isResumed ? media.sizeBytes : media.size;
    const request = {
      method: 'post',
      ...(!isResumed && { body: media }),
      ...(field !== undefined && { field }),
      ...(signal && { signal }),
      ...(job && { job: { ...job, answerLimitMs, isResumed } }),
    } as const;
    const { value } = await (isResumed ? answerTo : call)(request, path, {
      kind,
      type: media.type,
      sizeBytes,
      limitBytes,
    });
    const verdict = parseVerdict(value);
    // An answer without a verdict is an error, never a guess.
    if (verdict === undefined) throw new AppError({ code: 'unreadable-answer' });
    return verdict;
  }

  /** The same for several at once. */
  async function judgeBatch(
    kind: CallKind,
    media: readonly Blob[] | BatchSentBefore,
    { signal, job }: MediaOptions = {},
  ): Promise<BatchAnswer> {
    const { path, maxItems, field } = BATCH_CALLS[kind];
    const answerLimitMs = REQUEST_POLICY.batchAnswerLimitMs[kind];
    const { files, count, type, sizeBytes } = 'count' in media ? { ...media, files: undefined } : batchOf(media);
    if (count < 1 || count > maxItems) throw new RangeError(`A batch has 1 to ${maxItems} files, not ${count}.`);
    const sent = { kind, isBatch: true, type, sizeBytes, limitBytes: BATCH_LIMIT_BYTES } as const;
    if (files && sizeBytes > BATCH_LIMIT_BYTES) {
      throw new AppError({ code: 'too-large', limitBytes: BATCH_LIMIT_BYTES, sizeBytes });
    }
    const request = {
      method: 'post',
      ...(files && { body: files }),
      field,
      ...(signal && { signal }),
      ...(job && { job: { ...job, answerLimitMs, isResumed: !files } }),
    } as const;
    const { value, token } = await (files ? call : answerTo)(request, path, sent);
    const answer = parseBatch(value, count, secretsOf(account, token));
    if (answer === undefined) throw new AppError({ code: 'unreadable-answer' });
    return answer;
  }

  return {
    host: new URL(serviceAddress).host,
    async health(options) {
      const headers = { accept: 'application/json' };
      const answer = await transport({ method: 'get', url: `${serviceAddress}/health`, headers, ...options });
      if (answer.status !== 200) throw new AppError(serviceError(answer, { account }, clock()));
      const health = ofBitmind(parseHealth(jsonOf(answer)));
      const date = Date.parse(answer.headers.get('date') ?? '');
      return health.serviceTime === undefined && !Number.isNaN(date) ? { serviceTime: date } : health;
    },
    async status(options) {
      return ofBitmind(parseStatus((await call({ method: 'get', ...options }, '/status')).value));
    },
    checkImage: (image, options) => judge('image', image, options),
    checkVideo: (video, options) => judge('video', video, options),
    resume: (kind, sent, options) => orNotJudged(judge(kind, sent, options)),
    batchImages: (images, options) => judgeBatch('image', images, options),
    batchVideos: (videos, options) => judgeBatch('video', videos, options),
    resumeBatch: (kind, sent, options) => orNotJudged(judgeBatch(kind, sent, options)),
  };
}

function batchOf(files: readonly Blob[]) {
  return {
    files,
    count: files.length,
    type: [...new Set(files.map(({ type }) => type))].join(', '),
    sizeBytes: files.reduce((sum, { size }) => sum + size, 0),
  };
}
