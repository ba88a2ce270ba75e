import { describe, expect, it } from 'vitest';
import { type FetchOptions, fetchOriginal } from '../../../../src/core/media/fetch-original.ts';

const FILE = Uint8Array.from({ length: 1_000 }, (_, at) => (at * 7) % 251);
const OTHER = FILE.map((byte) => 255 - byte);

/** What a server is told: which bytes are asked for, if it is a part, and on what condition. */
interface Asked {
  readonly start?: number;
  readonly condition: string | null;
  /** How many requests there were before. */
  readonly earlier: number;
}
type Server = (asked: Asked) => Response;

/** A part of a file, with `more` in its headers. */
function part(start: number, end: number, more: Record<string, string> = {}, file = FILE): Response {
  const headers = { 'content-range': `bytes ${start}-${end - 1}/${file.length}`, ...more };
  return new Response(file.slice(start, end), { status: 206, headers });
}
const piece = (start = 0, size = 300, more: Record<string, string> = {}) =>
  part(start, Math.min(start + size, FILE.length), more);
const whole = (file = FILE, headers = {}) => new Response(file, { headers });
const refusal = (status: number, headers = {}) => new Response('no', { status, headers });

/** Reads from a server; `asked` is what it was told. */
async function readFrom(server: Server, options: Partial<FetchOptions> = {}) {
  const asked: Asked[] = [];
  const fetch = async (_url: unknown, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    const start = /^bytes=(\d+)-$/.exec(headers.get('range') ?? '')?.[1];
    asked.push({
      ...(start !== undefined && { start: Number(start) }),
      condition: headers.get('if-range'),
      earlier: asked.length,
    });
    return server(asked.at(-1) ?? { condition: null, earlier: 0 });
  };
  const { signal } = new AbortController();
  const read = fetchOriginal('https://cdn.example/a', {
    fetch,
    credentials: 'omit',
    maxBytes: 10_000,
    signal,
    ...options,
  });
  const file = await read.then(
    async ({ blob }) => new Uint8Array(await blob.arrayBuffer()),
    (error: unknown) => error,
  );
  return { asked, file };
}

/** A body that breaks off behind its first bytes. */
function broken(bytes: Uint8Array<ArrayBuffer>, headers = {}): Response {
  let isSent = false;
  const pull = (controller: ReadableStreamDefaultController) => {
    if (isSent) controller.error(new TypeError('network error'));
    else controller.enqueue(bytes);
    isSent = true;
  };
  return new Response(new ReadableStream({ pull }), { headers });
}

/** A server that does something, and how it is read from. */
type Row = [name: string, server: Server, options?: Partial<FetchOptions>];

/** The file breaks off without a word where it is not whole. */
const isCut = async (file: Blob) => file.size < FILE.length;

describe('a whole file is read from a server that', () => {
  it.each<Row>([
    ['gives 206 and 300 bytes to everybody', ({ start }) => piece(start)],
    ['gives parts of other sizes each time', ({ start, earlier }) => piece(start, 100 + earlier * 90)],
    ['gives all of it as a part', () => piece(0, 1_000)],
    [
      'calls a part 200',
      ({ start = 0 }) =>
        whole(FILE.slice(start, start + 400), {
          'content-range': `bytes ${start}-${Math.min(start + 400, 1_000) - 1}/1000`,
        }),
    ],
    [
      'does not know how long it is, and ends by 416',
      ({ start = 0 }) =>
        start < 1_000
          ? piece(start, 400, { 'content-range': `bytes ${start}-${Math.min(start + 400, 1_000) - 1}/*` })
          : refusal(416),
    ],
    [
      'gives a part where none is asked for, and the whole where one is',
      ({ start }) => (start === undefined ? piece(0) : whole()),
    ],
    [
      'breaks off',
      ({ start }) =>
        start === undefined ? broken(FILE.slice(0, 400), { 'content-length': '1000' }) : piece(start, 1_000),
    ],
    [
      'breaks off, and never said how long it is',
      ({ start }) => (start === undefined ? broken(FILE.slice(0, 400)) : piece(start, 1_000)),
    ],
    [
      'says a longer length than it gives',
      ({ start }) =>
        start === undefined ? whole(FILE.slice(0, 400), { 'content-length': '1000' }) : piece(start, 1_000),
    ],
    [
      'says a longer length than there is',
      ({ start }) =>
        start === undefined
          ? whole(FILE, { 'content-length': '1010' })
          : refusal(416, { 'content-range': 'bytes */1000' }),
    ],
    ['compresses it', () => whole(FILE, { 'content-length': '1010', 'content-encoding': 'gzip' })],
    [
      'compresses it, and calls all of it a part',
      () => part(0, 1_000, { 'content-encoding': 'gzip', 'content-range': 'bytes 0-899/900' }),
    ],
    [
      'ends in the middle without a word',
      ({ start }) => (start === undefined ? whole(FILE.slice(0, 400)) : piece(start, 1_000)),
      { isCut },
    ],
    [
      'says that its part is the whole',
      ({ start }) => (start === undefined ? part(0, 300, {}, FILE.slice(0, 300)) : piece(start)),
      { isCut },
    ],
    [
      'has another file by now, and gives that',
      ({ start, condition }) =>
        start === undefined
          ? part(0, 300, { etag: '"1"' }, OTHER)
          : whole(condition === '"1"' ? FILE : OTHER, { etag: '"2"' }),
    ],
    [
      'refuses it to all but players',
      ({ start }) => (start === undefined ? refusal(403) : piece(start)),
      { asPlayer: true },
    ],
    [
      'shows a page to all but players',
      ({ start }) => (start === undefined ? whole(FILE, { 'content-type': 'text/html' }) : piece(start)),
      { asPlayer: true },
    ],
  ])('%s', async (_name, server, options = {}) => {
    const { file } = await readFrom(server, options);
    expect(file).toEqual(FILE);
  });

  it('hangs up on all but players', async () => {
    const server: Server = ({ start }) => {
      if (start === undefined) throw new TypeError('Failed to fetch');
      return piece(start);
    };
    expect((await readFrom(server, { asPlayer: true })).file).toEqual(FILE);
  });
});

