import {
  SANDBOX_API_KEY,
  SANDBOX_CERTIFICATE_CLIENT_ID,
  SANDBOX_CERTIFICATE_PEM,
  SANDBOX_CLIENT_ID,
  SANDBOX_CLIENT_SECRET,
} from '../../sandbox/sandbox-credentials.ts';

/** Headers of a call made with the default API key. */
export const WITH_API_KEY = { authorization: `Bearer ${SANDBOX_API_KEY}` } as const;

/** What `base64 -w 0 client.crt` prints for the default certificate. */
export const CERTIFICATE_HEADER = Buffer.from(SANDBOX_CERTIFICATE_PEM).toString('base64');

/** A right token request by secret, and one by certificate. */
export const SECRET_FORM = {
  grant_type: 'client_credentials',
  client_id: SANDBOX_CLIENT_ID,
  client_secret: SANDBOX_CLIENT_SECRET,
} as const;
export const CERTIFICATE_FORM = {
  grant_type: 'client_credentials',
  client_id: SANDBOX_CERTIFICATE_CLIENT_ID,
} as const;

/** An answer, read whole. */
export interface ReadAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Sends one request and reads its JSON answer; `body` is undefined when it is not JSON. */
export async function call(origin: string, path: string, init: RequestInit = {}): Promise<ReadAnswer> {
  const response = await fetch(`${origin}${path}`, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, body: parse(await response.text()) };
}

/** Asks for a token, and gives it. */
export async function signIn(
  origin: string,
  form: Record<string, string> = SECRET_FORM,
  headers: Record<string, string> = {},
): Promise<string> {
  const { body } = await call(origin, '/v1/oauth/token', { method: 'POST', headers, body: new URLSearchParams(form) });
  if (typeof body === 'object' && body !== null && 'access_token' in body && typeof body.access_token === 'string') {
    return body.access_token;
  }
  throw new Error('No token came.');
}

/** A form of files, each under a field name. */
export function fileForm(
  ...files: readonly (readonly [field: string, type: string, bytes: Uint8Array<ArrayBuffer>])[]
): FormData {
  const form = new FormData();
  for (const [index, [field, type, bytes]] of files.entries()) {
    form.append(field, new Blob([bytes], { type }), `file-${index}`);
  }
  return form;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
