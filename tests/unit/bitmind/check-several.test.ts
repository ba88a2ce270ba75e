import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSeveral } from '../../../src/bitmind/check-several.ts';
import { createBitmindClient } from '../../../src/bitmind/client.ts';
import { memoryTokenStore } from '../../../src/bitmind/memory-token-store.ts';
import { createTransport } from '../../../src/bitmind/transport.ts';
import { AppError } from '../../../src/errors/app-error.ts';
import { createAccount } from '../../sandbox/account.ts';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox.ts';
import { SANDBOX_API_KEY } from '../../sandbox/sandbox-credentials.ts';
import { tinyJpeg } from '../tiny-images.ts';

let sandbox: Sandbox;
afterEach(() => sandbox.close());

const IMAGES = Array.from({ length: 6 }, tinyJpeg);

/** Sends them; `isKnown`: `/status` has told that several may not be sent at once. */
function check({ isKnown = false, signal }: { isKnown?: boolean; signal?: AbortSignal } = {}) {
  const client = createBitmindClient({
    account: { serviceAddress: sandbox.origin, credential: { method: 'api-key', apiKey: SANDBOX_API_KEY } },
    transport: createTransport({ fetch, clock: Date.now }),
    tokens: memoryTokenStore(),
    clock: Date.now,
    accountDigest: 'one',
  });
  const session = {
    client: async () => {
      if (isKnown) throw new AppError({ code: 'not-enabled', permission: 'batch_processing' });
      return client;
    },
  };
  return checkSeveral({ session, client, kind: 'image' }, IMAGES, signal && { signal });
}

describe('several images, for an account that may send them at once', () => {
  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  it('are one request', async () => {
    expect(await check()).toHaveLength(6);
    expect(sandbox.requests().map(({ path }) => path)).toEqual(['/batch_image']);
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
    sandbox.always('/image', { status: 429 });
    await expect(check({ isKnown: true })).rejects.toMatchObject({ data: { code: 'rate-limited' } });
    expect(sandbox.requests('/image').length).toBeLessThanOrEqual(4);
  });
});
