import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Behaviour } from '../../sandbox/behaviour.ts';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox.ts';
import { call, fileForm, type ReadAnswer, WITH_API_KEY } from './sandbox-client.ts';
import { TINY_MEDIA } from './tiny-media.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await createSandbox();
});
afterEach(() => sandbox.close());

const PNG_HEADERS = { ...WITH_API_KEY, 'content-type': 'image/png' };

function image(init: RequestInit = {}): Promise<ReadAnswer> {
  return call(sandbox.origin, '/image', { method: 'POST', headers: PNG_HEADERS, body: TINY_MEDIA.png, ...init });
}

/** Sends an image and gives the answer as text, and whether it came whole. */
async function imageText(): Promise<{ status: number; text: string }> {
  const response = await fetch(`${sandbox.origin}/image`, {
    method: 'POST',
    headers: PNG_HEADERS,
    body: TINY_MEDIA.png,
    redirect: 'manual',
  });
  return { status: response.status, text: await response.text() };
}

describe('a script says what is answered', () => {
  it.each<[string, Behaviour, number, string]>([
    ['a failure', { status: 503 }, 503, '{"detail": "Scripted failure."}'],
    ['the first status that is a failure', { status: 400 }, 400, '{"detail": "Scripted failure."}'],
    [
      'a failure with its own words',
      { status: 422, body: { detail: [{ msg: 'no' }] } },
      422,
      '{"detail":[{"msg":"no"}]}',
    ],
    [
      'HTML',
      { status: 502, body: '<h1>Bad gateway</h1>', headers: { 'Content-Type': 'text/html' } },
      502,
      '<h1>Bad gateway</h1>',
    ],
    ['odd JSON', { body: { isAI: 'yes' } }, 200, '{"isAI":"yes"}'],
    ['JSON null', { body: null }, 200, 'null'],
    ['JSON cut short', { body: '{"isAI": tr' }, 200, '{"isAI": tr'],
    ['nothing', { body: '' }, 200, ''],
    ['bytes', { body: Buffer.from([0x7b, 0x7d]) }, 200, '{}'],
    ['a redirection', { redirectTo: 'http://elsewhere.test/' }, 307, ''],
    ['a redirection of another kind', { redirectTo: '/x', status: 302 }, 302, ''],
  ])('%s', async (_name, behaviour, status, text) => {
    sandbox.next('/image', behaviour);
    expect(await imageText()).toEqual({ status, text });
  });

  it('headers, stronger than its own', async () => {
    sandbox.next('/image', { status: 429, headers: { 'Retry-After': '7', 'Content-Type': 'text/plain' } });
    const { headers } = await image();
    expect(headers.get('retry-after')).toBe('7');
    expect(headers.get('content-type')).toBe('text/plain');
  });

  it('a verdict', async () => {
    sandbox.next('/image', { verdict: { isAI: false, confidence: 0.897 } });
    expect((await image()).body).toMatchObject({ isAI: false, confidence: 0.897 });
  });

  it('verdicts in the order of a batch; files beyond the list speak for themselves', async () => {
    sandbox.next('/batch_video', { verdict: [{ isAI: true, confidence: 0.9 }] });
    const body = fileForm(['videos', 'video/mp4', TINY_MEDIA.mp4], ['videos', 'video/mp4', TINY_MEDIA.mp4]);
    expect(
      (await call(sandbox.origin, '/batch_video', { method: 'POST', headers: WITH_API_KEY, body })).body,
    ).toMatchObject({ batch_results: [{ isAI: true }, { isAI: false }] });
  });
});

