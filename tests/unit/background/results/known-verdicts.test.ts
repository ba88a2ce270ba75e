import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { endCheck } from '../../../../src/background/check/change-check.ts';
import { createCheckContext } from '../../../../src/background/check/check-context.ts';
import { knownVerdict, recogniseMedia } from '../../../../src/background/results/known-verdicts.ts';
import { aCheck } from '../../../a-check.ts';
import { useFreshDatabase } from '../store/fresh-database.ts';

const HOST = 'enterprise.bitmind.ai';
const AI = { isAi: true, likelihood: 0.9 };
const URL_OF_IMAGE = 'https://cdn.example/a.jpg';

/** What can be wrong with the history's database. */
const BROKEN: Readonly<Record<string, () => unknown>> = {
  'is of a newer version': async () => (await openDB('bitmind-history', 99)).close(),
  'has lost its stores': async () => (await openDB('bitmind-history', 1)).close(),
  'is not there at all': () => Reflect.deleteProperty(globalThis, 'indexedDB'),
  'has no room to be opened': () =>
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    }),
};

beforeEach(() => {
  fakeBrowser.reset();
  useFreshDatabase();
  vi.restoreAllMocks();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
});

describe.each(Object.entries(BROKEN))('where the history %s', (_name, breakIt) => {
  it('a check ends, and what it was judged is not sent again', async () => {
    await breakIt();
    const fetch = vi.fn(async () => new Response(undefined, { status: 304 }));
    const context = createCheckContext(fetch, Date.now);
    const media = { url: URL_OF_IMAGE };
    const read = { sha256: 'hash', validators: { etag: '"1"' } };
    context.store.put({ ...aCheck('a', Date.now(), { media, read }), state: 'uploading' });
    await endCheck(context, 'a', { state: 'done', verdict: AI, sentTo: HOST });
    expect(context.store.get('a')).toMatchObject({ state: 'done', verdict: AI });
    expect(await knownVerdict(context, 'hash', HOST)).toMatchObject({ verdict: AI });
    expect(await knownVerdict(context, 'hash of another', HOST)).toBeUndefined();
    const again = aCheck('b', Date.now(), { media });
    expect(await recogniseMedia(context, again, HOST, new AbortController().signal)).toMatchObject({ verdict: AI });
  });

  it('its record stays whole in the session', async () => {
    await breakIt();
    const context = createCheckContext(fetch, Date.now);
    context.store.put({ ...aCheck('a', Date.now()), state: 'uploading' });
    await endCheck(context, 'a', { state: 'done', verdict: AI, sentTo: HOST, fileMetadata: { unread: 'fault' } });
    await context.store.stored();
    const { 'check:a': stored } = await fakeBrowser.storage.session.get('check:a');
    expect(stored).toMatchObject({ state: 'done', fileMetadata: { unread: 'fault' } });
  });
});

it('a new history takes the place of one that cannot be opened', async () => {
  await BROKEN['is of a newer version']?.();
  const { history } = createCheckContext(fetch, Date.now);
  await expect(history.put(aCheck('a', 1))).rejects.toThrow();
  await history.startAnew();
  await history.put(aCheck('b', 2));
  expect(await history.get('b')).toMatchObject({ id: 'b' });
});

it('the verdict on a part is none on what is at its address', async () => {
  const fetch = vi.fn(async () => new Response(undefined, { status: 304 }));
  const context = createCheckContext(fetch, Date.now);
  const media = { url: URL_OF_IMAGE };
  const read = { sha256: 'hash', validators: { etag: '"1"' }, part: { x: 0, y: 0, width: 9, height: 9 } };
  context.store.put({ ...aCheck('a', Date.now(), { media, read }), state: 'uploading' });
  await endCheck(context, 'a', { state: 'done', verdict: AI, sentTo: HOST });
  const again = aCheck('b', Date.now(), { media });
  expect(await recogniseMedia(context, again, HOST, new AbortController().signal)).toBeUndefined();
  expect(await knownVerdict(context, 'hash', HOST)).toMatchObject({ verdict: AI });
});
