import type { Behaviour } from './behaviour.ts';

/** What goes back over the wire. There is never a CORS header: the extension must not need one. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const DEFAULT_REDIRECT_STATUS = 307;
const FIRST_ERROR_STATUS = 400;

/** An answer that holds a JSON value. */
export function jsonAnswer(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  };
}

/** The answer a script makes of the one the API would have given. */
export function scriptedAnswer(correct: Answer, behaviour: Behaviour): Answer {
  if (behaviour.redirectTo !== undefined) {
    return {
      status: behaviour.status ?? DEFAULT_REDIRECT_STATUS,
      headers: { location: behaviour.redirectTo, ...lowerCaseNames(behaviour.headers) },
      body: Buffer.alloc(0),
    };
  }
  const status = behaviour.status ?? correct.status;
  return {
    status,
    headers: { ...correct.headers, ...lowerCaseNames(behaviour.headers) },
    body: scriptedBody(correct, behaviour, status),
  };
}

function scriptedBody(correct: Answer, behaviour: Behaviour, status: number): Buffer {
  const { body } = behaviour;
  if (body === undefined) {
    return status >= FIRST_ERROR_STATUS ? Buffer.from('{"detail": "Scripted failure."}') : correct.body;
  }
  if (typeof body === 'string' || body instanceof Uint8Array) {
    return Buffer.from(body);
  }
  return Buffer.from(JSON.stringify(body));
}

function lowerCaseNames(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
