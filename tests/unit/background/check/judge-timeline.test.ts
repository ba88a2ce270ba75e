import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ReadMedia } from '../../../../src/background/read/read-outcome.ts';
import type { VideoToCut } from '../../../../src/core/protocol/document-work.ts';
import { type Beyond, desk, INTRANET, MEDIA, useCheckDesk } from './check-bed.ts';

useCheckDesk();

let judgeTimeline: typeof import('../../../../src/background/check/judge-timeline.ts').judgeTimeline;
const cut = vi.fn<(order: VideoToCut, signal: AbortSignal | undefined) => void>();
const nothing = () => Promise.reject(new Error('nobody asks for it'));

beforeAll(async () => {
  ({ judgeTimeline } = await import('../../../../src/background/check/judge-timeline.ts'));
  const { workInBackground } = await import('../../../../src/background/offscreen-link/in-document.ts');
  workInBackground({
    ...{ readFileMetadata: nothing, frameThatShows: nothing, upload: nothing, convertVideo: nothing },
    async cutVideo(order, { signal }) {
      cut(order, signal);
      return Array.from({ length: order.count }, (_, index) => ({
        video: new Blob([`clip ${index}`], { type: 'video/mp4' }),
        fromSeconds: 10 * index,
        toSeconds: 10 * index + 4,
      }));
    },
  });
});

/** A film of 40 s that was converted, each time into other bytes. */
const converted: ReadMedia = {
  prepared: {
    video: new Blob(['an MP4'], { type: 'video/mp4' }),
    original: new Blob(['a film']),
    convertedFrom: 'WebM',
    durationSeconds: 40,
    originalSha256: createHash('sha256').update('a film').digest('hex'),
  },
  method: 'page',
};

const read = (durationSeconds: number | undefined, bytes = 'a film'): ReadMedia => ({
  prepared: {
    video: new Blob([bytes], { type: 'video/mp4' }),
    ...(durationSeconds !== undefined && { durationSeconds }),
  },
  method: 'page',
});

/** A check of a video that is done, and what its media is read as when it is read again. */
async function judged(
  first = read(40),
  again: () => Promise<Awaited<ReturnType<Beyond['readMedia']>>> = async () => first,
) {
  let reads = 0;
  const sent = vi.fn();
  cut.mockClear();
  const service = desk().sender;
  const made = desk({
    readMedia: async () => (reads++ === 0 ? first : again()),
    sender: async (kind) => ({
      ...service,
      checkSeveral: async (clips) => {
        sent(kind, clips.length);
        return clips.map((_, index) => (index === 1 ? { failed: 'no-answer' } : { isAi: true, likelihood: 0.9 }));
      },
    }),
  });
  const { id } = made.open({ ...MEDIA, kind: 'video' });
  await made.run(id);
  expect(made.store.get(id)?.state).toBe('done');
  return { ...made, id, sent };
}

describe('a video in parts', () => {
  it.each([
    [20, 2],
    [29.9, 2],
    [30, 3],
    [199, 19],
    [200, 20],
    [7_200, 20],
  ])('of %f s has %i', async (seconds, count) => {
    const made = await judged(read(seconds));
    await judgeTimeline(made, made.id);
    expect(cut.mock.calls.map(([order]) => [order.seconds, order.count])).toEqual([[seconds, count]]);
    expect(cut.mock.calls[0]?.[0].maxBytes).toBeLessThan(100_000_000);
  });

  it('is kept with the check, in the history too: what was answered, and how many were sent', async () => {
    const made = await judged();
    await judgeTimeline(made, made.id);
    expect(made.sent.mock.calls).toEqual([['video', 4]]);
    const { timeline } = made.store.get(made.id) ?? {};
    expect(timeline?.sentCount).toBe(4);
    expect(timeline?.parts.map(({ fromSeconds }) => fromSeconds)).toEqual([0, 20, 30]);
    expect((await made.kept())[0]?.timeline).toEqual(timeline);
  });

  it('is cut out of what was converted, not out of a second conversion', async () => {
    const made = await judged(converted, async () => read(undefined));
    await judgeTimeline(made, made.id);
    expect(await cut.mock.calls[0]?.[0].file.text()).toBe('a film');
    expect(made.store.get(made.id)?.timeline?.sentCount).toBe(4);
  });

  it('is not cut out of another file than was converted', async () => {
    const made = await judged(converted, async () => read(undefined, 'another film'));
    await judgeTimeline(made, made.id);
    expect(made.measuring.get(made.id)).toEqual({ error: { code: 'media-changed' } });
  });

  it.each([
    ['is shorter than 20 s', read(19.9)],
    ['does not say how long it is', read(undefined)],
    ['was recorded as it played', { ...read(40), method: 'clip' as const }],
  ])('is not judged where it %s', async (_, first) => {
    const made = await judged(first);
    await expect(judgeTimeline(made, made.id)).rejects.toMatchObject({ data: { code: 'message-refused' } });
    expect(cut).not.toHaveBeenCalled();
  });

  it.each([
    ['it has changed', read(40, 'another film')],
    ['its site is to be allowed first', { accessNeededFor: 'https://cdn.example' }],
    ['it has led to a private network', { ledToPrivate: 'intranet.local' }],
    ['it is larger than is read without a question', { largeBytes: 1 }],
  ])('is not cut where that cannot be of the very bytes that were judged: %s', async (_, outcome) => {
    const made = await judged(read(40), async () => outcome);
    await judgeTimeline(made, made.id);
    expect(made.measuring.get(made.id)).toEqual({ error: { code: 'media-changed' } });
    expect(cut).not.toHaveBeenCalled();
  });

  it('is not read where that would need an answer that was not given', async () => {
    const made = await judged();
    const check = made.store.get(made.id);
    if (check) made.store.put({ ...check, media: { ...INTRANET, kind: 'video' } });
    await judgeTimeline(made, made.id);
    expect(made.measuring.get(made.id)).toEqual({ error: { code: 'needs-answer' } });
    expect(cut).not.toHaveBeenCalled();
  });

  it('is not read where an administrator lets nothing but original files be sent', async () => {
    const made = await judged();
    await fakeBrowser.storage.managed.set({ onlyOriginalFiles: true });
    await judgeTimeline(made, made.id);
    expect(made.measuring.get(made.id)).toEqual({ error: { code: 'only-originals' } });
    expect(cut).not.toHaveBeenCalled();
  });
});
