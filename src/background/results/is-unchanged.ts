import type { Validators } from '../../core/check/read-report.ts';

/** Time for the answer, in milliseconds: who has none by then is read anew. */
const ANSWER_LIMIT_MS = 5_000;

/**
 * Whether the file at an address is the one that had these validators, as its server says (RFC 9110, section 13.1). Nothing of
 * the file is read. False where the server does not say so, for whatever reason; redirections are not followed.
 */
export async function isUnchanged(
  url: string,
  { etag, lastModified }: Validators,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<boolean> {
  if (etag === undefined && lastModified === undefined) return false;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), ANSWER_LIMIT_MS);
  try {
    const response = await fetch(url.replace(/#.*$/s, ''), {
      credentials: 'omit',
      cache: 'no-store', // The HTTP cache would answer in the server's place.
      redirect: 'manual',
      headers: {
        ...(etag !== undefined && { 'if-none-match': etag }),
        ...(etag === undefined && lastModified !== undefined && { 'if-modified-since': lastModified }),
      },
      signal: AbortSignal.any([signal, limit.signal]),
    });
    return response.status === 304;
  } catch {
    return false; // Reading it will say why.
  } finally {
    clearTimeout(timer);
    limit.abort(); // Whatever of the file was on its way is not wanted.
  }
}
