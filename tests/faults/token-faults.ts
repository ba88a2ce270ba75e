import type { Behaviour } from '../sandbox/behaviour.ts';
import type { FaultCase, FaultKind, FaultStep } from './fault-case.ts';
import { type ExpectedError, errorAfter, verdictAfter } from './fault-ends.ts';

const TOKEN = '/v1/oauth/token';
/** The token is asked for in the same way whatever is checked: one case shows it for each kind. */
const ALL: readonly FaultKind[] = ['image', 'video', 'page'];

interface TokenFault {
  readonly always: Behaviour;
  /** Of the media's endpoint: it was asked once with the token that ended. */
  readonly tokens: number;
  readonly kinds?: readonly FaultKind[];
  readonly steps?: readonly FaultStep[];
}

/** The token ends in the middle of the day, and the token endpoint gives no new one. */
function noToken(
  name: string,
  { always, tokens, kinds = ['image'], steps }: TokenFault,
  error: ExpectedError,
): FaultCase {
  return {
    name: `token endpoint: ${name}`,
    script({ sandbox }) {
      sandbox.revokeTokens();
      sandbox.closeConnections();
      sandbox.always(TOKEN, always);
    },
    ...(steps && { steps }),
    ends: errorAfter(1, kinds, { ...error, more: { [TOKEN]: tokens } }),
  };
}

/** The same, and it recovers. */
function tokenAfter(name: string, next: readonly Behaviour[], media: number, steps?: readonly FaultStep[]): FaultCase {
  return {
    name: `token endpoint: ${name}`,
    script({ sandbox }) {
      sandbox.revokeTokens();
      sandbox.closeConnections();
      sandbox.next(TOKEN, ...next);
    },
    ...(steps && { steps }),
    ends: verdictAfter(media, ['image'], { [TOKEN]: next.length + 1 }),
  };
}

const REFUSED: ExpectedError = {
  error: 'sign-in-refused',
  line: /^BitMind didn’t accept these credentials\. Check “Client ID” and “Client secret”/,
  button: 'Sign in',
};
const NOT_BITMIND: ExpectedError = {
  error: 'not-bitmind',
  line: /^Something answers at this address, but it isn’t BitMind’s Enterprise API/,
  button: 'Open settings',
};
const UNREADABLE: ExpectedError = {
  error: 'unreadable-answer',
  line: /^The answer doesn’t look like one from BitMind/,
};
const UNREACHABLE: ExpectedError = { error: 'service-unreachable', line: /^BitMind can’t be reached/ };
const timeout = (words: string): ExpectedError => ({
  error: 'service-timeout',
  line: new RegExp(`^BitMind didn’t answer within ${words}`),
});
const failed = (status: number): ExpectedError => ({
  error: 'service-failed',
  line: new RegExp(`^BitMind had a problem \\(error ${status}\\)`),
});

const REDIRECTED: ExpectedError = {
  error: 'service-redirected',
  line: /^The service address redirects elsewhere/,
  button: 'Open settings',
};

const HANG: readonly FaultStep[] = [{ do: 'hang', withinMs: 35_000, when: TOKEN }];

