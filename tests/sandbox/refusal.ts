/** Thrown when a request breaks a rule of the API; becomes the answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** Refuses a call, in words that name what is wrong and never repeat a credential. */
export function refuse(status: number, detail: string): never {
  throw new Refusal(status, { detail });
}

/** Refuses a token request, in the form RFC 6749, section 5.2, gives to such errors. */
export function refuseToken(status: number, error: string, description: string): never {
  throw new Refusal(status, { error, error_description: description });
}
