import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Upload } from '../../../../src/background/offscreen-link/in-document.ts';
import { mediaSender } from '../../../../src/background/service/media-sender.ts';
import type { SendOptions } from '../../../../src/background/service/send-options.ts';
import { createService } from '../../../../src/background/service/service.ts';
import { requestGateItem } from '../../../../src/background/store/request-gate-item.ts';
import type { Pause } from '../../../../src/core/check/check-progress.ts';
import type { UploadOutcome } from '../../../../src/core/protocol/document-work.ts';
import { createAccount } from '../../../sandbox/account.ts';
import { createSandbox, type Sandbox } from '../../../sandbox/create-sandbox.ts';
import { SANDBOX_API_KEY } from '../../../sandbox/sandbox-credentials.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { freshBrowser, signIn } from './sign-in.ts';
import { uploadByFetch } from './upload-by-fetch.ts';

let sandbox: Sandbox;
beforeEach(freshBrowser);
afterEach(() => sandbox.close());
afterEach(() => void vi.restoreAllMocks());

const IMAGES = Array.from({ length: 6 }, tinyJpeg);

const OPTIONS: SendOptions = {
  signal: new AbortController().signal,
  job: { id: 'a', onProgress: () => undefined, onPaused: () => undefined, onBatched: () => undefined },
};

async function sender(address: string, upload: Upload) {
  await signIn(address);
  return mediaSender(createService({ fetch, clock: Date.now }, upload), 'image');
}

/** `isKnown`: `/status` tells that several may not be sent at once. */
async function check({ isKnown = false, onPaused = OPTIONS.job.onPaused } = {}) {
  if (!isKnown) sandbox.always('/status', { body: { status: 'operational' } });
  const { checkSeveral } = await sender(sandbox.origin, uploadByFetch);
  return checkSeveral(IMAGES, { ...OPTIONS, job: { ...OPTIONS.job, onPaused } });
}

/** The requests with media. */
const sent = () => sandbox.requests().filter(({ method }) => method === 'POST');

/** When each of them passed the gate. */
const passed = async () => (await requestGateItem.get()).passedAt;

describe('several images, for an account that may send them at once', () => {
  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  it('are one request', async () => {
    expect(await check()).toHaveLength(6);
    expect(sent().map(({ path }) => path)).toEqual(['/batch_image']);
  });
});

describe('several images, for an account that may not', () => {
  beforeEach(async () => {
    const account = createAccount({ kind: 'api-key', apiKey: SANDBOX_API_KEY }, ['image_inference']);
    sandbox = await createSandbox({ accounts: [account] });
  });

  it.each([true, false])('are a request each, in their order, when that is known before: %s', async (isKnown) => {
    sandbox.next('/image', ...IMAGES.map((_, index) => ({ verdict: { isAI: true, confidence: 0.6 + index / 100 } })));
    const results = await check({ isKnown });
    const confidences = results.map((result) => ('confidence' in result ? result.confidence : undefined));
    expect(confidences.toSorted()).toEqual([0.6, 0.61, 0.62, 0.63, 0.64, 0.65]);
    expect(sandbox.requests('/batch_image')).toHaveLength(isKnown ? 0 : 1);
    expect(sandbox.requests('/image')).toHaveLength(6);
    expect(await passed()).toHaveLength(isKnown ? 6 : 7);
  });

  it('are sent again alone, those that a 429 refused, and the results of the others stay', async () => {
    const limit = { status: 429, headers: { 'retry-after': '1' } };
    sandbox.next('/image', ...IMAGES.slice(1).map(() => ({})), limit);
    const paused: (Pause | undefined)[] = [];
    const results = await check({ isKnown: true, onPaused: (pause) => paused.push(pause) });
    expect(results.filter((result) => 'isAi' in result)).toHaveLength(6);
    expect(sandbox.requests('/image').map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 200]);
    expect(await passed()).toHaveLength(7);
    expect(paused).toEqual([{ until: expect.any(Number), reason: 'limit' }, undefined]);
  });

  it('are four at a time', async () => {
    const held = sandbox.hold('/image');
    const others = IMAGES.slice(1, 4).map(() => sandbox.hold('/image'));
    const checking = check({ isKnown: true });
    await Promise.all([held, ...others].map(({ arrived }) => arrived));
    expect(sandbox.requests('/image')).toHaveLength(4);
    held.release();
    await sandbox.waitForRequest('/image', 6);
    for (const other of others) other.release();
    expect(await checking).toHaveLength(6);
  });

  it('fail one by one for what is wrong with one', async () => {
    sandbox.next('/image', { status: 400, body: { detail: 'blurred' } });
    const results = await check({ isKnown: true });
    expect(results.filter((result) => 'failed' in result)).toEqual([{ failed: 'refused', detail: 'blurred' }]);
  });

  it('fail together for what is wrong with all', async () => {
    sandbox.always('/image', { status: 401 });
    await expect(check({ isKnown: true })).rejects.toMatchObject({ data: { code: 'sign-in-refused' } });
    expect(sandbox.requests('/image').length).toBeLessThanOrEqual(4);
  });
});

describe('several images that an earlier background has sent by a call each', () => {
  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  const answer = (status: number, value: unknown): UploadOutcome => {
    return { answer: { status, headers: [], text: JSON.stringify(value) } };
  };
  const resume = async (ends: Record<string, () => Promise<UploadOutcome>>) => {
    const upload: Upload = async (id, order) => {
      if (order) throw new Error('sent again');
      return (await ends[id]?.()) ?? { failure: 'unknown-job' };
    };
    const sent = { count: 2, type: 'image/jpeg', sizeBytes: 1 };
    return (await sender(sandbox.origin, upload)).resumeSeveral(sent, OPTIONS);
  };
  const judged = async () => answer(200, { isAI: true });

  it('have the results of all', async () => {
    const refused = async () => answer(400, { detail: 'blurred' });
    expect(await resume({ 'a.0': judged, 'a.1': refused })).toEqual([
      { isAi: true },
      { failed: 'refused', detail: 'blurred' },
    ]);
  });

  it('are not judged where one was refused for what is wrong with all', async () => {
    const limited = async () => answer(429, {});
    expect(await resume({ 'a.0': judged, 'a.1': limited })).toMatchObject({ notJudged: { code: 'rate-limited' } });
  });

  it('are lost where one is, but not before the others have ended', async () => {
    const held = Promise.withResolvers<void>();
    let hasEnded = false;
    const end = resume({ 'a.1': () => held.promise.then(judged) }).finally(() => {
      hasEnded = true;
    });
    await new Promise((done) => setTimeout(done));
    expect(hasEnded).toBe(false);
    held.resolve();
    await expect(end).rejects.toMatchObject({ data: { code: 'interrupted' } });
  });
});
