import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBitmindClient } from '../../../../src/background/service/client.ts';
import { memoryTokenStore } from '../../../../src/background/service/memory-token-store.ts';
import { REQUEST_POLICY } from '../../../../src/background/service/request-policy.ts';
import {
  createTransport,
  type ServiceRequest,
  type TransportParts,
} from '../../../../src/background/service/transport.ts';
import type { Upload, UploadOutcome } from '../../../../src/core/service/upload.ts';
import { tinyJpeg } from '../../tiny-images.ts';

const START = Date.parse('2026-11-24T12:00:00Z');
const MINUTE_MS = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: START }));
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(1));
afterEach(() => void vi.useRealTimers());
afterEach(() => void vi.restoreAllMocks());

const STATUS: ServiceRequest = { method: 'get', url: 'https://bitmind.example/status', headers: { accept: 'a/b' } };

function mediaRequest(id: string, more: Partial<ServiceRequest> = {}): ServiceRequest {
  const job = { id, answerLimitMs: MINUTE_MS };
  return { method: 'post', url: 'https://bitmind.example/image', headers: {}, body: tinyJpeg(), job, ...more };
}

/** A transport to a service that answers everything so; `sentAt`: the seconds at which it was asked. */
function transportTo(
  answer: { readonly status: number; readonly headers?: Record<string, string> },
  parts: Partial<TransportParts> = {},
) {
  const sentAt: number[] = [];
  const note = () => void sentAt.push((Date.now() - START) / 1_000);
  const send = createTransport({
    clock: Date.now,
    async fetch() {
      note();
      return new Response('', answer);
    },
    async upload() {
      note();
      return { answer: { text: '', headers: Object.entries(answer.headers ?? {}), status: answer.status } };
    },
    ...parts,
  });
  return { send, sentAt };
}

/** Sends, and lets as much time pass as it may take. */
async function sent({ send }: ReturnType<typeof transportTo>, request: ServiceRequest, withinMs = MINUTE_MS) {
  const end = send(request);
  await vi.advanceTimersByTimeAsync(withinMs);
  return end;
}

describe('a fault of the service', () => {
  it.each([500, 502, 503, 504, 507, 520, 529, 599])('%i is tried again, after up to 1, 2 and 4 s', async (status) => {
    const to = transportTo({ status });
    expect(await sent(to, STATUS)).toMatchObject({ status, isExhausted: true });
    expect(to.sentAt).toEqual([0, 1, 3, 7]);
  });

  it.each([400, 404, 408, 418, 429, 501, 505])('%i is not', async (status) => {
    const to = transportTo({ status, headers: { 'retry-after': '1' } });
    const answer = await sent(to, STATUS);
    expect(answer.status).toBe(status);
    expect(answer).not.toHaveProperty('isExhausted');
    expect(to.sentAt).toEqual([0]);
  });

  it('is tried again after a random part of that', async () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.5).mockReturnValueOnce(0.25).mockReturnValue(0.5);
    const to = transportTo({ status: 500 });
    await sent(to, STATUS);
    expect(to.sentAt).toEqual([0, 0.5, 1, 3]);
  });

  it.each(['RateLimit-Reset', 'X-RateLimit-Retry-After', 'X-RateLimit-Reset', 'X-Rate-Limit-Reset'])(
    'with %s, which the contract does not know, makes nobody wait for longer',
    async (name) => {
      const to = transportTo({ status: 502, headers: { [name]: '2400' } });
      await sent(to, STATUS);
      expect(to.sentAt).toEqual([0, 1, 3, 7]);
    },
  );

  it('is waited out as long as the service asks, up to half a minute', async () => {
    const to = transportTo({ status: 503, headers: { 'retry-after': '30' } });
    await sent(to, STATUS, 2 * MINUTE_MS);
    expect(to.sentAt).toEqual([0, 30, 60, 90]);
  });

  it.each([
    ['a longer wait is asked for', STATUS, '31'],
    ['the request has media: its pause is that of everyone', mediaRequest('a'), '1'],
  ])('is not waited out where %s', async (_name, request, seconds) => {
    const to = transportTo({ status: 503, headers: { 'retry-after': seconds } });
    const answer = await sent(to, request, 0);
    expect(answer.headers.get('retry-after')).toBe(seconds);
    expect(answer).not.toHaveProperty('isExhausted');
  });
});

describe('media', () => {
  it('has its headers made for each attempt', async () => {
    const headers = vi.fn(async () => ({}));
    await sent(transportTo({ status: 500 }), mediaRequest('a', { headers }));
    expect(headers).toHaveBeenCalledTimes(4);
  });

  it('is not on its way while it waits to be tried again', async () => {
    const onProgress = vi.fn();
    const job = { id: 'a', answerLimitMs: MINUTE_MS, onProgress };
    await sent(transportTo({ status: 500 }), mediaRequest('a', { job }));
    expect(onProgress.mock.calls).toEqual([[0], [0], [0]]);
  });

  it('is not sent when it was cancelled while its headers were made', async () => {
    const stop = new AbortController();
    const headers = async () => {
      stop.abort();
      return {};
    };
    const to = transportTo({ status: 200 });
    await expect(to.send(mediaRequest('a', { headers, signal: stop.signal }))).rejects.toThrow();
    expect(to.sentAt).toEqual([]);
  });

  it('is kept back in a pause that began after it was let through, also between two attempts', async () => {
    let opensAt = START;
    const whenOpen = async () => {
      await new Promise((resolve) => setTimeout(resolve, opensAt - Date.now()));
      opensAt += 10_000;
    };
    const to = transportTo({ status: 500 }, { whenOpen });
    await sent(to, mediaRequest('a'));
    expect(to.sentAt).toEqual([0, 10, 20, 30]);
  });

  it('that waited for its turn goes out with a token that is still good', async () => {
    const waiting: ((outcome: UploadOutcome) => void)[] = [];
    const tokens: (string | undefined)[] = [];
    const upload: Upload = (_id, order) => {
      tokens.push(order?.headers.authorization);
      return new Promise((resolve) => waiting.push(resolve));
    };
    let granted = 0;
    const client = createBitmindClient({
      account: {
        serviceAddress: 'https://bitmind.example',
        credential: { method: 'oauth-client', clientId: 'id', clientSecret: 'secret' },
      },
      transport: createTransport({
        clock: Date.now,
        upload,
        async fetch() {
          granted += 1;
          return Response.json({ access_token: `token-${granted}`, expires_in: 3_600 });
        },
      }),
      tokens: memoryTokenStore(),
      clock: Date.now,
      accountDigest: 'one',
    });
    const checks = Array.from({ length: REQUEST_POLICY.maxTransfers + 1 }, (_, index) =>
      client.checkVideo(tinyJpeg(), { job: { id: String(index) } }),
    );
    await vi.advanceTimersByTimeAsync(60 * MINUTE_MS);
    expect(new Set(tokens)).toEqual(new Set(['Bearer token-1']));
    const judged: UploadOutcome = { answer: { status: 200, headers: [], text: '{"isAI": true, "confidence": 0.9}' } };
    waiting.shift()?.(judged);
    await vi.advanceTimersByTimeAsync(0);
    expect(tokens.slice(REQUEST_POLICY.maxTransfers)).toEqual(['Bearer token-2']);
    for (const answer of waiting) answer(judged);
    await Promise.all(checks);
  });
});
