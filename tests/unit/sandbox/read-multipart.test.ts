import { describe, expect, it } from 'vitest';
import { readMultipart } from '../../sandbox/read-multipart.ts';
import { fileForm } from './sandbox-client.ts';
import { TINY_MEDIA } from './tiny-media.ts';

/** Looks like the start of a boundary again and again. */
const TRICKY = Buffer.from('\r\n--\r\n\r\n--x\r\n-\r\n----\r\n');

describe('a multipart body is read as Node reads it', () => {
  it.each([1, 2, 3, 7, 50, 10_000])('in pieces of %i bytes', async (size) => {
    const response = new Response(
      fileForm(['a', 'image/png', TINY_MEDIA.png], ['b', 'video/mp4', TRICKY], ['c', 'video/mp4', Buffer.alloc(0)]),
    );
    const type = response.headers.get('content-type') ?? '';
    const body = Buffer.from(await response.arrayBuffer());

    const expected = await new Response(body, { headers: { 'content-type': type } }).formData();
    const files = [...expected.values()].filter((value) => value instanceof File);
    const bytes = await Promise.all(files.map(async (file) => Buffer.from(await file.arrayBuffer())));

    expect(await read(body, type.slice(type.indexOf('boundary=') + 'boundary='.length), size)).toEqual(bytes);
  });
});

async function read(body: Buffer, boundary: string, size: number): Promise<Buffer[]> {
  const files: Buffer[] = [];
  let pieces: Buffer[] = [];
  for await (const event of readMultipart(inPieces(body, size), boundary)) {
    if (event.kind === 'data') {
      pieces.push(Buffer.from(event.bytes));
    } else if (event.kind === 'end') {
      files.push(Buffer.concat(pieces));
      pieces = [];
    }
  }
  return files;
}

async function* inPieces(body: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < body.length; at += size) {
    yield body.subarray(at, at + size);
  }
}
