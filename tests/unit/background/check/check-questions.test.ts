import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rememberAgreed } from '../../../../src/background/store/agreed.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import type { PageMedia } from '../../../../src/core/check/media-reference.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import { aCheck } from '../../../a-check.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { desk, INTRANET, MEDIA, NOW, SHA256, useCheckDesk } from './check-bed.ts';

useCheckDesk();

describe('a check', () => {
  it('asks before anything private is read, and sends it once the user said yes', async () => {
    const readFor: CheckRecord[] = [];
    const { open, run, agreeToSend, store } = desk({
      readMedia: async (check) => {
        readFor.push(check);
        return { prepared: { image: tinyJpeg() }, method: 'page' };
      },
    });
    const { id } = open(INTRANET);
    await run(id);
    expect(store.get(id)).toMatchObject({
      state: 'asking',
      question: {
        kind: 'before-sending',
        reasons: ['private-network', 'private-window'],
        site: 'intranet.local',
        sentTo: 'enterprise.bitmind.ai',
      },
    });
    expect(readFor).toEqual([]);
    await agreeToSend(id);
    expect(store.get(id)?.state).toBe('done');
    expect(readFor).toHaveLength(1);
  });

  it('has no private server asked whether its media has changed before the user is asked', async () => {
    const asked = vi.fn(async () => new Response(undefined, { status: 304 }));
    vi.stubGlobal('fetch', asked);
    Object.assign(fakeBrowser.permissions, { contains: async () => true });
    const { recognise, history } = desk();
    const media: PageMedia = { ...MEDIA, url: 'http://intranet.local/a.jpg' };
    const read = { sha256: SHA256, validators: { etag: '"1"' } };
    const [host, verdict] = ['enterprise.bitmind.ai', { isAi: true }];
    await history.put(aCheck('known', NOW, { media, read, verdict, sentTo: host }));
    expect(await recognise(media, host)).toBeUndefined();
    await rememberAgreed(['private-network'], 'intranet.local', 'until-closed');
    expect(await recognise(media, host)).toMatchObject({ verdict });
    expect(asked).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });

  it('asks once more where a page has led a yes to one private host to another', async () => {
    let media: PageMedia = { ...MEDIA, url: 'http://intranet.local/a.jpg' };
    const { open, run, agreeToSend, store } = desk({ locate: async () => ({ media }) });
    const { id } = open(media);
    await run(id);
    media = { ...MEDIA, url: 'http://router.local/a.jpg' };
    await agreeToSend(id);
    expect(store.get(id)?.question).toMatchObject({ reasons: ['private-network'], site: 'router.local' });
    await agreeToSend(id);
    expect(store.get(id)?.state).toBe('done');
  });

  it.each([
    [{ width: 31, height: 400 }, 'asking'],
    [{ width: 32, height: 32 }, 'done'],
    [undefined, 'done'],
  ])('of a picture of %j is %s: what is very small is asked about before it is sent', async (size, state) => {
    const prepared = { image: tinyJpeg(), ...(size && { size }) };
    const { open, run, agreeToSend, store } = desk({ readMedia: async () => ({ prepared, method: 'page' }) });
    const { id } = open(MEDIA);
    await run(id);
    expect(store.get(id)?.state).toBe(state);
    if (state === 'done') return;
    expect(store.get(id)?.question).toMatchObject({ reasons: ['very-small'], size });
    await agreeToSend(id);
    expect(store.get(id)?.state).toBe('done');
  });

  it('of several pictures in view waits until one is chosen, and a yes to sending does not answer that', async () => {
    const { open, run, agreeToSend, store } = desk({ locate: async () => ({ count: 2 }) });
    const { id } = open(MEDIA);
    await run(id);
    expect(store.get(id)).toMatchObject({ state: 'asking', question: { kind: 'which-picture', count: 2 } });
    await expect(agreeToSend(id)).rejects.toMatchObject({ data: { code: 'message-refused' } });
  });

  it('knows the address that the page found, and an administrator may still refuse it', async () => {
    const found: PageMedia = { ...MEDIA, url: 'https://blocked.example/a.jpg', isFound: true };
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => ({
      blockedSites: ['blocked.example'],
    }));
    const { open, run, store } = desk({ locate: async () => ({ media: found }) });
    const { id } = open(MEDIA);
    await run(id);
    expect(store.get(id)).toMatchObject({ state: 'failed', media: found, error: { code: 'site-blocked' } });
  });

  it('that asks for a site goes on by itself once the site was granted', async () => {
    let hasAccess = false;
    const { open, run, resumeAsking, store } = desk({
      readMedia: async () =>
        hasAccess ? { prepared: { image: tinyJpeg() }, method: 'direct' } : { accessNeededFor: 'https://cdn.example' },
    });
    const { id } = open(MEDIA);
    await run(id);
    expect(store.get(id)).toMatchObject({ state: 'asking', question: { origin: 'https://cdn.example' } });
    await resumeAsking(async () => false);
    expect(store.get(id)?.state).toBe('asking');
    hasAccess = true;
    await resumeAsking(async (origin) => origin === 'https://cdn.example');
    expect(store.get(id)).toMatchObject({ state: 'done', read: { method: 'direct' } });
    expect(store.get(id)?.question).toBeUndefined();
  });

  it('takes the screen when that was chosen, and again when tried again', async () => {
    const { open, run, useScreen, store } = desk({
      readMedia: async () => ({ accessNeededFor: 'https://cdn.example' }),
    });
    const { id } = open(MEDIA);
    await run(id);
    await useScreen(id);
    expect(store.get(id)).toMatchObject({ state: 'done', read: { method: 'screen', isPartial: true } });
    await run(id);
    expect(store.get(id)).toMatchObject({ state: 'done', read: { method: 'screen' } });
  });

  it('climbs the ladder anew when the screen could not be captured', async () => {
    const { open, run, useScreen, store } = desk({
      readMedia: async () => ({ accessNeededFor: 'https://cdn.example' }),
      readScreen: async () => {
        throw new AppError({ code: 'frame-out-of-reach' });
      },
    });
    const { id } = open(MEDIA);
    await run(id);
    await useScreen(id);
    expect(store.get(id)?.error?.code).toBe('frame-out-of-reach');
    expect(await run(id)).toEqual({ kind: 'site-access', origin: 'https://cdn.example' });
  });
});
