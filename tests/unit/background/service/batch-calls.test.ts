import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  BATCH_IMAGE_MAX_ITEMS,
  BATCH_LIMIT_BYTES,
  BATCH_VIDEO_MAX_ITEMS,
  createBitmindClient,
} from '../../../../src/background/service/client.ts';
import { uploadBody } from '../../../../src/background/service/file-form.ts';
import { memoryTokenStore } from '../../../../src/background/service/memory-token-store.ts';
import { createTransport } from '../../../../src/background/service/transport.ts';
import { isAppError } from '../../../../src/core/errors/app-error.ts';
import type { Upload, UploadOrder } from '../../../../src/core/service/upload.ts';
import { createAccount } from '../../../sandbox/account.ts';
import type { Behaviour } from '../../../sandbox/behaviour.ts';
import { createSandbox, type Sandbox } from '../../../sandbox/create-sandbox.ts';
import { DEFAULT_ACCOUNTS } from '../../../sandbox/default-accounts.ts';
import { SANDBOX_API_KEY } from '../../../sandbox/sandbox-credentials.ts';
import { TINY_MEDIA } from '../../sandbox/tiny-media.ts';
import { smallPng, tinyJpeg } from '../../tiny-images.ts';

const NO_BATCH_KEY = 'enterprise-no-batch';

let sandbox: Sandbox;
/** What an upload that outlives the background was given; it keeps the order for one that takes it up. */
let orders: Map<string, UploadOrder>;

beforeEach(async () => {
  orders = new Map();
  const noBatch = createAccount({ kind: 'api-key', apiKey: NO_BATCH_KEY }, ['image_inference', 'video_inference']);
  sandbox = await createSandbox({ accounts: [...DEFAULT_ACCOUNTS, noBatch] });
});
afterEach(() => sandbox.close());

/** Sends as the offscreen document does, and answers the second asker from what it kept. */
const upload: Upload = async (id, order, { onProgress }) => {
  if (order) orders.set(id, order);
  const kept = orders.get(id);
  if (!kept) return { failure: 'unknown-job' };
  const { url, headers } = kept;
  const sending = fetch(url, { method: 'POST', headers: { ...headers }, body: uploadBody(kept) });
  const response = await sending.catch(() => undefined);
  if (!response) return { failure: 'network' };
  onProgress?.(1);
  return { answer: { status: response.status, headers: [...response.headers], text: await response.text() } };
};

function client(apiKey = SANDBOX_API_KEY) {
  return createBitmindClient({
    account: { serviceAddress: sandbox.origin, credential: { method: 'api-key', apiKey } },
    transport: createTransport({ fetch, clock: Date.now, upload }),
    tokens: memoryTokenStore(),
    clock: Date.now,
    accountDigest: 'one',
  });
}

function video(): Blob {
  return new Blob([TINY_MEDIA.mp4], { type: 'video/mp4' });
}

async function failure(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    return isAppError(error) ? error.data : error;
  }
  return undefined;
}

const VERDICTS = [
  { isAI: true, confidence: 0.91 },
  { isAI: false, confidence: 0.03 },
  { isAI: true, confidence: 0.62 },
];
const IN_ORDER = [{ likelihood: 0.91 }, { likelihood: 0.03 }, { likelihood: 0.62 }];

