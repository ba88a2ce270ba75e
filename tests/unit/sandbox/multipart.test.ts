import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox.ts';
import { call, fileForm, type ReadAnswer, WITH_API_KEY } from './sandbox-client.ts';
import { TINY_MEDIA } from './tiny-media.ts';

const LIMITS = { imageBytes: 2000, videoBytes: 3000, batchBytes: 20_000 };
const { png, jpeg, webp, gif, mp4, mov, avi, avif, webm } = TINY_MEDIA;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ limits: LIMITS });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

function post(path: string, body: BodyInit, type?: string): Promise<ReadAnswer> {
  const headers = type === undefined ? WITH_API_KEY : { ...WITH_API_KEY, 'content-type': type };
  return call(sandbox.origin, path, { method: 'POST', headers, body });
}

describe('a form of files is taken', () => {
  it.each([
    ['video/mp4', mp4],
    ['video/quicktime', mov],
    ['video/mp4', mov],
    ['video/x-msvideo', avi],
    ['video/avi', avi],
  ])('one %s at /video, answered with exactly the documented fields', async (type, bytes) => {
    const answer = await post('/video', fileForm(['video', type, bytes]));
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ isAI: false, confidence: 0.04, processingTime: expect.any(Number) });
  });

  it.each([
    ['/batch_image', 'images', 'image/png', png, 50],
    ['/batch_video', 'videos', 'video/mp4', mp4, 20],
  ])('%s with as many "%s" as allowed', async (path, field, type, bytes, count) => {
    const answer = await post(path, fileForm(...Array.from({ length: count }, () => [field, type, bytes] as const)));
    expect(answer.status).toBe(200);
    const result = { isAI: false, confidence: 0.04, processingTime: expect.any(Number) };
    expect(answer.body).toEqual({
      batch_results: Array.from({ length: count }, (_, position) => ({ ...result, batch_position: position })),
      batch_count: count,
      total_time: expect.any(Number),
      request_id: expect.any(String),
    });
  });

  it('without a line break after its last boundary', async () => {
    const body = Buffer.from(form('x').trimEnd(), 'latin1');
    expect((await post('/video', body, 'multipart/form-data; boundary=x')).status).toBe(200);
  });

  it('with a file at exactly the limit', async () => {
    const body = fileForm(['video', 'video/mp4', padded(mp4, LIMITS.videoBytes)]);
    expect((await post('/video', body)).status).toBe(200);
  });
});

