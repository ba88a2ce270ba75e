import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountPolicy } from '../../../../src/background/service/account-in-use.ts';
import { mediaSender } from '../../../../src/background/service/media-sender.ts';
import type { Service } from '../../../../src/background/service/service.ts';
import { accountOnDiskItem } from '../../../../src/background/store/account-items.ts';
import type { ErrorData } from '../../../../src/core/errors/error-data.ts';
import type { Behaviour } from '../../../sandbox/behaviour.ts';
import { SANDBOX_API_KEY } from '../../../sandbox/sandbox-credentials.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import {
  apiKey,
  bed,
  checkImage,
  failure,
  OPTIONS,
  oauth,
  plain,
  REMEMBERED,
  save,
  service,
  token,
  useAccountBed,
} from './account-bed.ts';

useAccountBed();

describe('an answer that is no verdict', () => {
  beforeEach(async () => {
    await accountOnDiskItem.set(plain(apiKey()));
  });

  const cases: readonly (readonly [string, Behaviour, Partial<ErrorData>, number])[] = [
    [
      '400',
      { status: 400, body: { detail: 'image too small' } },
      { code: 'input-refused', detail: 'image too small' },
      1,
    ],
    ['401 for a key', { status: 401 }, { code: 'sign-in-refused', method: 'api-key' }, 1],
    ['403', { status: 403 }, { code: 'not-permitted' }, 1],
    ['404', { status: 404 }, { code: 'service-failed', status: 404 }, 1],
    ['413', { status: 413 }, { code: 'size-refused' }, 1],
    ['415', { status: 415 }, { code: 'format-refused', format: 'image/jpeg' }, 1],
    ['422', { status: 422 }, { code: 'format-refused', format: 'image/jpeg' }, 1],
    ['500 at each attempt', { status: 500 }, { code: 'service-failed', status: 500 }, 4],
    ['502 with HTML', { status: 502, body: '<html>Bad gateway' }, { code: 'service-failed', status: 502 }, 4],
    ['a reset at each attempt', { reset: 'before-headers' }, { code: 'service-unreachable' }, 4],
    ['a redirect', { redirectTo: 'http://127.0.0.1:9/image' }, { code: 'service-redirected' }, 1],
    ['200 without a body', { body: '' }, { code: 'unreadable-answer' }, 1],
    ['200 with HTML', { body: '<html></html>' }, { code: 'unreadable-answer' }, 1],
    ['200 without isAI', { body: { confidence: 0.9 } }, { code: 'unreadable-answer' }, 1],
    ['200 with more than 5 MB', { body: `{"isAI":true,"x":"${'y'.repeat(6e6)}"}` }, { code: 'unreadable-answer' }, 1],
  ];
  it.each(cases)('%s', async (_name, behaviour, error, requests) => {
    bed.sandbox.always('/image', behaviour);
    expect(await failure()).toMatchObject(error);
    expect(bed.sandbox.requests('/image')).toHaveLength(requests);
  });

  it.each([
    ['429', 'limit'],
    ['503', 'busy'],
  ])('%s that asks to wait is everyone’s pause', async (status, reason) => {
    bed.sandbox.always('/image', { status: Number(status), headers: { 'retry-after': '60' } });
    const stop = new AbortController();
    const onPaused = vi.fn();
    const { check } = await mediaSender(service(), 'image');
    const end = check(tinyJpeg(), { signal: stop.signal, job: { ...OPTIONS.job, onPaused } }).catch(() => 'stopped');
    await expect.poll(() => onPaused.mock.calls).toEqual([[{ until: expect.any(Number), reason }]]);
    stop.abort();
    expect(await end).toBe('stopped');
    expect(bed.sandbox.requests('/image')).toHaveLength(1);
  });

  it('goes on after one fault of the service', async () => {
    bed.sandbox.next('/image', { status: 503 }, { reset: 'before-headers' });
    expect(await checkImage()).toMatchObject({ isAi: false });
    expect(bed.sandbox.requests('/image')).toHaveLength(3);
  });
});

