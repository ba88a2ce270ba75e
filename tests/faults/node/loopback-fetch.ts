import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { requestLoopback } from './loopback.ts';

/** Answers that have no body (Fetch standard, "null body status"). */
const WITHOUT_BODY = [204, 205, 304];

/**
 * `fetch` over loopback. It follows no redirection: the answer is that of the first server. Unlike that of Node itself it keeps
 * no limits of its own, which would go by the clock of the tests.
 */
export const loopbackFetch: typeof globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { signal, method, url } = request;
  signal.throwIfAborted();
  const body = request.body && Buffer.from(await request.arrayBuffer());
  const headers = { ...Object.fromEntries(request.headers), ...(body && { 'content-length': String(body.length) }) };
  const outgoing = requestLoopback(url, { method, headers });
  signal.addEventListener('abort', () => outgoing.destroy(), { once: true });
  outgoing.on('error', () => undefined); // Before the answer it is heard below; once that has begun, its body tells.
  outgoing.end(body ?? undefined);
  try {
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    const { statusCode: status = 0 } = incoming;
    const answer = WITHOUT_BODY.includes(status) ? null : streamOf(partsOf(incoming, signal));
    const response = new Response(answer, { status, headers: headersOf(incoming) });
    return Object.defineProperty(response, 'url', { value: url });
  } catch (cause) {
    throw failure(signal, cause);
  }
};

function streamOf(parts: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}

async function* partsOf(incoming: IncomingMessage, signal: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  try {
    yield* incoming;
  } catch (cause) {
    throw failure(signal, cause);
  }
}

/** What `fetch` rejects with: why it was stopped, or the one error for all that goes wrong on the way. */
function failure(signal: AbortSignal, cause: unknown): unknown {
  return signal.aborted ? signal.reason : new TypeError('Failed to fetch', { cause });
}

function headersOf({ rawHeaders }: IncomingMessage): [string, string][] {
  return rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
}
