import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Upload } from '../../../../src/background/offscreen-link/in-document.ts';
import { BATCH_LIMIT_BYTES, ENDPOINTS } from '../../../../src/background/service/endpoints.ts';
import { resumeRequest } from '../../../../src/background/service/resume-media.ts';
import { sendRequest } from '../../../../src/background/service/send-request.ts';
import { createService } from '../../../../src/background/service/service.ts';
import { requestGateItem } from '../../../../src/background/store/request-gate-item.ts';
import type { MediaKind } from '../../../../src/core/check/media-reference.ts';
import { isAppError } from '../../../../src/core/errors/app-error.ts';
import type { UploadOrder } from '../../../../src/core/protocol/document-work.ts';
import { createAccount } from '../../../sandbox/account.ts';
import type { Behaviour } from '../../../sandbox/behaviour.ts';
import { createSandbox, type Sandbox } from '../../../sandbox/create-sandbox.ts';
import { DEFAULT_ACCOUNTS } from '../../../sandbox/default-accounts.ts';
import { TINY_MEDIA } from '../../sandbox/tiny-media.ts';
import { smallPng, tinyJpeg } from '../../tiny-images.ts';
import { freshBrowser, signIn } from './sign-in.ts';
import { uploadByFetch } from './upload-by-fetch.ts';

const NO_BATCH_KEY = 'enterprise-no-batch';

let sandbox: Sandbox;
/** What an upload that outlives the background was given; it keeps the order for one that takes it up. */
let orders: Map<string, UploadOrder>;

beforeEach(freshBrowser);
beforeEach(async () => {
  orders = new Map();
  const noBatch = createAccount({ kind: 'api-key', apiKey: NO_BATCH_KEY }, ['image_inference', 'video_inference']);
  sandbox = await createSandbox({ accounts: [...DEFAULT_ACCOUNTS, noBatch] });
  await signIn(sandbox.origin);
});
afterEach(() => sandbox.close());
afterEach(() => void vi.restoreAllMocks());

/** Sends as the offscreen document does, and answers the second asker from what it kept. */
const upload: Upload = async (id, order, watch) => {
  if (order) orders.set(id, order);
  return uploadByFetch(id, orders.get(id), watch);
};

const service = () => createService({ fetch, clock: Date.now }, upload);
const host = () => new URL(sandbox.origin).host;
const WATCH = {
  id: 'a',
  signal: new AbortController().signal,
  onProgress: () => undefined,
  onPaused: () => undefined,
};

function sendTogether(kind: MediaKind, files: readonly Blob[]) {
  return sendRequest(service(), { kind, isTogether: true, host: host(), files: () => files }, WATCH);
}

/** What a later background does. */
function resume(sent: { readonly count: number; readonly type: string; readonly sizeBytes: number }, id = 'a') {
  const line = { service: service(), kind: 'image', host: host() } as const;
  return resumeRequest(line, { ...sent, isTogether: true }, { ...WATCH, id });
}