/** Everything the token endpoint can do. */
export const TOKEN_FAULTS: readonly FaultCase[] = [
  noToken('400', { always: { status: 400, body: { error: 'invalid_request' } }, tokens: 1 }, REFUSED),
  noToken('401', { always: { status: 401, body: { error: 'invalid_client' } }, tokens: 1, kinds: ALL }, REFUSED),
  noToken(
    '403',
    { always: { status: 403 }, tokens: 1 },
    {
      error: 'not-permitted',
      line: /^Your BitMind account doesn’t allow this/,
      button: 'Open settings',
    },
  ),
  noToken('404', { always: { status: 404 }, tokens: 1 }, NOT_BITMIND),
  ...[408, 413, 415, 422].map((status) => noToken(String(status), { always: { status }, tokens: 1 }, failed(status))),
  noToken('500', { always: { status: 500 }, tokens: 4 }, failed(500)),
  noToken('502 with HTML', { always: { status: 502, body: '<h1>Bad Gateway</h1>' }, tokens: 4 }, failed(502)),
  noToken(
    '503 with a long Retry-After',
    {
      always: { status: 503, headers: { 'retry-after': '90' } },
      tokens: 4,
      steps: Array.from({ length: 3 }, () => ({ do: 'pass', ms: 91_000, when: 'paused-anew' })),
    },
    {
      error: 'service-failed',
      line: /^BitMind is busy \(error 503\)\. Nothing was lost\. Try again at /,
    },
  ),
  noToken('504', { always: { status: 504 }, tokens: 4 }, failed(504)),
  tokenAfter('500, twice', [{ status: 500 }, { status: 500 }], 2),
  tokenAfter('429', [{ status: 429 }], 2, [{ do: 'pass', ms: 61_000, when: 'paused' }]),
  noToken('reset before headers', { always: { reset: 'before-headers' }, tokens: 4 }, UNREACHABLE),
  tokenAfter('reset before headers, once', [{ reset: 'before-headers' }], 2),
  noToken('reset in the middle of the answer', { always: { reset: 'mid-answer' }, tokens: 1 }, UNREACHABLE),
  noToken('no answer', { always: { hold: new Promise(() => undefined) }, tokens: 1, steps: HANG }, timeout('29 sec')),
  noToken(
    'an answer without an end',
    { always: { isEndless: true, drip: { bytes: 20, everyMs: 20 } }, tokens: 1, steps: HANG },
    timeout('15 sec'),
  ),
  noToken(
    'an answer in drops',
    { always: { drip: { bytes: 1, everyMs: 5_000 } }, tokens: 1, steps: HANG },
    timeout('15 sec'),
  ),
  noToken('200 with an empty body', { always: { body: '' }, tokens: 1 }, NOT_BITMIND),
  noToken('200 with HTML', { always: { body: '<!doctype html><p>Hello' }, tokens: 1 }, NOT_BITMIND),
  noToken('200 with truncated JSON', { always: { body: '{"access_token": "a' }, tokens: 1 }, NOT_BITMIND),
  noToken('200 with 100 MB', { always: { body: Buffer.alloc(100_000_000, 'x') }, tokens: 1 }, UNREADABLE),
  noToken('200 with a list', { always: { body: [] }, tokens: 1 }, NOT_BITMIND),
  noToken('200 without a token', { always: { body: { token_type: 'Bearer' } }, tokens: 1 }, NOT_BITMIND),
  noToken('200 with a number for a token', { always: { body: { access_token: 7 } }, tokens: 1 }, NOT_BITMIND),
  noToken('200 with an empty token', { always: { body: { access_token: '' } }, tokens: 1 }, NOT_BITMIND),
  noToken(
    '200 with a token that no header can hold',
    { always: { body: { access_token: 'a\r\nb' } }, tokens: 1 },
    NOT_BITMIND,
  ),
  {
    name: 'token endpoint: a token that the service then refuses',
    script({ sandbox }) {
      sandbox.revokeTokens();
      sandbox.always(TOKEN, { body: { access_token: 'nobody-knows-this-one', expires_in: 3600 } });
    },
    ends: errorAfter(2, ['image'], { ...REFUSED, more: { [TOKEN]: 1 } }),
  },
  noToken('a redirection in a loop', { always: { redirectTo: TOKEN }, tokens: 1 }, REDIRECTED),
  {
    name: 'token endpoint: a redirection to another origin',
    script({ sandbox }) {
      sandbox.revokeTokens();
      sandbox.always(TOKEN, { redirectTo: `${sandbox.origin.replace('127.0.0.1', 'localhost')}${TOKEN}` });
    },
    ends: errorAfter(1, ['image'], { ...REDIRECTED, more: { [TOKEN]: 1 } }),
  },
];
