import type { FaultCase, FaultKind, FaultStep, PauseReason } from './fault-case.ts';
import { errorAfter, verdictAfter } from './fault-ends.ts';

const SINGLE: readonly FaultKind[] = ['image', 'video'];
const ALL: readonly FaultKind[] = ['image', 'video', 'page'];
const EACH: readonly FaultKind[] = [...ALL, 'videos'];
const WHOLE: readonly FaultKind[] = ['page', 'videos'];

/** A page of three is sent as 3, then 2 and 1, then 1 and 1, until it is clear that each of them is refused. */
const SPLIT_REQUESTS = 5;

const DAY_MS = 86_400_000;

const HTML = '<!doctype html><html><title>502 Bad Gateway</title><h1>Bad Gateway</h1></html>';
const AS_HTML = { 'content-type': 'text/html' };

const failedWith = (status: number) =>
  ({
    error: 'service-failed',
    line: new RegExp(`^BitMind had a problem \\(error ${status}\\)\\. Nothing was lost`),
  }) as const;

/** A status for good. */
function always(status: number, ends: FaultCase['ends'], body?: unknown): FaultCase {
  return {
    name: `${status}, always`,
    script: ({ sandbox, path }) => sandbox.always(path, { status, ...(body !== undefined && { body }) }),
    ends,
  };
}

/** A refusal of what was sent, which a page's media are refused for one by one. */
function refused(status: number, what: Parameters<typeof errorAfter>[2]): FaultCase {
  return always(status, { ...errorAfter(1, SINGLE, what), ...errorAfter(SPLIT_REQUESTS, WHOLE, what) });
}

/** Just before so long a pause is over nothing more has been sent; just after it the check goes on. */
function untilOpen(seconds: number, why: PauseReason): readonly FaultStep[] {
  return [
    { do: 'pass', ms: (seconds - 2) * 1000, when: 'paused' },
    { do: 'still-paused', why },
    { do: 'pass', ms: 3_000, when: 'paused' },
  ];
}

/** The service asks for a pause of so many seconds, so often. */
function pausedAnew(seconds: number, times: number): readonly FaultStep[] {
  return Array.from({ length: times }, () => ({ do: 'pass', ms: (seconds + 1) * 1000, when: 'paused-anew' }));
}

/** A 429 whose pause is as long as it says. */
function pausedFor(name: string, seconds: number, headers?: (now: number) => Record<string, string>): FaultCase {
  return {
    name: `429, ${name}, then as usual`,
    script: ({ sandbox, path, now }) => sandbox.next(path, { status: 429, ...(headers && { headers: headers(now) }) }),
    steps: untilOpen(seconds, 'limit'),
    ends: verdictAfter(2, name === 'with seconds' ? EACH : ['image']),
  };
}

/** A 503 for whose pause everyone waits. */
function busyFor(seconds: number, kinds: readonly FaultKind[]): FaultCase {
  return {
    name: `503 with Retry-After of ${seconds} s, then as usual`,
    script: ({ sandbox, path }) => sandbox.next(path, { status: 503, headers: { 'retry-after': String(seconds) } }),
    steps: untilOpen(seconds, 'busy'),
    ends: verdictAfter(2, kinds),
  };
}

/** A fault that goes by itself within the repeats. */
function passing(status: number, times: number, kinds: readonly FaultKind[]): FaultCase {
  return {
    name: `${status}, ${times} times, then as usual`,
    script: ({ sandbox, path }) => sandbox.next(path, ...Array.from({ length: times }, () => ({ status }))),
    ends: verdictAfter(times + 1, kinds),
  };
}

