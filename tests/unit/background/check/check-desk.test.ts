import { describe, expect, it, vi } from 'vitest';
import type { FileMetadata } from '../../../../src/core/media/file-metadata.ts';
import type { Verdict } from '../../../../src/core/service/verdict.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import {
  bed,
  desk,
  INTRANET_PHOTOGRAPH,
  MEDIA,
  NO_FILE_METADATA,
  NOW,
  overPhotograph,
  SHA256,
  SILENT,
  useCheckDesk,
} from './check-bed.ts';

useCheckDesk();

describe('a check', () => {
  it('goes from the menu to a verdict, and is kept', async () => {
    const { open, run, store, states, kept } = desk();
    const { id } = open(MEDIA);
    await run(id);
    expect([...new Set(states)]).toEqual(['queued', 'reading', 'uploading', 'waiting', 'done']);
    expect(store.get(id)).toMatchObject({
      state: 'done',
      verdict: { isAi: true, likelihood: 0.9 },
      read: { method: 'page', type: 'image/jpeg', sha256: SHA256, sizeBytes: tinyJpeg().size },
      endedAt: NOW,
    });
    // What the file says comes after the verdict.
    await vi.waitFor(async () => expect(await kept()).toEqual([{ ...store.get(id), fileMetadata: NO_FILE_METADATA }]));
  });

  it('of something clear goes on with what is seen through that, by the rules for it', async () => {
    const read: string[] = [];
    const sent: Blob[] = [];
    const check = async (image: Blob) => {
      sent.push(image);
      return { isAi: false };
    };
    const { open, run, agreeToSend, store } = desk({
      ...overPhotograph(read),
      sender: async () => ({ ...SILENT, check }),
    });
    const { id } = open(MEDIA);
    expect(await run(id)).toMatchObject({ reasons: ['private-network'], site: 'intranet.local' });
    expect([read, sent]).toEqual([[MEDIA.url], []]);
    await agreeToSend(id);
    expect(read).toEqual([MEDIA.url, INTRANET_PHOTOGRAPH]);
    expect(store.get(id)).toMatchObject({
      state: 'done',
      verdict: { isAi: false },
      media: { url: INTRANET_PHOTOGRAPH },
    });
    expect(sent).toHaveLength(1);
  });

  it('leaves nothing of a private window once that has closed, and drops what comes later', async () => {
    const answer = Promise.withResolvers<Verdict>();
    const sending = Promise.withResolvers<void>();
    const asked: AbortSignal[] = [];
    const { open, run, forgetPrivate, store, kept } = desk({
      sender: async () => ({
        ...SILENT,
        async check(_media, { signal }) {
          asked.push(signal);
          sending.resolve();
          return answer.promise;
        },
      }),
    });
    const { id } = open({ ...MEDIA, isPrivate: true }, { agreed: ['private-window'] });
    const other = open(MEDIA);
    const running = run(id);
    await sending.promise;
    await forgetPrivate();
    answer.resolve({ isAi: true });
    await running;
    await store.stored();
    expect(asked.map(({ aborted }) => aborted)).toEqual([true]);
    expect(store.latest(() => true).map((one) => one.id)).toEqual([other.id]);
    expect(bed.disk.map((one) => one.id)).toEqual([other.id]);
    expect(await kept()).toEqual([]);
  });

  it('that is cancelled stops its work and stays cancelled', async () => {
    const begun = Promise.withResolvers<void>();
    const reading = Promise.withResolvers<void>();
    let aborted: AbortSignal | undefined;
    const { open, run, cancel, store, kept } = desk({
      readMedia: async (_check, { signal }) => {
        aborted = signal;
        begun.resolve();
        await reading.promise;
        return { prepared: { image: tinyJpeg() }, method: 'page' };
      },
    });
    const { id } = open(MEDIA);
    const running = run(id);
    await begun.promise;
    cancel(id);
    reading.resolve();
    await running;
    expect(aborted?.aborted).toBe(true);
    expect(store.get(id)?.state).toBe('cancelled');
    expect(await kept()).toEqual([]);
  });

  it('is in no request any more once it has come back from one, or waits to be sent again', async () => {
    const batch = { jobId: 'job', position: 0, size: 2 };
    const seen: unknown[] = [];
    const { open, run, store } = desk({
      sender: async () => ({
        ...SILENT,
        async check(_media, { job }) {
          const look = () => {
            const { state, progress } = store.get(job.id) ?? {};
            seen.push({ state, batch: progress?.batch });
          };
          for (const over of [() => job.onBatched(undefined), () => job.onPaused({ until: 5_000, reason: 'limit' })]) {
            job.onBatched(batch);
            job.onProgress(1);
            look();
            over();
            look();
          }
          return { isAi: false };
        },
      }),
    });
    await run(open(MEDIA).id);
    const [sent, back] = [
      { state: 'waiting', batch },
      { state: 'uploading', batch: undefined },
    ];
    expect(seen).toEqual([sent, back, sent, back]);
  });

  it('of a private window is never kept', async () => {
    const { open, run, store, kept } = desk();
    const { id } = open({ ...MEDIA, isPrivate: true }, { agreed: ['private-window'] });
    await run(id);
    expect(store.get(id)?.state).toBe('done');
    expect(await kept()).toEqual([]);
  });

  it('can be checked again at once, though its result is not on the disk yet', async () => {
    const described = Promise.withResolvers<FileMetadata>();
    const files = [new Blob([tinyJpeg(), 'another'], { type: 'image/jpeg' })];
    const { open, run, store, history } = desk({
      readMedia: async () => ({ prepared: { image: files.pop() ?? tinyJpeg() }, method: 'page' }),
      readFileMetadata: () => described.promise,
    });
    const { put } = history;
    const kept = Promise.withResolvers<void>();
    vi.spyOn(history, 'put').mockImplementation(async (check) => {
      await kept.promise;
      return put(check);
    });
    const { id } = open(MEDIA);
    const ended = () =>
      new Promise<void>((resolve) => {
        const stop = store.subscribe((changed) => {
          if (!changed.some(({ state }) => state === 'done')) return;
          stop();
          resolve();
        });
      });
    const first = ended();
    const runs = [run(id)];
    await first;
    const second = ended();
    runs.push(run(id));
    await second;
    kept.resolve();
    await Promise.all(runs);
    described.resolve(NO_FILE_METADATA); // Of the file that was read last; the first counts no more.
    await vi.waitFor(() => expect(history.put).toHaveBeenCalledTimes(3));
  });

  it('runs once, however often it is started', async () => {
    let reads = 0;
    const { open, run } = desk({
      readMedia: async () => {
        reads += 1;
        return { prepared: { image: tinyJpeg() }, method: 'page' };
      },
    });
    const { id } = open(MEDIA);
    await Promise.all([run(id), run(id)]);
    expect(reads).toBe(1);
  });
});

it('a check that is tried again while its cancelled run still ends can be cancelled again', async () => {
  const firstRead = Promise.withResolvers<void>();
  const secondRead = Promise.withResolvers<void>();
  const signals: AbortSignal[] = [];
  const { open, run, cancel, store } = desk({
    readMedia: async (_check, { signal }) => {
      signals.push(signal);
      await (signals.length === 1 ? firstRead : secondRead).promise;
      return { prepared: { image: tinyJpeg() }, method: 'page' };
    },
  });
  const { id } = open(MEDIA);
  const first = run(id);
  await expect.poll(() => signals.length).toBe(1);
  cancel(id);
  const second = run(id);
  await expect.poll(() => signals.length).toBe(2);
  firstRead.resolve();
  await first;
  cancel(id);
  secondRead.resolve();
  await second;
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  expect(store.get(id)?.state).toBe('cancelled');
});
