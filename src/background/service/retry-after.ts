import { SEND_POLICY } from './send-policy.ts';

/**
 * The wait that an answer asks for by `Retry-After` (seconds or an HTTP date), in milliseconds, up to 120,000; undefined when it
 * names none that can be read, or none above zero. A date counts from the answer's own `Date`: this computer's clock may be off.
 */
export function retryAfterMs(headers: Headers, nowMs: number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : httpDate(text) - answeredAt(headers, nowMs);
  return wait > 0 ? Math.min(wait, SEND_POLICY.maxRetryAfterMs) : undefined;
}

function answeredAt(headers: Headers, nowMs: number): number {
  const date = httpDate(headers.get('date') ?? '');
  return Number.isNaN(date) ? nowMs : date;
}

/** Epoch milliseconds of a date in any of HTTP's three forms (RFC 9110, section 5.6.7); not a number where it is none. */
function httpDate(text: string): number {
  // Date.parse makes a date of almost anything; every form of an HTTP date names its month in letters.
  if (!/[a-z]{3}/i.test(text)) return Number.NaN;
  const hasZone = /[a-z]$|[+-]\d{4}$/i.test(text);
  return Date.parse(hasZone ? text : `${text} GMT`); // The form of asctime names no zone, and means UTC.
}