describe('what is on its way', () => {
  /** Begins a check that the service does not answer before it is let go. */
  async function begin(signedIn: Service) {
    const held = bed.sandbox.hold('/image');
    const end = checkImage(signedIn).catch((error: unknown) => error);
    await held.arrived;
    return { end, release: held.release };
  }

  beforeEach(async () => {
    await accountOnDiskItem.set(plain(oauth()));
  });

  it('is stopped when the user signs out, and no token is asked for any more', async () => {
    const signedIn = service();
    const { end } = await begin(signedIn);
    await signedIn.session.signOut();
    expect(await end).toMatchObject({ data: { code: 'not-signed-in' } });
    expect((await bed.sandbox.waitForRequest('/image', 1, 'ended')).outcome).toBe('aborted');
    expect(bed.sandbox.requests('/v1/oauth/token')).toHaveLength(1);
    await expect(checkImage(signedIn)).rejects.toMatchObject({ data: { code: 'not-signed-in' } });
  });

  it.each([
    ['in the form', ({ session: signedIn }: Service) => signedIn.save(apiKey(), REMEMBERED, true)],
    [
      'by an administrator',
      ({ session: signedIn }: Service) => {
        bed.policy = { apiKey: SANDBOX_API_KEY, serviceAddress: bed.sandbox.origin } as AccountPolicy;
        return signedIn.forgetOthers();
      },
    ],
  ])('goes with the new account when that is changed %s', async (_where, change) => {
    const signedIn = service();
    const { end } = await begin(signedIn);
    await change(signedIn);
    expect(await end).toMatchObject({ isAi: false });
    await expect.poll(() => bed.sandbox.requests('/image')[0]?.outcome).toBe('aborted');
    const [, second, ...others] = bed.sandbox.requests('/image');
    expect(second?.headers.authorization).toBe(`Bearer ${SANDBOX_API_KEY}`);
    expect(others).toEqual([]);
  });

  it('goes on when the same account is saved again', async () => {
    const signedIn = service();
    const { end, release } = await begin(signedIn);
    await signedIn.session.save(oauth(), REMEMBERED, true);
    release();
    expect(await end).toMatchObject({ isAi: false });
    expect(bed.sandbox.requests('/image')).toHaveLength(1);
  });

  it('is not begun by what was looked up before the user signed out', async () => {
    const read = Promise.withResolvers<AccountPolicy>();
    bed.policyReads.push(read.promise);
    const signedIn = service();
    const end = checkImage(signedIn).catch((error: unknown) => error);
    await signedIn.session.signOut();
    read.resolve(bed.policy);
    expect(await end).toMatchObject({ data: { code: 'not-signed-in' } });
    expect(bed.sandbox.requests()).toEqual([]);
  });
});

it('sends the raw bytes under their type', async () => {
  await accountOnDiskItem.set(plain(apiKey()));
  await checkImage();
  const [request] = bed.sandbox.requests('/image');
  expect(request?.headers['content-type']).toBe('image/jpeg');
  expect(request?.body).toEqual(Buffer.from(await tinyJpeg().arrayBuffer()));
});

describe('what the service gives back', () => {
  it('never shows the access token it was sent', async () => {
    await accountOnDiskItem.set(plain(oauth()));
    await checkImage();
    const used = (await token())?.value ?? '';
    bed.sandbox.always('/image', { status: 400, body: { detail: `cannot read image for ${used}` } });
    expect(await failure()).toEqual({ code: 'input-refused' });
    expect(used).not.toBe('');
  });

  it('is taken as it is where parts of /status are missing', async () => {
    bed.sandbox.always('/status', { body: { client: { name: 'Desk' }, status: null, features: 7 } });
    expect(await save(apiKey())).toEqual({ state: 'connected', facts: { name: 'Desk' } });
  });
});
