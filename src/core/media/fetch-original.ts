import type { Validators } from '../check/read-report.ts';
import { AppError, isAbort } from '../errors/app-error.ts';
import type { ErrorOf } from '../errors/error-data.ts';
import { type AnsweredPart, continues, isEndOf, partIn, type ReadSoFar, rangeHeaders } from './answered-part.ts';
import { collectBlob } from './disk-blob.ts';

/** Time until an image's server must begin to answer, in milliseconds: a service worker ends after 30 s of waiting. */
const FIRST_BYTE_LIMIT_MS = 25_000;

/** Time until the whole file must be there, in milliseconds: 100 MB at 7 Mbit/s. */
const WHOLE_LIMIT_MS = 120_000;

/** Requests for one file: 500 MB in parts of 64 kB are 8,000. */
const MOST_REQUESTS = 10_000;

/** What a browser says it takes in place of an image, so that a server that negotiates gives what is shown. */
const IMAGE_ACCEPT = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';

/** What a camera's address gives: one picture after the other, without end (`multipart/x-mixed-replace`). */
export const PICTURES_WITHOUT_END: ErrorOf<'not-a-picture'> = { code: 'not-a-picture', found: 'MJPEG' };

/** How a file is asked for. */
export interface FetchOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly credentials: RequestCredentials;
  readonly signal: AbortSignal;
  readonly maxBytes: number;
  /** What is refused as a whole is asked for from its first byte on, as a player asks: some servers give videos so alone. */
  readonly asPlayer?: boolean;
  /** Whether what was read ends before its own structure does, though its server calls it whole. */
  readonly isCut?: (file: Blob) => Promise<boolean>;
  /** Left out: what is in the HTTP cache counts, however old, as it does in a page. */
  readonly cache?: RequestCache;
  /** Time until the whole file must be there, in milliseconds; left out: enough for an image. */
  readonly wholeLimitMs?: number;
  readonly onProgress?: (doneBytes: number, totalBytes: number | undefined) => void;
  /** Called with the size the server tells before anything is read; throws to refuse it. */
  readonly admitSize?: (sizeBytes: number) => void;
  /** Called with the address that redirections led to, before anything of its answer is read; throws to refuse it. */
  readonly admit?: (finalUrl: string) => void | Promise<void>;
}

/** A file, and what its server says to recognise it by. */
export interface FetchedFile {
  readonly blob: Blob;
  readonly validators?: Validators;
  /** Whether the address may give another image each time: it says so, or does not say otherwise. Left out: it may be kept. */
  readonly doubt?: 'changing' | 'unsure';
}

type Ask = (headers?: Record<string, string>) => Promise<Response>;

/**
 * Reads a whole file from its origin: where an answer holds a part of it, asked for or not, the rest is asked for. Throws
 * `incomplete-file` where the rest cannot be had, or does not fit. Too large a file is stopped as soon as that is known: from the
 * header, or while reading.
 */
