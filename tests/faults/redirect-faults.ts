import type { FaultCase, FaultKind } from './fault-case.ts';
import { errorAfter } from './fault-ends.ts';

/** In turn: the way out is one for all of them. */
const KINDS: readonly FaultKind[] = ['image', 'video', 'page'];
const inTurn = (index: number) => KINDS.slice(index % KINDS.length).slice(0, 1);

const LED_ELSEWHERE = {
  error: 'service-redirected',
  line: /^The service address redirects elsewhere\. Your credentials weren’t sent there/,
  button: 'Open settings',
} as const;

/** Where a redirection leads; whatever is asked there would be among the sandbox's requests. */
const TARGETS: readonly (readonly [name: string, target: (origin: string, path: string) => string])[] = [
  ['to itself, in a loop', (origin, path) => origin + path],
  ['to another path', (origin) => `${origin}/elsewhere`],
  ['to another origin', (origin) => `${origin.replace('127.0.0.1', 'localhost')}/elsewhere`],
  ['to an address of the extension', () => 'chrome-extension://nothing/options.html'],
  ['to nowhere', () => ''],
];

const STATUSES = [301, 302, 303, 307, 308] as const;

/** Redirections of what is sent: none is followed. It is a browser that would follow, so they run there alone. */
export const REDIRECT_FAULTS: readonly FaultCase[] = [
  ...TARGETS.map(
    ([name, target], index): FaultCase => ({
      name: `a redirection ${name}`,
      script: ({ sandbox, path }) => sandbox.always(path, { redirectTo: target(sandbox.origin, path) }),
      ends: errorAfter(1, inTurn(index), LED_ELSEWHERE),
    }),
  ),
  ...STATUSES.map(
    (status, index): FaultCase => ({
      name: `${status} to another origin`,
      script: ({ sandbox, path }) =>
        sandbox.always(path, { status, redirectTo: `${sandbox.origin.replace('127.0.0.1', 'localhost')}${path}` }),
      ends: errorAfter(1, inTurn(index), LED_ELSEWHERE),
    }),
  ),
];
