import { REQUEST_POLICY } from './request-policy.ts';

/**
 * The wait asked for by a `Retry-After` header (seconds or an HTTP date), in milliseconds, from 0 to 120,000; undefined
 * when there is none that can be read.
 */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  // Date.parse makes a date of almost anything; every form of an HTTP date names its month in letters.
  const until = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : until - nowMs;
  if (Number.isNaN(wait)) return undefined;
  return Math.min(Math.max(wait, 0), REQUEST_POLICY.maxRetryAfterMs);
}
