import { describe, expect, it, vi } from 'vitest';
import type { NotJudged } from '../../../../src/background/service/outcome.ts';
import type { CheckRecord, CheckState } from '../../../../src/core/check/check-record.ts';
import { isLocalFile } from '../../../../src/core/check/media-reference.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import type { Verdict } from '../../../../src/core/service/verdict.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { bed, desk, MEDIA, type SeveralSender, SHA256, SILENT, useCheckDesk } from './check-bed.ts';

useCheckDesk();

describe('after the background was ended', () => {
  it.each([
    ['queued', 'done', undefined],
    ['reading', 'done', undefined],
    ['uploading', 'done', undefined],
    ['waiting', 'failed', 'interrupted'],
    ['asking', 'asking', undefined],
    ['done', 'done', undefined],
  ] as const)('a check that was %s is %s', async (before, after, code) => {
    bed.disk = [{ id: 'a', state: before, media: MEDIA, fromScreen: false, startedAt: 1 }];
    const { recover, store } = desk();
    await recover();
    expect(store.get('a')?.state).toBe(after);
    expect(store.get('a')?.error?.code).toBe(code);
  });

  it.each(['uploading', 'waiting'] as const)('the answer to a check that was %s is waited for', async (state) => {
    const read = { method: 'page', type: 'image/jpeg', sizeBytes: 9, sha256: SHA256 } as const;
    bed.disk = [{ id: 'a', state, media: MEDIA, fromScreen: false, startedAt: 1, read }];
    const asked: unknown[] = [];
    const { recover, store } = desk({
      sender: async () => ({
        host: 'enterprise.bitmind.ai',
        check: async () => {
          throw new Error('sent twice');
        },
        async resume(sent, { job }) {
          asked.push(sent, job.id);
          return { isAi: false };
        },
        checkSeveral: async () => [],
        resumeSeveral: async () => [],
      }),
    });
    await recover();
    expect(asked).toEqual([{ type: 'image/jpeg', sizeBytes: 9 }, 'a']);
    expect(store.get('a')).toMatchObject({ state: 'done', verdict: { isAi: false }, read });
    // And frames of a video, of which there are several answers.
    const frames = { ...read, method: 'frames', frameSeconds: [4, 5] } as const;
    bed.disk = [{ id: 'b', state, media: { ...MEDIA, kind: 'video' }, fromScreen: false, startedAt: 1, read: frames }];
    const next = desk({ sender: async (kind) => several(kind, asked) });
    await next.recover();
    expect(asked.slice(2)).toEqual(['image', { type: 'image/jpeg', sizeBytes: 9, count: 2 }, 'b']);
    expect(next.store.get('b')).toMatchObject({ state: 'done', frames: [{ isAi: false, atSeconds: 4 }], read: frames });
  });

  /** The way to the service for several files, which notes what it was asked. */
  function several(kind: string, asked: unknown[]): SeveralSender {
    const never = async () => {
      throw new Error('not asked for');
    };
    return {
      host: 'enterprise.bitmind.ai',
      check: never,
      resume: never,
      checkSeveral: never,
      async resumeSeveral(sent, { job }) {
        asked.push(kind, sent, job.id);
        return [{ isAi: false }, { failed: 'no-answer' }];
      },
    };
  }

  describe('what the service has not judged', () => {
    const read = { method: 'page', type: 'image/jpeg', sizeBytes: 9, sha256: SHA256 } as const;
    const left = (id: string, more: Partial<CheckRecord> = {}): CheckRecord => {
      return { id, state: 'waiting', media: MEDIA, fromScreen: false, startedAt: 1, read, ...more };
    };

    it.each(['uploading', 'waiting'] as const)('is sent anew, once, where it was %s', async (state) => {
      bed.disk = [left('a', { state, progress: { batch: { jobId: 'gone', position: 0, size: 2 } } })];
      const { sender } = desk();
      const resume = async () => ({ notJudged: { code: 'service-failed', status: 503 } }) as const;
      const { recover, store } = desk({ sender: async () => ({ ...sender, resume }) });
      await recover();
      expect(store.get('a')).toMatchObject({ state: 'done', verdict: { isAi: true }, restarts: 1 });
      expect(store.get('a')?.progress).toBeUndefined();
      bed.disk = [left('a', { state, restarts: 1 })];
      const third = desk({ sender: async () => ({ ...sender, resume }) });
      await third.recover();
      expect(third.store.get('a')?.error).toEqual({ code: 'service-failed', status: 503 });
    });

    it('is sent anew also as frames', async () => {
      bed.disk = [
        left('a', { media: { ...MEDIA, kind: 'video' }, read: { ...read, method: 'frames', frameSeconds: [1] } }),
      ];
      const { sender } = desk();
      const resumeSeveral = async () => ({ notJudged: { code: 'rate-limited', retryAt: 1 } }) as const;
      const { recover, store } = desk({
        sender: async () => ({ ...sender, resumeSeveral }),
        readMedia: async () => ({ prepared: { frames: [{ image: tinyJpeg(), atSeconds: 2 }] }, method: 'frames' }),
      });
      await recover();
      expect(store.get('a')).toMatchObject({ state: 'done', frames: [{ atSeconds: 2 }] });
    });

    it('is not sent anew where the check was cancelled meanwhile', async () => {
      bed.disk = [left('a', { state: 'uploading' })];
      const answer = Promise.withResolvers<never>();
      const resume = vi.fn(() => answer.promise);
      const { recover, cancel, store } = desk({ sender: async () => ({ ...SILENT, resume }) });
      const recovering = recover();
      await vi.waitFor(() => expect(resume).toHaveBeenCalledTimes(1));
      cancel('a');
      answer.reject(new AppError({ code: 'interrupted' }));
      await recovering;
      expect(store.get('a')?.state).toBe('cancelled');
    });

    it.each<[string, () => Promise<Verdict | NotJudged>, CheckState, readonly string[]]>([
      ['whose verdict both have', async () => ({ isAi: true }), 'done', []],
      [
        'and sent once for both, if refused',
        async () => ({ notJudged: { code: 'service-failed', status: 503 } }),
        'done',
        ['sent'],
      ],
      [
        'and sent by the other, if lost',
        () => Promise.reject(new AppError({ code: 'interrupted' })),
        'failed',
        ['sent'],
      ],
    ])('is waited for by a check of the same bytes, %s', async (_what, outcome, state, requests) => {
      // The second waited for the first in the earlier background, and was in no request itself.
      bed.disk = [left('a'), left('b', { state: 'uploading' })];
      const answered = Promise.withResolvers<void>();
      const oneAsks = Promise.withResolvers<void>();
      const bothAsk = Promise.withResolvers<void>();
      const sent: string[] = [];
      const { recover, store, sharedVerdicts } = desk({
        sender: async () => ({
          ...SILENT,
          check: async () => {
            sent.push('sent');
            if (state === 'done') await bothAsk.promise;
            return { isAi: true };
          },
          resume: async (_sent, { job }) => {
            if (job.id === 'a') return answered.promise.then(outcome);
            throw new AppError({ code: 'interrupted' });
          },
        }),
      });
      const { of } = sharedVerdicts;
      const asked = vi.spyOn(sharedVerdicts, 'of').mockImplementation((...args) => {
        if (asked.mock.calls.length === 1) oneAsks.resolve();
        else bothAsk.resolve();
        return of(...args);
      });
      const recovering = recover();
      await oneAsks.promise;
      await new Promise((done) => setImmediate(done));
      expect(sent).toEqual([]);
      answered.resolve();
      await recovering;
      expect(['a', 'b'].map((id) => store.get(id)?.state)).toEqual([state, 'done']);
      expect(sent).toEqual(requests);
    });
  });

  it('a check that outlasts two backgrounds ends', async () => {
    bed.disk = [{ id: 'a', state: 'reading', media: MEDIA, fromScreen: false, startedAt: 1, restarts: 1 }];
    const { recover, store } = desk();
    await recover();
    expect(store.get('a')?.error?.code).toBe('interrupted');
  });

  it('a check that begins with the new background is not taken for an old one', async () => {
    const { open, recover, store } = desk();
    const { id } = open(MEDIA);
    await recover();
    expect(store.get(id)?.state).toBe('queued');
  });

  it('its checks are known, without the rest of a very long address', async () => {
    const first = desk();
    const { id } = first.open({ ...MEDIA, url: `data:image/png;base64,${'A'.repeat(1_000_000)}` });
    await first.run(id);
    await first.store.stored();
    const second = desk();
    await second.store.load();
    expect(second.store.get(id)).toMatchObject({ state: 'done' });
    const media = second.store.get(id)?.media;
    expect(media && !isLocalFile(media) && media.url).toHaveLength(2000);
  });
});