export async function fetchOriginal(url: string, options: FetchOptions): Promise<FetchedFile> {
  const { fetch, credentials, signal, cache = 'force-cache', admit, wholeLimitMs = WHOLE_LIMIT_MS } = options;
  const limit = new AbortController();
  const stop = () => limit.abort();
  const timer = setTimeout(stop, wholeLimitMs);
  const ask: Ask = async (headers) => {
    const firstByte = setTimeout(stop, FIRST_BYTE_LIMIT_MS);
    try {
      const response = await fetch(url.replace(/#.*$/s, ''), {
        credentials,
        cache,
        headers: { accept: IMAGE_ACCEPT, ...headers },
        signal: AbortSignal.any([signal, limit.signal]),
      });
      if (response.redirected) await admit?.(response.url);
      return response;
    } finally {
      clearTimeout(firstByte);
    }
  };
  try {
    return await readWhole(ask, options);
  } catch (error) {
    stop(); // Whatever is still on its way is not wanted.
    if (signal.aborted) throw error;
    if (error instanceof TypeError || isAbort(error))
      throw new AppError({ code: 'media-unreadable' }, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function readWhole(ask: Ask, options: FetchOptions): Promise<FetchedFile> {
  const isWhole = async () => !(await options.isCut?.(whole.file.toBlob()));
  let answer = await firstAnswer(ask, options);
  const doubt = doubtOf(answer);
  let part = partIn(answer);
  let whole = startOf(part);
  for (let asked = 1; asked < MOST_REQUESTS && continues(part, whole); asked += 1) {
    whole.totalBytes ??= part.totalBytes;
    const isEnd = await readBody(answer, part, whole, options);
    if (isEnd && (await isWhole())) return fileOf(whole, doubt);
    if (whole.doneBytes === part.start || whole.doneBytes > (part.end ?? whole.doneBytes)) break;
    if (isEnd) whole.totalBytes = undefined; // It was said to end here, and it does not.
    answer = await ask(rangeHeaders(whole.doneBytes, answer, whole.validators));
    if (isEndOf(whole, answer) && (await isWhole())) return fileOf(whole, doubt);
    if (!answer.ok) break;
    part = partIn(answer);
    if (part.isPart || part.start > 0) continue;
    if (!whole.isPart) break; // It would be read a second time, and be no longer.
    whole = startOf(part); // Another file by now, or a server that gives it as a whole after all.
  }
  throw new AppError({ code: 'incomplete-file' });
}

/** An answer that gives the file from its first byte on. Throws for a refusal. */
async function firstAnswer(ask: Ask, { asPlayer, signal }: FetchOptions): Promise<Response> {
  const asked = await ask().catch((error: unknown) => {
    if (!asPlayer || signal.aborted || !(error instanceof TypeError)) throw error;
    return Response.error();
  });
  const isRefused = !asked.ok || isTyped(asked, /^text\/html/i);
  const answer = asPlayer && isRefused ? await askedAsPlayer(ask, asked) : asked;
  if (!answer.ok) throw new AppError({ code: 'media-unreadable', ...(answer.status > 0 && { status: answer.status }) });
  if (isTyped(answer, /^multipart\/x-mixed-replace/i)) throw new AppError(PICTURES_WITHOUT_END);
  return answer;
}

async function askedAsPlayer(ask: Ask, refusal: Response): Promise<Response> {
  const answer = await ask({ range: 'bytes=0-' });
  if (answer.ok) await refusal.body?.cancel();
  return answer.ok ? answer : refusal;
}

const isTyped = ({ headers }: Response, type: RegExp) => type.test(headers.get('content-type') ?? '');

/** What there is of a file so far. */
interface Whole extends ReadSoFar {
  readonly file: ReturnType<typeof collectBlob>;
  doneBytes: number;
  totalBytes?: number | undefined;
}

/** Nothing yet of the file that an answer begins. */
function startOf({ isPart, validators, totalBytes }: AnsweredPart): Whole {
  return { isPart, file: collectBlob(), doneBytes: 0, totalBytes, ...(validators && { validators }) };
}

function fileOf({ file, validators }: Whole, doubt: FetchedFile['doubt']): FetchedFile {
  return { blob: file.toBlob(), ...(validators && { validators }), ...(doubt && { doubt }) };
}

function doubtOf({ headers, redirected, url }: Response): FetchedFile['doubt'] {
  if (!url.startsWith('http')) return undefined;
  const control = headers.get('cache-control') ?? '';
  if (redirected || /no-store/i.test(control)) return 'changing';
  if (control === '' && (headers.has('last-modified') || headers.has('expires'))) return undefined;
  return /age=0*[1-9]|immutable/i.test(control) && !/no-cache/i.test(control) ? undefined : 'unsure';
}

/**
 * Adds a body to what there is of a file, at most `maxBytes` in all; gives whether it is the file's end. Read by hand: in a content
 * script of Firefox (153) a TransformStream cannot be made ("Permission denied to access property "flush""). What has come lies on
 * disk, but for the last of it.
 */
async function readBody(
  response: Response,
  { isPart }: AnsweredPart,
  whole: Whole,
  options: FetchOptions,
): Promise<boolean> {
  const { maxBytes, onProgress, admitSize } = options;
  const requireWithinLimit = (sizeBytes: number) => {
    if (sizeBytes > maxBytes) throw new AppError({ code: 'too-large', limitBytes: maxBytes, sizeBytes });
  };
  requireWithinLimit(whole.totalBytes ?? 0);
  if (whole.doneBytes === 0) admitSize?.(whole.totalBytes ?? 0);
  const reader = response.body?.getReader();
  let isBroken = false;
  /** The next bytes; undefined at the end, and where the connection broke off behind the first of them. */
  const next = async () => {
    try {
      return (await reader?.read())?.value;
    } catch (error) {
      if (!(error instanceof TypeError) || whole.doneBytes === 0) throw error;
      isBroken = true;
      return undefined;
    }
  };
  for (let bytes = await next(); bytes; bytes = await next()) {
    whole.doneBytes += bytes.byteLength;
    requireWithinLimit(whole.doneBytes);
    await whole.file.add(bytes);
    onProgress?.(whole.doneBytes, whole.totalBytes);
  }
  return whole.totalBytes === undefined ? !isBroken && !isPart : whole.doneBytes >= whole.totalBytes;
}