describe('a file is not whole where', () => {
  it.each<Row>([
    ['the rest is refused', ({ start }) => (start === undefined ? piece() : refusal(403))],
    ['the same part comes again', () => piece()],
    ['a part comes from elsewhere', ({ start = 0 }) => piece(start === 0 ? 0 : start + 10)],
    ['the first part begins in the middle', () => piece(200)],
    [
      'the size changes',
      ({ start = 0 }) => piece(start, 300, start > 0 ? { 'content-range': `bytes ${start}-${start + 299}/1200` } : {}),
    ],
    ['the size is smaller than the part', () => piece(0, 300, { 'content-range': 'bytes 0-299/200' })],
    ['a part has more bytes than it says', () => piece(0, 300, { 'content-range': 'bytes 0-199/1000' })],
    ['the `ETag` changes', ({ start = 0 }) => piece(start, 300, { etag: `"${start}"` })],
    ['the date changes', ({ start = 0 }) => piece(start, 300, { 'last-modified': `${start}` })],
    [
      'it ends before its size',
      ({ start = 0 }) => (start < 600 ? piece(start) : refusal(416, { 'content-range': 'bytes */600' })),
    ],
    [
      'parts are empty',
      ({ start = 0 }) =>
        start === 0 ? piece() : new Response('', { status: 206, headers: { 'content-range': 'bytes 300-599/1000' } }),
    ],
    [
      'several parts come in one',
      () => new Response('--a', { status: 206, headers: { 'content-type': 'multipart/byteranges; boundary=a' } }),
    ],
    ['a part is compressed', ({ start = 0 }) => piece(start, 300, { 'content-encoding': 'gzip' })],
    ['a part does not say which', () => new Response(FILE.slice(0, 300), { status: 206 })],
    ['no parts are given of what ends early', () => whole(FILE.slice(0, 400)), { isCut }],
    [
      'there is nothing more of what ends early',
      ({ start }) =>
        start === undefined ? whole(FILE.slice(0, 400)) : refusal(416, { 'content-range': 'bytes */400' }),
      { isCut },
    ],
  ])('%s', async (_name, server, options = {}) => {
    const { file } = await readFrom(server, options);
    expect(file).toMatchObject({ data: { code: 'incomplete-file' } });
  });
});

describe('reading parts', () => {
  it.each([
    ['a strong `ETag`', { etag: '"a"', 'last-modified': 'Sun' }, '"a"'],
    ['the date, where the `ETag` is weak', { etag: 'W/"a"', 'last-modified': 'Sun' }, 'Sun'],
    ['nothing, where the server names nothing', {}, null],
  ])('asks for the rest by %s', async (_name, headers, condition) => {
    const { asked } = await readFrom(({ start }) => piece(start, 500, headers));
    expect(asked).toEqual([
      { condition: null, earlier: 0 },
      { start: 500, condition, earlier: 1 },
    ]);
  });

  it('asks an image’s server as images are asked for alone', async () => {
    const { asked, file } = await readFrom(() => refusal(403));
    expect(asked).toHaveLength(1);
    expect(file).toMatchObject({ data: { code: 'media-unreadable', status: 403 } });
  });

  it('tells the first refusal where a player is refused too', async () => {
    const { file } = await readFrom(({ start }) => refusal(start === undefined ? 403 : 404), { asPlayer: true });
    expect(file).toMatchObject({ data: { code: 'media-unreadable', status: 403 } });
  });

  it('goes by the size of the whole, before and while it is read', async () => {
    const told: (readonly [number, number | undefined])[] = [];
    const admitted: number[] = [];
    await readFrom(({ start }) => piece(start, 500), {
      onProgress: (done, total) => told.push([done, total]),
      admitSize: (size) => admitted.push(size),
    });
    expect(told).toEqual([
      [500, 1_000],
      [1_000, 1_000],
    ]);
    expect(admitted).toEqual([1_000]);
  });

  it('stops at the limit by the size of the whole', async () => {
    const { asked, file } = await readFrom(({ start }) => piece(start), { maxBytes: 999 });
    expect(file).toMatchObject({ data: { code: 'too-large', limitBytes: 999, sizeBytes: 1_000 } });
    expect(asked).toHaveLength(1);
  });

  it('stops at the limit where no size is told', async () => {
    const unknown: Server = ({ start = 0 }) =>
      piece(start, 300, { 'content-range': `bytes ${start}-${Math.min(start + 300, 1_000) - 1}/*` });
    const { file } = await readFrom(unknown, { maxBytes: 700 });
    expect(file).toMatchObject({ data: { code: 'too-large', limitBytes: 700, sizeBytes: 900 } });
  });
});