/** Every status there is trouble with. */
export const STATUS_FAULTS: readonly FaultCase[] = [
  refused(400, {
    error: 'input-refused',
    line: /^BitMind couldn’t use this file\. Nothing is wrong with your account/,
    button: 'Close',
  }),
  {
    name: '401, once',
    script: ({ sandbox }) => sandbox.revokeTokens(),
    ends: verdictAfter(2, EACH, { '/v1/oauth/token': 1 }),
  },
  always(
    401,
    errorAfter(2, ALL, {
      error: 'sign-in-refused',
      line: /^BitMind didn’t accept these credentials\. Check “Client ID” and “Client secret”/,
      button: 'Sign in',
      more: { '/v1/oauth/token': 1 },
    }),
  ),
  always(403, {
    ...errorAfter(1, ['image'], {
      error: 'not-permitted',
      line: /^Your BitMind account doesn’t allow this\. If it uses a certificate/,
      button: 'Open settings',
    }),
    ...errorAfter(1, ['video'], {
      error: 'not-enabled',
      line: /^Video checks aren’t enabled for this account/,
      button: 'Open settings',
    }),
    // Not allowed to send several at once, it sends them one by one.
    ...verdictAfter(1, ['page'], { '/image': 3 }),
    ...verdictAfter(1, ['videos'], { '/video': 3 }),
  }),
  always(404, errorAfter(1, ALL, failedWith(404))),
  {
    name: '408, always',
    script({ sandbox, path }) {
      sandbox.closeConnections(); // On one used before, or opened in advance, Chromium itself asks again.
      sandbox.always(path, { status: 408 });
    },
    ends: errorAfter(1, ALL, failedWith(408)),
  },
  refused(413, {
    error: 'size-refused',
    line: /^BitMind didn’t accept this file .* because it’s too large\. Try a smaller version/,
    button: 'Close',
  }),
  refused(415, { error: 'format-refused', line: /^BitMind doesn’t accept this format/, button: 'Close' }),
  refused(422, { error: 'format-refused', line: /^BitMind doesn’t accept this format/, button: 'Close' }),
  pausedFor('with seconds', 20, () => ({ 'retry-after': '20' })),
  pausedFor('with a date of a clock that is a day ahead', 30, (now) => ({
    date: new Date(now + DAY_MS).toUTCString(),
    'retry-after': new Date(now + DAY_MS + 30_000).toUTCString(),
  })),
  pausedFor('with a date far away', 120, (now) => ({ 'retry-after': new Date(now + 1e9).toUTCString() })),
  pausedFor('with an absurd time', 120, () => ({ 'retry-after': '86400' })),
  pausedFor('with no time at all', 60, () => ({ 'retry-after': '0' })),
  pausedFor('with nonsense', 60, () => ({ 'retry-after': 'soon' })),
  pausedFor('without a time', 60),
  {
    name: '429, always',
    script: ({ sandbox, path }) => sandbox.always(path, { status: 429 }),
    steps: pausedAnew(120, 10),
    ends: errorAfter(11, ['image'], {
      error: 'rate-limited',
      line: /^Too many checks for your account right now\. Try again at /,
    }),
  },
  always(500, errorAfter(4, EACH, failedWith(500))),
  passing(500, 1, ALL),
  passing(500, 3, ['image']),
  {
    name: '502 with HTML, always',
    script: ({ sandbox, path }) => sandbox.always(path, { status: 502, body: HTML, headers: AS_HTML }),
    ends: errorAfter(4, ALL, failedWith(502)),
  },
  passing(502, 2, ['video']),
  {
    name: '503 with Retry-After, always',
    script: ({ sandbox, path }) => sandbox.always(path, { status: 503, headers: { 'retry-after': '12' } }),
    steps: pausedAnew(12, 3),
    ends: errorAfter(4, ALL, {
      error: 'service-failed',
      line: /^BitMind is busy \(error 503\)\. Nothing was lost\. Try again at /,
    }),
  },
  busyFor(12, ['image', 'page']),
  busyFor(90, ALL),
  always(504, errorAfter(4, ALL, failedWith(504))),
  always(501, errorAfter(1, ['image'], failedWith(501))),
  always(418, errorAfter(1, ['image'], failedWith(418))),
  always(204, errorAfter(1, ['image'], failedWith(204)), ''),
];