describe('several images in one request', () => {
  const images = [tinyJpeg(), smallPng(), tinyJpeg()];
  const check = () => client().batchImages(images, { job: { id: 'a' } });

  it('go as files of one field, in their order, and come back with a verdict each', async () => {
    sandbox.next('/batch_image', { verdict: VERDICTS });
    const { results, requestId } = await check();
    expect(results).toMatchObject(IN_ORDER);
    expect(requestId).toMatch(/^[\w-]{36}$/);
    expect(sandbox.requests('/batch_image')[0]?.parts).toMatchObject([
      { name: 'images', filename: 'image-1.jpg', type: 'image/jpeg', size: images[0]?.size },
      { name: 'images', filename: 'image-2.png', type: 'image/png', size: images[1]?.size },
      { name: 'images', filename: 'image-3.jpg', type: 'image/jpeg' },
    ]);
  });

  it.each<[string, Behaviour['rearrange'] & {}, readonly unknown[]]>([
    ['shuffled', ([a, b, c]) => [c, a, b], IN_ORDER],
    ['short', ([a, , c]) => [a, c], [IN_ORDER[0], { failed: 'no-answer' }, IN_ORDER[2]]],
    ['doubled', ([a, b]) => [a, b, b], [IN_ORDER[0], { failed: 'several-answers' }, { failed: 'no-answer' }]],
  ])('keep their own verdicts where the answer is %s', async (_name, rearrange, results) => {
    sandbox.next('/batch_image', { verdict: VERDICTS, rearrange });
    expect((await check()).results).toMatchObject(results);
  });

  it('are waited for by a later background, which sends nothing', async () => {
    await check();
    const bodies = [...orders.values()].map(({ body }) => body);
    const sent = { count: 3, type: 'image/jpeg, image/png', sizeBytes: 1 };
    expect(await client().resumeBatch('image', sent, { job: { id: 'a' } })).toMatchObject({ results: { length: 3 } });
    expect([...orders.values()].map(({ body }) => body)).toEqual(bodies);
    expect(await failure(client().resumeBatch('image', sent, { job: { id: 'b' } }))).toEqual({ code: 'interrupted' });
  });

  it.each<[string, Behaviour, object]>([
    ['401', { status: 401 }, { code: 'sign-in-refused' }],
    ['429', { status: 429 }, { code: 'rate-limited' }],
    ['503', { status: 503 }, { code: 'service-failed', status: 503 }],
    ['a reset', { reset: 'before-headers' }, { code: 'service-unreachable' }],
  ])(
    'are not judged, a later background is told, where the answer is %s: it is waited for once',
    async (_name, behaviour, notJudged) => {
      await check();
      sandbox.always('/batch_image', behaviour);
      const sent = { count: 3, type: 'image/jpeg', sizeBytes: 1 };
      expect(await client().resumeBatch('image', sent, { job: { id: 'a' } })).toMatchObject({ notJudged });
      expect(sandbox.requests('/batch_image')).toHaveLength(2);
    },
  );

  it.each<[string, Behaviour, object]>([
    ['413', { status: 413 }, { code: 'size-refused' }],
    ['415', { status: 415 }, { code: 'format-refused', format: 'image/jpeg, image/png' }],
    ['400', { status: 400, body: { detail: 'no' } }, { code: 'input-refused', detail: 'no' }],
    ['429', { status: 429 }, { code: 'rate-limited' }],
    ['no list', { body: { isAI: false, confidence: 0.1 } }, { code: 'unreadable-answer' }],
    ['no JSON', { body: 'ok' }, { code: 'unreadable-answer' }],
  ])('fail as one does: %s', async (_name, behaviour, error) => {
    sandbox.next('/batch_image', behaviour);
    expect(await failure(check())).toMatchObject(error);
  });

  it('tell an account that may not send several from one that may not send any', async () => {
    const refused = client(NO_BATCH_KEY).batchImages(images, { job: { id: 'a' } });
    expect(await failure(refused)).toEqual({ code: 'not-enabled', permission: 'batch_processing', wasSent: true });
  });
});

describe('several videos in one request', () => {
  it('go in their own field', async () => {
    sandbox.next('/batch_video', { verdict: VERDICTS.slice(0, 2) });
    const { results } = await client().batchVideos([video(), video()], { job: { id: 'a' } });
    expect(results).toMatchObject(IN_ORDER.slice(0, 2));
    expect(sandbox.requests('/batch_video')[0]?.parts).toMatchObject([
      { name: 'videos', filename: 'video-1.mp4' },
      { name: 'videos', filename: 'video-2.mp4' },
    ]);
  });
});

describe('what the service would refuse is not sent', () => {
  const large = new Blob([new Uint8Array(BATCH_LIMIT_BYTES / 2)], { type: 'image/png' });

  it.each([
    ['images', () => client().batchImages(Array.from({ length: BATCH_IMAGE_MAX_ITEMS + 1 }, tinyJpeg))],
    ['videos', () => client().batchVideos(Array.from({ length: BATCH_VIDEO_MAX_ITEMS + 1 }, video))],
    ['none', () => client().batchImages([])],
  ])('a wrong number: %s', async (_name, call) => {
    expect(await failure(call())).toBeInstanceOf(RangeError);
    expect(sandbox.requests()).toEqual([]);
  });

  it('more bytes than one request may have', async () => {
    expect(await failure(client().batchImages([large, large, tinyJpeg()]))).toEqual({
      code: 'too-large',
      limitBytes: BATCH_LIMIT_BYTES,
      sizeBytes: BATCH_LIMIT_BYTES + tinyJpeg().size,
    });
    expect(sandbox.requests()).toEqual([]);
  });
});
