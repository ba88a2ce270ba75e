import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageReads } from '../../../../src/page/read/page-reads.ts';

const ORIGIN = 'https://news.example';
const OWN = `${ORIGIN}/a`;
const OTHER = 'https://cdn.example/a';
const LIMITS = { maxBytes: 500, askAboveBytes: 100 };

class Video {
  readonly crossOrigin: string | null;
  constructor(crossOrigin: string | null = null) {
    this.crossOrigin = crossOrigin;
  }
}

/** The browser's `Element` is nothing that a test could make here. */
const video = (crossOrigin?: string) => new Video(crossOrigin) as unknown as Element;

let signal: AbortSignal | undefined;

/** Answers every request of the page; `signal` is then that of the last one. */
function answerWith(response: Response | (() => Response)): void {
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    signal = init.signal ?? undefined;
    return typeof response === 'function' ? response() : response;
  });
}

/** An answer of which the first part of the body comes, and the rest never. */
const unfinished =
  (part: string, headers: Record<string, string> = {}) =>
  () => {
    const body = new ReadableStream<Uint8Array>({
      start(into) {
        into.enqueue(new TextEncoder().encode(part));
        signal?.addEventListener('abort', () => into.error(signal?.reason));
      },
    });
    return new Response(body, { headers });
  };

function redirected(response: Response, url: string): Response {
  return Object.defineProperties(response, { redirected: { value: true }, url: { value: url } });
}

beforeEach(() => {
  signal = undefined;
  vi.stubGlobal('window', { origin: ORIGIN });
  vi.stubGlobal('HTMLImageElement', class {});
  vi.stubGlobal('HTMLVideoElement', Video);
});

afterEach(() => vi.unstubAllGlobals());

describe('a read in the page', () => {
  it.each([
    ['more than is read without a question', '101', 101],
    ['more than is taken', '501', 501],
  ])('ends before the body where the server tells %s', async (_name, told, sizeBytes) => {
    answerWith(unfinished('a', { 'content-length': told }));
    expect(await createPageReads().read('1', OWN, video(), LIMITS)).toEqual({ sizeBytes });
    expect(signal?.aborted).toBe(true);
  });

  it('is not asked about after a yes', async () => {
    answerWith(new Response('a'.repeat(101), { headers: { 'content-length': '101' } }));
    const read = await createPageReads().read('1', OWN, video(), { maxBytes: 500 });
    expect('blob' in read && read.blob.size).toBe(101);
  });

  it('tells how far it has got, and ends at once when it is stopped', async () => {
    answerWith(unfinished('abc', { 'content-length': '50' }));
    const reads = createPageReads();
    const read = reads.read('1', OWN, video(), LIMITS);
    await vi.waitFor(() => expect(reads.progressOf('1')).toEqual({ doneBytes: 3, totalBytes: 50 }));
    reads.stop('1');
    expect(await read).toEqual({ unreadable: true });
    expect(signal?.aborted).toBe(true);
    expect(reads.progressOf('1')).toBeUndefined();
  });

  it('takes the place of the one that an ended background asked for', async () => {
    answerWith(unfinished('abc'));
    const reads = createPageReads();
    void reads.read('1', OWN, video(), LIMITS);
    await vi.waitFor(() => expect(reads.progressOf('1')).toEqual({ doneBytes: 3 }));
    const first = signal;
    answerWith(new Response('abcdef'));
    await reads.read('1', OWN, video(), LIMITS);
    expect(first?.aborted).toBe(true);
  });

  it('ends at once where one picture comes after the other', async () => {
    answerWith(unfinished('--a', { 'content-type': 'Multipart/X-Mixed-Replace; boundary=a' }));
    expect(await createPageReads().read('1', OWN, undefined, LIMITS)).toEqual({ unreadable: true, isEndless: true });
    expect(signal?.aborted).toBe(true);
  });

  const refusal = () => new Response('no', { status: 403 });
  it.each([
    ["of the page's own server", OWN, video(), refusal(), { unreadable: true, status: 403 }],
    ['of another that the element asked as the page does', OTHER, video('anonymous'), refusal(), { status: 403 }],
    ['but not of another that the element sent cookies to', OTHER, video(), refusal(), { unreadable: true }],
    ['but not of another that it was led to', OWN, video(), redirected(refusal(), OTHER), { unreadable: true }],
  ])('tells the refusal %s', async (_name, url, element, response, expected) => {
    answerWith(response);
    const read = await createPageReads().read('1', url, element, LIMITS);
    expect(read).toEqual({ unreadable: true, ...expected });
  });
});
