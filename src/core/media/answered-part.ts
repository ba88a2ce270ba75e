import type { Validators } from '../check/read-report.ts';
import { AppError } from '../errors/app-error.ts';

/** Which bytes of a file an answer holds, as its server says. */
export interface AnsweredPart {
  /** Of the file's bytes, the first that is in the answer. */
  readonly start: number;
  /** The size of the whole file, where it is told. */
  readonly totalBytes?: number;
  /** The answer itself says that there is more, or may be. */
  readonly isPart: boolean;
  /** Of a part: the first byte that is not in it. */
  readonly end?: number;
  readonly validators?: Validators;
}

/** `Content-Range` of one part (RFC 9110, section 14.4). */
const ONE_PART = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i;
/** The same of a refusal: there is nothing behind the file's end. */
const NOTHING_BEHIND = /^bytes \*\/(\d+)$/i;

/**
 * Which bytes an answer holds, whatever its status calls them. Throws for what cannot be put together: several parts in one, a
 * part of something compressed, and a part that does not say which.
 */
export function partIn({ status, headers }: Response): AnsweredPart {
  const validators = validatorsOf(headers);
  const recognised = validators && { validators };
  const isEncoded = headers.has('content-encoding');
  const range = headers.get('content-range');
  if (status !== 206 && range === null) {
    const told = Number(headers.get('content-length') ?? 0); // Of what is compressed, it is another size.
    return { start: 0, isPart: false, ...(told > 0 && !isEncoded && { totalBytes: told }), ...recognised };
  }
  const [, first, last, total] = ONE_PART.exec(range ?? '') ?? [];
  const totalBytes = total === undefined || total === '*' ? undefined : Number(total);
  const end = Number(last) + 1;
  const isAll = first === '0' && end === totalBytes;
  const isImpossible = first === undefined || (totalBytes !== undefined && end > totalBytes);
  if (isImpossible || (isEncoded && !isAll)) throw new AppError({ code: 'incomplete-file' });
  if (isEncoded) return { start: 0, isPart: false, ...recognised };
  return { start: Number(first), end, isPart: !isAll, ...(totalBytes !== undefined && { totalBytes }), ...recognised };
}

/** What there is of a file so far, as far as its server has told. */
export interface ReadSoFar {
  /** It began with a part. */
  readonly isPart: boolean;
  readonly doneBytes: number;
  readonly totalBytes?: number | undefined;
  readonly validators?: Validators;
}

/** Whether a part continues what was read before of the same file, as far as anything tells. */
export function continues(part: AnsweredPart, before: ReadSoFar): boolean {
  const isSame = <T>(one: T | undefined, other: T | undefined) =>
    one === undefined || other === undefined || one === other;
  return (
    part.start === before.doneBytes &&
    isSame(part.totalBytes, before.totalBytes) &&
    isSame(part.validators?.etag, before.validators?.etag) &&
    isSame(part.validators?.lastModified, before.validators?.lastModified)
  );
}

/**
 * Whether a refusal to give more says that what was read is the whole file. The size a part was said to be of stands; the length
 * of a whole answer may be of something compressed, which other sites hide from pages.
 */
export function isEndOf({ isPart, doneBytes, totalBytes }: ReadSoFar, { status, headers }: Response): boolean {
  const [, told] = NOTHING_BEHIND.exec(headers.get('content-range') ?? '') ?? [];
  if (status !== 416) return false;
  return totalBytes === undefined ? Number(told ?? doneBytes) === doneBytes : !isPart && Number(told) === doneBytes;
}

/**
 * The headers that ask for all from a byte on. A server that has another file by now is to give that one as a whole; by a weak
 * `ETag` none can tell (RFC 9110, section 13.1.5). In a page, to another site, such a condition would need leave (CORS).
 */
export function rangeHeaders(start: number, { type }: Response, validators?: Validators): Record<string, string> {
  const { etag, lastModified } = validators ?? {};
  const condition = etag === undefined || etag.startsWith('W/') ? lastModified : etag;
  return { range: `bytes=${start}-`, ...(condition !== undefined && type !== 'cors' && { 'if-range': condition }) };
}

/** What a server's answer says to recognise the file by; undefined where it says nothing. */
export function validatorsOf(headers: Headers): Validators | undefined {
  const etag = headers.get('etag') ?? undefined;
  const lastModified = headers.get('last-modified') ?? undefined;
  if (etag === undefined && lastModified === undefined) return undefined;
  return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
}
