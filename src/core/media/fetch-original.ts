import type { Validators } from '../check/read-report.ts';
import { AppError, isAbort } from '../errors/app-error.ts';
import type { ErrorOf } from '../errors/error-data.ts';
import { collectBlob } from './disk-blob.ts';

/** Time until an image's server must begin to answer, in milliseconds: a service worker ends after 30 s of waiting. */
const FIRST_BYTE_LIMIT_MS = 25_000;

/** Time until the whole file must be there, in milliseconds: 100 MB at 7 Mbit/s. */
const WHOLE_LIMIT_MS = 120_000;

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
}

/** Reads a file from its origin. Too large a one is stopped as soon as that is known: from the header, or while reading. */
export async function fetchOriginal(url: string, options: FetchOptions): Promise<FetchedFile> {
  const { fetch, credentials, signal, cache = 'force-cache', admit, wholeLimitMs = WHOLE_LIMIT_MS } = options;
  const limit = new AbortController();
  let timer = setTimeout(() => limit.abort(), FIRST_BYTE_LIMIT_MS);
  try {
    const response = await fetch(url.replace(/#.*$/s, ''), {
      credentials,
      cache,
      headers: { accept: IMAGE_ACCEPT },
      signal: AbortSignal.any([signal, limit.signal]),
    });
    clearTimeout(timer);
    timer = setTimeout(() => limit.abort(), wholeLimitMs);
    if (response.redirected) await admit?.(response.url);
    if (!response.ok) throw new AppError({ code: 'media-unreadable', status: response.status });
    if (/^multipart\/x-mixed-replace/i.test(response.headers.get('content-type') ?? ''))
      throw new AppError(PICTURES_WITHOUT_END);
    const validators = validatorsOf(response.headers);
    return { blob: await readBody(response, options), ...(validators && { validators }) };
  } catch (error) {
    limit.abort(); // Whatever is still on its way is not wanted.
    if (signal.aborted) throw error;
    if (error instanceof TypeError || isAbort(error))
      throw new AppError({ code: 'media-unreadable' }, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The body as a Blob, at most `maxBytes` long. Read by hand: in a content script of Firefox (153) a TransformStream cannot
 * be made ("Permission denied to access property "flush""). What has come lies on disk, but for the last of it.
 */
async function readBody(response: Response, { maxBytes, onProgress, admitSize }: FetchOptions): Promise<Blob> {
  const requireWithinLimit = (sizeBytes: number) => {
    if (sizeBytes > maxBytes) throw new AppError({ code: 'too-large', limitBytes: maxBytes, sizeBytes });
  };
  const told = Number(response.headers.get('content-length') ?? 0);
  requireWithinLimit(told);
  admitSize?.(told);
  const read = collectBlob();
  const reader = response.body?.getReader();
  let sizeBytes = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    sizeBytes += part.value.byteLength;
    requireWithinLimit(sizeBytes);
    await read.add(part.value);
    onProgress?.(sizeBytes, told > 0 ? told : undefined);
  }
  return read.toBlob();
}

/** What a server's answer says to recognise the file by; undefined where it says nothing. */
export function validatorsOf(headers: Headers): Validators | undefined {
  const etag = headers.get('etag') ?? undefined;
  const lastModified = headers.get('last-modified') ?? undefined;
  if (etag === undefined && lastModified === undefined) return undefined;
  return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
}