describe('a form of files is refused when', () => {
  it.each([
    ['the field is not "video"', '/video', [['file', 'video/mp4', mp4]], 400, '"file"'],
    ['the field is "videos" at /video', '/video', [['videos', 'video/mp4', mp4]], 400, '"videos"'],
    ['the field is "image" in a batch', '/batch_image', [['image', 'image/png', png]], 400, '"image"'],
    ['the field is "images[]"', '/batch_image', [['images[]', 'image/png', png]], 400, '"images[]"'],
    [
      'a second field is wrong',
      '/batch_image',
      [
        ['images', 'image/png', png],
        ['x', 'image/png', png],
      ],
      400,
      '"x"',
    ],
    [
      'there are two videos',
      '/video',
      [
        ['video', 'video/mp4', mp4],
        ['video', 'video/mp4', mp4],
      ],
      400,
      '1 time',
    ],
    ['there is no video', '/video', [], 400, 'no file'],
    ['there is no image', '/batch_image', [], 400, 'no file'],
    ['there are 51 images', '/batch_image', many(51, ['images', 'image/png', png]), 400, '50'],
    ['there are 21 videos', '/batch_video', many(21, ['videos', 'video/mp4', mp4]), 400, '20'],
    ['a file is empty', '/video', [['video', 'video/mp4', Buffer.alloc(0)]], 400, 'empty'],
    ['a file has no type', '/video', [['video', '', mp4]], 415, 'octet-stream'],
    ['a video is WebM', '/video', [['video', 'video/webm', webm]], 415, 'webm'],
    ['WebM is called MP4', '/video', [['video', 'video/mp4', webm]], 400, 'not video/mp4'],
    ['AVI is called MP4', '/video', [['video', 'video/mp4', avi]], 400, 'not video/mp4'],
    ['WebP is called AVI', '/video', [['video', 'video/avi', webp]], 400, 'not video/avi'],
    ['AVIF is called MP4', '/video', [['video', 'video/mp4', avif]], 400, 'not video/mp4'],
    ['an image is a GIF', '/batch_image', [['images', 'image/gif', gif]], 415, 'gif'],
    [
      'an image is mislabelled',
      '/batch_image',
      [
        ['images', 'image/png', png],
        ['images', 'image/png', jpeg],
      ],
      400,
      'not',
    ],
    ['images go to videos', '/batch_video', [['videos', 'image/png', png]], 415, 'image/png'],
    ['an image is too large', '/batch_image', [['images', 'image/png', padded(png, 2001)]], 413, '2000'],
    ['a video is too large', '/video', [['video', 'video/mp4', padded(mp4, 3001)]], 413, '3000'],
    ['a batch is too large', '/batch_video', many(7, ['videos', 'video/mp4', padded(mp4, 3000)]), 413, '20000'],
  ] as const)('%s', async (_name, path, files, status, word) => {
    const answer = await post(path, fileForm(...files));
    expect(answer.body).toEqual({ detail: expect.stringContaining(word) });
    expect(answer.status).toBe(status);
  });

  it.each([
    ['raw bytes come instead', 'video/mp4', mp4, 415, 'multipart/form-data'],
    ['its type is missing', undefined, mp4, 415, 'missing'],
    ['its type is another multipart', 'multipart/mixed; boundary=x', mp4, 415, 'multipart/mixed'],
    ['it has no boundary', 'multipart/form-data', form('x'), 400, 'no boundary'],
    ['its boundary is empty', 'multipart/form-data; boundary=""', form('x'), 400, 'no boundary'],
    ['its boundary is another', 'multipart/form-data; boundary=y', form('x'), 400, 'begin'],
    ['it is empty', 'multipart/form-data; boundary=x', '', 400, 'ends'],
    ['it is cut short', 'multipart/form-data; boundary=x', form('x').slice(0, -6), 400, 'ends'],
    ['it goes on after its end', 'multipart/form-data; boundary=x', `${form('x')}more`, 400, 'goes on'],
    ['it begins with something else', 'multipart/form-data; boundary=x', `hello\r\n${form('x')}`, 400, 'begin'],
    ['the field is text', 'multipart/form-data; boundary=x', form('x').replace('; filename="a"', ''), 400, 'text'],
    ['a header has no name', 'multipart/form-data; boundary=x', form('x').replace('Content-D', ':'), 400, 'broken'],
  ])('%s', async (_name, type, body, status, word) => {
    const answer = await post('/video', typeof body === 'string' ? Buffer.from(body, 'latin1') : body, type);
    expect(answer.body).toEqual({ detail: expect.stringContaining(word) });
    expect(answer.status).toBe(status);
  });
});

describe('what is kept of a form', () => {
  it('images whole', async () => {
    await post('/batch_image', fileForm(['images', 'image/png', png], ['images', 'image/jpeg', jpeg]));
    expect(sandbox.requests()).toMatchObject([
      {
        body: undefined,
        parts: [
          { name: 'images', filename: 'file-0', type: 'image/png', bytes: png, sha256: sha256(png) },
          { name: 'images', filename: 'file-1', type: 'image/jpeg', bytes: jpeg, size: jpeg.length },
        ],
      },
    ]);
  });

  it('images whole only up to what records may hold together', async () => {
    const forgetful = await createSandbox({ recordedBodyBytes: png.length + jpeg.length });
    const body = fileForm(['images', 'image/png', png], ['images', 'image/jpeg', jpeg], ['images', 'image/png', png]);
    await call(forgetful.origin, '/batch_image', { method: 'POST', headers: WITH_API_KEY, body });
    expect(forgetful.requests()).toMatchObject([{ parts: [{ bytes: png }, { bytes: jpeg }, { bytes: undefined }] }]);
    await forgetful.close();
  });

  it('of a video its bytes too, by itself and in a batch', async () => {
    await post('/video', fileForm(['video', 'video/mp4', mp4]));
    await post('/batch_video', fileForm(['videos', 'video/mp4', mp4]));
    const kept = { type: 'video/mp4', sha256: sha256(mp4), size: mp4.length };
    expect(sandbox.requests()).toMatchObject([
      { parts: [{ ...kept, name: 'video', bytes: mp4 }] },
      { parts: [{ ...kept, name: 'videos', bytes: mp4 }] },
    ]);
  });
});

function form(boundary: string): string {
  const head = 'Content-Disposition: form-data; name="video"; filename="a"\r\nContent-Type: video/mp4';
  return `--${boundary}\r\n${head}\r\n\r\n${mp4.toString('latin1')}\r\n--${boundary}--\r\n`;
}

function many<const T>(count: number, file: T): T[] {
  return Array.from({ length: count }, () => file);
}

function padded(bytes: Buffer, size: number): Buffer<ArrayBuffer> {
  return Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
