import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Upload } from '../../../../src/background/offscreen-link/in-document.ts';
import { SEND_POLICY } from '../../../../src/background/service/send-policy.ts';
import { type MediaRequest, type RequestWatch, sendRequest } from '../../../../src/background/service/send-request.ts';
import { createService, type Service } from '../../../../src/background/service/service.ts';
import { askService, type ServiceRequest } from '../../../../src/background/service/transport.ts';
import type { UploadOutcome } from '../../../../src/core/protocol/document-work.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { freshBrowser, signIn } from './sign-in.ts';

const START = Date.parse('2026-11-24T12:00:00Z');
const MINUTE_MS = 60_000;
const ADDRESS = 'https://bitmind.example';

beforeEach(() => void vi.useFakeTimers({ now: START }));
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(1));
beforeEach(freshBrowser);
// In no time: the real one is computed on another thread, which no clock of a test can wait for.
beforeEach(() => void vi.spyOn(crypto.subtle, 'digest').mockResolvedValue(new ArrayBuffer(32)));
afterEach(() => void vi.useRealTimers());
afterEach(() => void vi.restoreAllMocks());

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
}

const STATUS: ServiceRequest = { method: 'GET', url: `${ADDRESS}/status`, headers: { accept: 'a/b' } };

/** Asks a service that answers everything so, and lets as much time pass as it may take; `sentAt`: when, in seconds. */
async function asked(answer: Answer, withinMs = MINUTE_MS) {
  const sentAt: number[] = [];
  const fetch = async () => {
    sentAt.push((Date.now() - START) / 1_000);
    return new Response('', answer);
  };
  const end = askService({ fetch, clock: Date.now }, STATUS);
  await vi.advanceTimersByTimeAsync(withinMs);
  return { answer: await end, sentAt };
}

describe('a fault of the service', () => {
  it.each([500, 502, 503, 504, 507, 520, 529, 599])('%i is tried again, after up to 1, 2 and 4 s', async (status) => {
    const { answer, sentAt } = await asked({ status });
    expect(answer).toMatchObject({ status });
    expect(sentAt).toEqual([0, 1, 3, 7]);
  });

  it.each([400, 404, 408, 418, 429, 501, 505])('%i is not', async (status) => {
    const { answer, sentAt } = await asked({ status, headers: { 'retry-after': '1' } });
    expect(answer.status).toBe(status);
    expect(sentAt).toEqual([0]);
  });

  it('is tried again after a random part of that', async () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.5).mockReturnValueOnce(0.25).mockReturnValue(0.5);
    expect((await asked({ status: 500 })).sentAt).toEqual([0, 0.5, 1, 3]);
  });

  it.each(['RateLimit-Reset', 'X-RateLimit-Retry-After', 'X-RateLimit-Reset', 'X-Rate-Limit-Reset'])(
    'with %s, which the contract does not know, makes nobody wait for longer',
    async (name) => {
      expect((await asked({ status: 502, headers: { [name]: '2400' } })).sentAt).toEqual([0, 1, 3, 7]);
    },
  );

  it('is waited out as long as the service asks, up to half a minute', async () => {
    const { sentAt } = await asked({ status: 503, headers: { 'retry-after': '30' } }, 2 * MINUTE_MS);
    expect(sentAt).toEqual([0, 30, 60, 90]);
  });

  it('is not waited out where a longer wait is asked for', async () => {
    const { answer, sentAt } = await asked({ status: 503, headers: { 'retry-after': '31' } }, 0);
    expect(answer.headers.get('retry-after')).toBe('31');
    expect(sentAt).toEqual([0]);
  });
});

