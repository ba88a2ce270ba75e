import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox.ts';
import { DEFAULT_LIMITS } from '../../sandbox/sandbox-limits.ts';
import { call, fileForm, type ReadAnswer, WITH_API_KEY } from './sandbox-client.ts';
import { TINY_MEDIA } from './tiny-media.ts';

const LIMIT = 1000;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ limits: { imageBytes: LIMIT } });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

function post(type: string | undefined, body: BodyInit): Promise<ReadAnswer> {
  const headers = type === undefined ? WITH_API_KEY : { ...WITH_API_KEY, 'content-type': type };
  return call(sandbox.origin, '/image', { method: 'POST', headers, body });
}

describe('an image is taken', () => {
  it.each([
    ['image/jpeg', TINY_MEDIA.jpeg],
    ['image/png', TINY_MEDIA.png],
    ['image/webp', TINY_MEDIA.webp],
    ['IMAGE/PNG', TINY_MEDIA.png],
  ])('as %s, and answered with exactly the documented fields', async (type, bytes) => {
    const answer = await post(type, bytes);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ isAI: false, confidence: 0.04, processingTime: expect.any(Number) });
  });

  it('at exactly the limit', async () => {
    expect((await post('image/png', padded(LIMIT))).status).toBe(200);
  });
});

describe('an image is refused when', () => {
  it.each([
    ['it has no type', undefined, TINY_MEDIA.png, 415],
    ['its type is not registered', 'image/jpg', TINY_MEDIA.jpeg, 415],
    ['its type is not taken', 'image/gif', TINY_MEDIA.gif, 415],
    ['its type is general', 'application/octet-stream', TINY_MEDIA.png, 415],
    ['its type has a parameter', 'image/png; charset=utf-8', TINY_MEDIA.png, 415],
    ['it is called multipart', 'multipart/form-data; boundary=x', TINY_MEDIA.png, 415],
    ['it is empty', 'image/png', Buffer.alloc(0), 400],
    ['a PNG is called JPEG', 'image/jpeg', TINY_MEDIA.png, 400],
    ['a JPEG is called PNG', 'image/png', TINY_MEDIA.jpeg, 400],
    ['a PNG is called WebP', 'image/webp', TINY_MEDIA.png, 400],
    ['an AVI is called WebP', 'image/webp', TINY_MEDIA.avi, 400],
    ['a GIF is called PNG', 'image/png', TINY_MEDIA.gif, 400],
    ['HTML is called PNG', 'image/png', Buffer.from('<!doctype html>'), 400],
  ])('%s', async (_name, type, bytes, status) => {
    const answer = await post(type, bytes);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ detail: expect.any(String) });
  });

  it('it comes as a form', async () => {
    expect(await post(undefined, fileForm(['image', 'image/png', TINY_MEDIA.png]))).toMatchObject({
      status: 415,
      body: { detail: expect.stringContaining('raw bytes') },
    });
  });

  it('its declared length is over the limit, before its body is read', async () => {
    expect((await post('image/png', padded(LIMIT + 1))).status).toBe(413);
    expect(sandbox.requests('/image')).toMatchObject([{ status: 413, bodySize: 0 }]);
  });

  it('it grows over the limit on the way, and the connection goes on', async () => {
    const stream = new Blob([padded(LIMIT * 200)]).stream();
    const headers = { ...WITH_API_KEY, 'content-type': 'image/png' };
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body: stream, duplex: 'half' };
    expect((await call(sandbox.origin, '/image', init)).status).toBe(413);
    const [record] = sandbox.requests('/image');
    expect(record?.headers['transfer-encoding']).toBe('chunked');
    expect(record?.bodySize).toBeLessThan(LIMIT * 200);
    expect((await post('image/png', TINY_MEDIA.png)).status).toBe(200);
  });
});

describe('what is kept of an image', () => {
  it('its bytes and their hash', async () => {
    await post('image/png', TINY_MEDIA.png);
    expect(sandbox.requests('/image')).toMatchObject([
      {
        method: 'POST',
        headers: { 'content-type': 'image/png', authorization: WITH_API_KEY.authorization },
        body: TINY_MEDIA.png,
        bodySize: TINY_MEDIA.png.length,
        bodySha256: createHash('sha256').update(TINY_MEDIA.png).digest('hex'),
        status: 200,
      },
    ]);
  });

  it.each([
    ['as many bytes as records may hold', TINY_MEDIA.png.length, TINY_MEDIA.png],
    ['no bytes when there are more', TINY_MEDIA.png.length - 1, undefined],
  ])('%s', async (_name, recordedBodyBytes, body) => {
    const forgetful = await createSandbox({ recordedBodyBytes });
    const headers = { ...WITH_API_KEY, 'content-type': 'image/png' };
    await call(forgetful.origin, '/image', { method: 'POST', headers, body: TINY_MEDIA.png });
    expect(forgetful.requests()).toMatchObject([{ status: 200, body, bodySize: TINY_MEDIA.png.length }]);
    await forgetful.close();
  });
});

it('the documented limits are read in millions of bytes', () => {
  expect(DEFAULT_LIMITS).toMatchObject({
    imageBytes: 100_000_000,
    videoBytes: 500_000_000,
    batchImages: 50,
    batchVideos: 20,
  });
});

function padded(size: number): Buffer<ArrayBuffer> {
  return Buffer.concat([TINY_MEDIA.png, Buffer.alloc(size - TINY_MEDIA.png.length)]);
}
