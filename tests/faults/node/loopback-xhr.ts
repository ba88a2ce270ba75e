import type { ClientRequest, IncomingMessage } from 'node:http';
import { requestLoopback } from './loopback.ts';

/** How much is given to the network at once, in bytes; after each, it is told how much that has taken. */
const PIECE_BYTES = 65_536;

/** What tells how much was sent or received. */
type Progress = (event: { readonly loaded: number; readonly total: number }) => void;

/**
 * As much of `XMLHttpRequest` as uploads use, over loopback. It follows no redirection: that a browser is kept from it is
 * nothing that can be tried here.
 */
export class LoopbackXhr {
  readonly HEADERS_RECEIVED = 2;
  readonly upload: { onprogress?: Progress; onload?: () => void } = {};
  onreadystatechange?: () => void;
  onprogress?: Progress;
  onload?: () => void;
  onerror?: () => void;
  readyState = 0;
  status = 0;
  responseText = '';
  #headers: Record<string, string> = {};
  #to: { readonly method: string; readonly url: string } = { method: 'GET', url: '' };
  #outgoing: ClientRequest | undefined;
  #answerHeaders: readonly string[] = [];
  #isOver = false;

  open(method: string, url: string): void {
    this.#to = { method, url };
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }

  getAllResponseHeaders(): string {
    const lines = this.#answerHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [`${name.toLowerCase()}: ${this.#answerHeaders[index + 1]}`] : [],
    );
    return lines.join('\r\n');
  }

  send(body: Blob | FormData): void {
    void this.#send(body).catch(() => this.#end(() => this.onerror?.()));
  }

  abort(): void {
    this.#end(() => undefined);
    this.#outgoing?.destroy();
  }

  async #send(body: Blob | FormData): Promise<void> {
    const serialised = new Response(body);
    const type = serialised.headers.get('content-type');
    const bytes = await serialised.bytes();
    if (this.#isOver) return;
    const { method, url } = this.#to;
    const headers = { ...(type && { 'content-type': type }), ...this.#headers, 'content-length': String(bytes.length) };
    const outgoing = requestLoopback(url, { method, headers });
    this.#outgoing = outgoing;
    const answered = new Promise<void>((resolve, reject) => {
      outgoing.on('error', reject);
      outgoing.on('response', (incoming) => this.#receive(incoming).then(resolve, reject));
    });
    await Promise.all([this.#sendBody(outgoing, bytes), answered]);
  }

  async #sendBody(outgoing: ClientRequest, bytes: Uint8Array): Promise<void> {
    for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
      const piece = bytes.subarray(start, start + PIECE_BYTES);
      await new Promise<void>((resolve, reject) =>
        outgoing.write(piece, (error) => (error ? reject(error) : resolve())),
      );
      if (this.#isOver) return;
      this.upload.onprogress?.({ loaded: start + piece.length, total: bytes.length });
    }
    outgoing.end();
    this.upload.onload?.();
  }

  async #receive(incoming: IncomingMessage): Promise<void> {
    this.status = incoming.statusCode ?? 0;
    this.#answerHeaders = incoming.rawHeaders;
    this.readyState = this.HEADERS_RECEIVED;
    this.onreadystatechange?.();
    const pieces: Buffer[] = [];
    let loaded = 0;
    for await (const piece of incoming) {
      pieces.push(piece);
      loaded += piece.length;
      this.onprogress?.({ loaded, total: 0 });
    }
    this.responseText = new TextDecoder().decode(Buffer.concat(pieces));
    this.#end(() => this.onload?.());
  }

  /** It ends once, whatever comes later. */
  #end(tell: () => void): void {
    if (this.#isOver) return;
    this.#isOver = true;
    tell();
  }
}