describe('media', () => {
  const sentAt: number[] = [];
  beforeEach(() => {
    sentAt.length = 0;
  });

  const JUDGED: UploadOutcome = { answer: { status: 200, headers: [], text: '{"isAI": true, "confidence": 0.9}' } };

  const uploadTo =
    ({ status, headers = {} }: Answer): Upload =>
    async () => {
      sentAt.push((Date.now() - START) / 1_000);
      return { answer: { text: '', headers: Object.entries(headers), status } };
    };

  /** The service of somebody who has signed in by an OAuth client; `granted` tells how many tokens were asked for. */
  async function service(upload: Upload, onToken: () => unknown = () => undefined) {
    let granted = 0;
    const fetch = async () => {
      granted += 1;
      await onToken();
      return Response.json({ access_token: `token-${granted}`, expires_in: 3_600 });
    };
    await signIn(ADDRESS, { method: 'oauth-client', clientId: 'id', clientSecret: 'secret' });
    return createService({ fetch, clock: Date.now }, upload);
  }

  const REQUEST: MediaRequest = {
    kind: 'image',
    isTogether: false,
    host: 'bitmind.example',
    files: () => [tinyJpeg()],
  };
  const WATCH: RequestWatch = {
    id: 'a',
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onPaused: () => undefined,
  };

  async function send(to: Service, watch: Partial<RequestWatch> = {}, withinMs = MINUTE_MS) {
    const end = sendRequest(to, REQUEST, { ...WATCH, ...watch }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(withinMs);
    return end;
  }

  it('has its headers made for each attempt', async () => {
    const to = await service(uploadTo({ status: 500 }));
    const client = await to.session.client('image_inference');
    const authorise = vi.spyOn(client, 'authorise');
    await send(to);
    expect(authorise).toHaveBeenCalledTimes(4);
  });

  it('is not on its way while it waits to be tried again', async () => {
    const onProgress = vi.fn();
    await send(await service(uploadTo({ status: 500 })), { onProgress });
    expect(onProgress.mock.calls).toEqual([[0], [0], [0]]);
  });

  it('is not sent when it was cancelled while its headers were made', async () => {
    const stop = new AbortController();
    const to = await service(uploadTo({ status: 200 }), () => stop.abort());
    expect(await send(to, { signal: stop.signal })).toMatchObject({ name: 'AbortError' });
    expect(sentAt).toEqual([]);
  });

  it('waits as everyone does where the service names a time, and is not sent again by itself before', async () => {
    const paused: unknown[] = [];
    const onPaused = (pause: unknown) => void paused.push(pause);
    const to = await service(uploadTo({ status: 503, headers: { 'retry-after': '40' } }));
    const stop = new AbortController();
    const end = sendRequest(to, REQUEST, { ...WATCH, signal: stop.signal, onPaused }).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(39_999);
    expect(sentAt).toEqual([0]);
    expect(paused).toEqual([{ until: START + 40_000, reason: 'busy' }]);
    stop.abort();
    await end;
  });

  it('is kept back in a pause that began after it was let through, also between two attempts', async () => {
    const to = await service(uploadTo({ status: 500 }));
    const upload = to.upload;
    const end = sendRequest(
      {
        ...to,
        upload: (...args) => {
          to.gate.close({ until: Date.now() + 10_000, reason: 'busy' });
          return upload(...args);
        },
      },
      REQUEST,
      WATCH,
    ).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    await end;
    expect(sentAt).toEqual([0, 10, 20, 30]);
  });

  it('is sent again after faults of both kinds as often as after those of one', async () => {
    const waits = ['5', undefined, '5', undefined];
    const to = await service(async (...args) => {
      const wait = waits.shift();
      return uploadTo({ status: 503, ...(wait !== undefined && { headers: { 'retry-after': wait } }) })(...args);
    });
    expect(await send(to)).toMatchObject({ data: { code: 'service-failed' } });
    expect(sentAt).toHaveLength(4);
  });

  it('that waited for its turn goes out with a token that is still good', async () => {
    const waiting: ((outcome: UploadOutcome) => void)[] = [];
    const tokens: (string | undefined)[] = [];
    const to = await service((_id, order) => {
      tokens.push(order?.headers.authorization);
      return new Promise((resolve) => waiting.push(resolve));
    });
    const checks = Array.from({ length: SEND_POLICY.transfersAtOnce + 1 }, (_, index) =>
      sendRequest(to, REQUEST, { ...WATCH, id: String(index) }),
    );
    await vi.advanceTimersByTimeAsync(60 * MINUTE_MS);
    expect(new Set(tokens)).toEqual(new Set(['Bearer token-1']));
    waiting.shift()?.(JUDGED);
    await vi.advanceTimersByTimeAsync(0);
    expect(tokens.slice(SEND_POLICY.transfersAtOnce)).toEqual(['Bearer token-2']);
    for (const answer of waiting) answer(JUDGED);
    await Promise.all(checks);
  });
});
