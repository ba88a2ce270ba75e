import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import {
  desk,
  INTRANET,
  INTRANET_PHOTOGRAPH,
  MEDIA,
  NO_FILE_METADATA,
  overPhotograph,
  SILENT,
  useCheckDesk,
} from './check-bed.ts';

useCheckDesk();

describe('a check without an account', () => {
  const nobody = (code: 'not-signed-in' | 'locked' = 'not-signed-in') => ({
    sender: () => Promise.reject(new AppError({ code })),
  });

  it.each(['not-signed-in', 'locked'] as const)(
    '(%s) is done with what the file says, and nothing else',
    async (code) => {
      const { open, run, store, states, kept } = desk(nobody(code));
      const { id } = open(MEDIA);
      await run(id);
      expect(states).toEqual(['queued', 'reading', 'reading', 'done']);
      expect(store.get(id)).toMatchObject({
        state: 'done',
        unjudged: { code },
        fileMetadata: NO_FILE_METADATA,
        read: { method: 'page' },
      });
      expect(store.get(id)?.verdict).toBeUndefined();
      expect(await kept()).toHaveLength(1);
    },
  );

  it('says what the file says of what is seen through something clear', async () => {
    const read: string[] = [];
    const { open, run, store } = desk({ ...nobody(), ...overPhotograph(read) });
    const { id } = open(MEDIA, { agreedToRead: ['private-network'], agreedHosts: ['intranet.local'] });
    await run(id);
    expect(read).toEqual([MEDIA.url, INTRANET_PHOTOGRAPH]);
    expect(store.get(id)).toMatchObject({
      state: 'done',
      media: { url: INTRANET_PHOTOGRAPH },
      read: { method: 'page' },
    });
  });

  it('reads what is private after a yes to that, which is none to sending', async () => {
    let hasAccess = false;
    const agreed: unknown[] = [];
    const { open, run, agreeToSend, resumeAsking, store } = desk({
      ...nobody(),
      readMedia: async (check) => {
        agreed.push(check.agreed);
        return hasAccess
          ? { prepared: { image: tinyJpeg(), size: { width: 8, height: 8 } }, method: 'direct' }
          : { accessNeededFor: 'https://cdn.example' };
      },
    });
    const { id } = open(INTRANET);
    await run(id);
    const reasons = ['private-network', 'private-window'];
    expect(store.get(id)?.question).toEqual({ kind: 'before-sending', reasons, site: 'intranet.local' });
    expect(agreed).toEqual([]);
    await agreeToSend(id);
    expect(store.get(id)?.question).toEqual({ kind: 'site-access', origin: 'https://cdn.example', isUnsent: true });
    hasAccess = true;
    await resumeAsking(async () => true);
    expect(store.get(id)).toMatchObject({ state: 'done', unjudged: { code: 'not-signed-in' } });
    expect(agreed.at(-1)).toEqual([...reasons, 'large']);
    expect(store.get(id)).toMatchObject({ agreedToRead: reasons });
    expect(store.get(id)?.agreed).toBeUndefined();
  });

  it('asks before it follows a public address to a private one; where nobody is there to answer, it does not', async () => {
    const { open, run, store } = desk({ ...nobody(), readMedia: async () => ({ ledToPrivate: 'router.local' }) });
    const { id } = open(MEDIA);
    const asked = { kind: 'before-sending', reasons: ['private-network'], site: 'router.local' };
    expect(await run(id)).toEqual(asked);
    await run(id, { isUnattended: true });
    expect(store.get(id)?.error).toEqual({ code: 'needs-answer' });
  });

  it('records nothing of a stream, and says that it has no file', async () => {
    const { open, run, store } = desk({
      ...nobody(),
      readMedia: async (_check, { isFileAlone }) => {
        if (isFileAlone) throw new AppError({ code: 'video-stream' });
        throw new Error('recorded');
      },
    });
    const { id } = open({ ...MEDIA, kind: 'video' });
    await run(id);
    expect(store.get(id)).toMatchObject({ state: 'done', fileMetadata: { unread: 'stream' } });
  });

  it('is judged when it is checked again with one', async () => {
    let isSignedIn = false;
    const { open, run, store } = desk({
      sender: async () => {
        if (!isSignedIn) throw new AppError({ code: 'not-signed-in' });
        return {
          ...SILENT,
          check: async () => ({ isAi: true }),
          resume: () => Promise.reject(new AppError({ code: 'interrupted' })),
          checkSeveral: async () => [],
          resumeSeveral: async () => [],
        };
      },
    });
    const { id } = open(MEDIA);
    await run(id);
    isSignedIn = true;
    await run(id);
    expect(store.get(id)).toMatchObject({ state: 'done', verdict: { isAi: true } });
    expect(store.get(id)?.unjudged).toBeUndefined();
  });
});