/** The requests with media. */
const sent = () => sandbox.requests().filter(({ method }) => method === 'POST');

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
  const check = () => sendTogether('image', images);

  it('go as files of one field, in their order, and come back with a verdict each', async () => {
    sandbox.next('/batch_image', { verdict: VERDICTS });
    expect(await check()).toMatchObject(IN_ORDER);
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
    expect(await check()).toMatchObject(results);
  });

  it.each<[string, number, readonly Behaviour[]]>([
    ['at once', 1, []],
    ['after 500, 502 and 503', 4, [500, 502, 503].map((status) => ({ status }))],
    ['after a reset', 2, [{ reset: 'before-headers' }]],
    ['after half an answer', 2, [{ reset: 'mid-answer' }]],
    ['refused: 401', 1, [{ status: 401 }]],
    ['after a 503, refused: 413', 2, [{ status: 503 }, { status: 413 }]],
    ['refused: 400', 1, [{ status: 400 }]],
    ['led elsewhere', 1, [{ redirectTo: '/elsewhere' }]],
    ['with an answer that says nothing', 1, [{ body: 'ok' }]],
  ])('count in the budget of an hour each time they go out: %s', async (_name, times, behaviours) => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    sandbox.next('/batch_image', ...behaviours);
    await failure(check());
    expect(sent()).toHaveLength(times);
    await vi.waitFor(async () => expect((await requestGateItem.get()).passedAt).toHaveLength(times));
  });

  it('count once where a later background takes them up', async () => {
    await check();
    await resume({ count: 3, type: 'image/jpeg', sizeBytes: 1 });
    expect((await requestGateItem.get()).passedAt).toHaveLength(1);
  });

  it('are waited for by a later background, which sends nothing', async () => {
    await check();
    const files = [...orders.values()].map((order) => order.files);
    const sent = { count: 3, type: 'image/jpeg, image/png', sizeBytes: 1 };
    expect(await resume(sent)).toHaveLength(3);
    expect([...orders.values()].map((order) => order.files)).toEqual(files);
    expect(await failure(resume(sent, 'b'))).toEqual({ code: 'interrupted' });
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
      expect(await resume(sent)).toMatchObject({ notJudged });
      expect(sandbox.requests('/batch_image')).toHaveLength(2);
    },
  );

  it.each<[string, Behaviour, object]>([
    ['413', { status: 413 }, { code: 'size-refused' }],
    ['415', { status: 415 }, { code: 'format-refused', format: 'image/jpeg, image/png' }],
    ['400', { status: 400, body: { detail: 'no' } }, { code: 'input-refused', detail: 'no' }],
    ['no list', { body: { isAI: false, confidence: 0.1 } }, { code: 'unreadable-answer' }],
    ['no JSON', { body: 'ok' }, { code: 'unreadable-answer' }],
  ])('fail as one does: %s', async (_name, behaviour, error) => {
    sandbox.next('/batch_image', behaviour);
    expect(await failure(check())).toMatchObject(error);
  });

  it('tell an account that may not send several from one that may not send any', async () => {
    await signIn(sandbox.origin, { method: 'api-key', apiKey: NO_BATCH_KEY });
    sandbox.always('/status', { body: { status: 'operational' } });
    expect(await failure(check())).toEqual({ code: 'not-enabled', permission: 'batch_processing', wasSent: true });
  });
});

describe('several videos in one request', () => {
  it('go in their own field', async () => {
    sandbox.next('/batch_video', { verdict: VERDICTS.slice(0, 2) });
    expect(await sendTogether('video', [video(), video()])).toMatchObject(IN_ORDER.slice(0, 2));
    expect(sandbox.requests('/batch_video')[0]?.parts).toMatchObject([
      { name: 'videos', filename: 'video-1.mp4' },
      { name: 'videos', filename: 'video-2.mp4' },
    ]);
  });
});

describe('what the service would refuse is not sent', () => {
  const large = new Blob([new Uint8Array(BATCH_LIMIT_BYTES / 2)], { type: 'image/png' });

  it.each([
    ['images', 'image', Array.from({ length: ENDPOINTS.image.together.maxItems + 1 }, tinyJpeg)],
    ['videos', 'video', Array.from({ length: ENDPOINTS.video.together.maxItems + 1 }, video)],
    ['none', 'image', []],
  ] as const)('a wrong number: %s', async (_name, kind, files) => {
    expect(await failure(sendTogether(kind, files))).toBeInstanceOf(RangeError);
    expect(sent()).toEqual([]);
  });

  it('more bytes than one request may have', async () => {
    expect(await failure(sendTogether('image', [large, large, tinyJpeg()]))).toEqual({
      code: 'too-large',
      limitBytes: BATCH_LIMIT_BYTES,
      sizeBytes: BATCH_LIMIT_BYTES + tinyJpeg().size,
    });
    expect(sent()).toEqual([]);
  });
});