describe('a script says when', () => {
  it('after a while', async () => {
    sandbox.next('/image', { delayMs: 50 });
    const start = performance.now();
    expect((await image()).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(45);
  });

  it('once the test lets go', async () => {
    const held = sandbox.hold('/image', { status: 500 });
    let answered = false;
    const answer = image().finally(() => {
      answered = true;
    });
    const record = await held.arrived;
    expect(record).toMatchObject({ stage: 'received', body: TINY_MEDIA.png, status: undefined });
    expect(answered).toBe(false);
    held.release();
    expect((await answer).status).toBe(500);
  });

  it('with the upload held back', async () => {
    const gate = Promise.withResolvers<void>();
    sandbox.next('/image', { holdUpload: gate.promise });
    const answer = image();
    const record = await sandbox.waitForRequest('/image', 1, 'started');
    expect(record).toMatchObject({ stage: 'started', bodySize: 0 });
    gate.resolve();
    expect((await answer).status).toBe(200);
    expect(record.bodySize).toBe(TINY_MEDIA.png.length);
  });

  it('drop by drop', async () => {
    sandbox.next('/image', { body: { isAI: true }, drip: { bytes: 1, everyMs: 1 } });
    const start = performance.now();
    expect((await image()).body).toEqual({ isAI: true });
    expect(performance.now() - start).toBeGreaterThan(12);
  });
});

describe('a script cuts the connection', () => {
  it('before the answer', async () => {
    sandbox.next('/image', { reset: 'before-headers' });
    await expect(image()).rejects.toThrow('fetch failed');
    expect(await sandbox.waitForRequest('/image', 1, 'ended')).toMatchObject({ outcome: 'reset', bodySize: 8 });
  });

  it('in the middle of the answer', async () => {
    sandbox.next('/image', { reset: 'mid-answer' });
    await expect(imageText()).rejects.toThrow();
    expect(await sandbox.waitForRequest('/image', 1, 'ended')).toMatchObject({ outcome: 'reset', status: 200 });
  });

  it('in the middle of the upload', async () => {
    sandbox.next('/image', { resetAfterUploadBytes: 1 });
    await expect(image({ body: Buffer.alloc(20_000_000) })).rejects.toThrow('fetch failed');
    const record = await sandbox.waitForRequest('/image', 1, 'ended');
    expect(record).toMatchObject({ outcome: 'reset', status: undefined, bodySha256: undefined });
    expect(record.bodySize).toBeLessThan(20_000_000);
  });
});

it('a script cuts the upload at the very byte it names', async () => {
  sandbox.next('/image', { resetAfterUploadBytes: TINY_MEDIA.png.length });
  await expect(image()).rejects.toThrow('fetch failed');
});

describe('a script applies', () => {
  it('to one request each, in order, then no more', async () => {
    sandbox.next('/image', { status: 500 }, { status: 502 });
    sandbox.next('/image', { status: 503 });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) {
      statuses.push((await image()).status);
    }
    expect(statuses).toEqual([500, 502, 503, 200]);
  });

  it('always, when told so, once nothing is next', async () => {
    sandbox.always('/image', { status: 503 });
    sandbox.next('/image', { status: 429 });
    expect([(await image()).status, (await image()).status, (await image()).status]).toEqual([429, 503, 503]);
  });

  it('to its own path only', async () => {
    sandbox.always('/status', { status: 500 });
    expect((await image()).status).toBe(200);
  });

  it('never to a wrong request, which leaves it to the next right one', async () => {
    sandbox.next('/image', { body: 'scripted' });
    const wrong = [
      await image({ headers: WITH_API_KEY }),
      await image({ headers: { 'content-type': 'image/png' } }),
      await image({ body: TINY_MEDIA.jpeg }),
      await image({ method: 'PUT' }),
    ];
    expect(wrong.map(({ status }) => status)).toEqual([415, 401, 400, 405]);
    expect((await imageText()).text).toBe('scripted');
  });

  it('as it is told after a wrong request, which leaves nothing behind', async () => {
    await image({ body: TINY_MEDIA.jpeg });
    sandbox.next('/image', { status: 502 });
    expect((await image()).status).toBe(502);
    sandbox.always('/image', { status: 503 });
    await image({ body: TINY_MEDIA.jpeg });
    sandbox.next('/image', { status: 429 });
    expect((await image()).status).toBe(429);
  });

  it('no more after reset', async () => {
    sandbox.next('/image', { status: 500 });
    sandbox.always('/image', { status: 500 });
    sandbox.reset();
    expect((await image()).status).toBe(200);
    expect(sandbox.requests()).toHaveLength(1);
  });
});

describe('requests are recorded', () => {
  it('in order, by path, wrong ones too', async () => {
    await call(sandbox.origin, '/status', { headers: WITH_API_KEY });
    await call(sandbox.origin, '/nowhere?x=1');
    await image({ headers: {} });
    expect(sandbox.requests()).toMatchObject([
      {
        number: 1,
        method: 'GET',
        path: '/status',
        status: 200,
        headers: { authorization: WITH_API_KEY.authorization },
      },
      { number: 2, path: '/nowhere', search: '?x=1', status: 404 },
      { number: 3, method: 'POST', path: '/image', status: 401 },
    ]);
    expect(sandbox.requests('/image')).toHaveLength(1);
  });

  it('and can be waited for, before and after they come', async () => {
    const second = sandbox.waitForRequest('/image', 2, 'ended');
    await Promise.all([image(), image()]);
    expect(await second).toMatchObject({ number: 2, outcome: 'answered', endedAt: expect.any(Date) });
    expect(await sandbox.waitForRequest('/image')).toMatchObject({ number: 1 });
  });

  it('as aborted when the client goes away while it waits', async () => {
    const held = sandbox.hold('/image');
    const leaving = new AbortController();
    const answer = image({ signal: leaving.signal });
    await held.arrived;
    leaving.abort();
    await expect(answer).rejects.toThrow();
    expect(await sandbox.waitForRequest('/image', 1, 'ended')).toMatchObject({ outcome: 'aborted', status: undefined });
  });

  it('as aborted when the client goes away while it sends', async () => {
    const socket = connect(Number(new URL(sandbox.origin).port), '127.0.0.1');
    const head = `POST /image HTTP/1.1\r\nHost: x\r\nAuthorization: ${WITH_API_KEY.authorization}\r\n`;
    socket.write(`${head}Content-Type: image/png\r\nContent-Length: 1000\r\n\r\nhalf`);
    await sandbox.waitForRequest('/image', 1, 'started');
    socket.destroy();
    await once(socket, 'close');
    expect(await sandbox.waitForRequest('/image', 1, 'ended')).toMatchObject({ outcome: 'aborted', status: undefined });
  });
});

it('closing cuts what is held', async () => {
  const other = await createSandbox();
  const held = other.hold('/image');
  const answer = call(other.origin, '/image', { method: 'POST', headers: PNG_HEADERS, body: TINY_MEDIA.png });
  const refused = expect(answer).rejects.toThrow('fetch failed');
  await held.arrived;
  await other.close();
  await refused;
});

it('a taken port is an error', async () => {
  await expect(createSandbox({ port: Number(new URL(sandbox.origin).port) })).rejects.toThrow('EADDRINUSE');
});
