import { describe, expect, it } from 'vitest';
import {
  type BatchOptions,
  type BatchOutcome,
  createBatchSender,
} from '../../../../src/background/page-run/batch-sender.ts';
import type { SendOptions } from '../../../../src/background/service/send-options.ts';
import type { BatchPlace } from '../../../../src/core/check/check-progress.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import type { Verdict } from '../../../../src/core/service/verdict.ts';

const AI: Verdict = { isAi: true };

/** A sender over a service that records what it is sent: the names of the media of each request. */
function sender({
  judge = (name: string): BatchOutcome => (name ? AI : { error: { code: 'unreadable-answer' } }),
  refuses = (_names: readonly string[]): AppError | undefined => undefined,
  /** Until when each request waits before it is sent. */
  waits = [] as Promise<unknown>[],
  /** The answer to what an earlier background has sent. */
  resume = async (size: number, _options: BatchOptions): Promise<readonly BatchOutcome[]> =>
    Array.from({ length: size }, () => AI),
  isPermitted = true,
  maxItems = 3,
  maxBytes = 1_000,
} = {}) {
  const requests: string[][] = [];
  const singles: string[] = [];
  const places = new Map<string, BatchPlace | undefined>();
  const signals: AbortSignal[] = [];
  const made = createBatchSender({
    kind: 'image',
    isPermitted,
    limits: { maxItems, maxBytes },
    newId: () => crypto.randomUUID(),
    calls: {
      host: 'enterprise.bitmind.ai',
      async send(media, { signal }) {
        signals.push(signal);
        await waits.shift();
        const names = await Promise.all(media().map((one) => one.text()));
        requests.push(names);
        const refusal = refuses(names);
        if (refusal) throw refusal;
        return names.map(judge);
      },
      resume,
      single: {
        host: 'enterprise.bitmind.ai',
        async check(media) {
          singles.push(await media.text());
          return AI;
        },
        resume: async () => AI,
      },
    },
  });
  const check = (name: string, signal = new AbortController().signal) => {
    const job: SendOptions['job'] = {
      id: name,
      onProgress: () => undefined,
      onPaused: () => undefined,
      onBatched: (place) => void places.set(name, place),
    };
    made.arrived(name);
    return made.check(new Blob([name]), { signal, job });
  };
  return { ...made, check, requests, singles, places, signals };
}

const refused = () => new AppError({ code: 'input-refused' });

describe('media of many checks', () => {
  it('go together once nothing more is being read', async () => {
    const { expect: announce, check, requests } = sender();
    announce('b');
    const first = check('a');
    await Promise.resolve();
    expect(requests).toEqual([]);
    await Promise.all([first, check('b')]);
    expect(requests).toEqual([['a', 'b']]);
  });

  it('go as soon as a request is full, by number and by size', async () => {
    const byNumber = sender();
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => byNumber.check(name)));
    expect(byNumber.requests.map(({ length }) => length).sort()).toEqual([1, 3]);
    const bySize = sender({ maxBytes: 10 });
    await Promise.all(['aaaa', 'bbbb', 'cccc'].map((name) => bySize.check(name)));
    expect(bySize.requests.map((names) => names.join('').length).sort()).toEqual([4, 8]);
  });

  it('go alone where one is larger than a whole request', async () => {
    const { check, requests, singles } = sender({ maxBytes: 5 });
    await check('very large');
    expect({ requests, singles }).toEqual({ requests: [], singles: ['very large'] });
  });

  it('are split until the culprit stands alone', async () => {
    const { check, requests } = sender({
      maxItems: 8,
      refuses: (names) => (names.includes('bad') ? refused() : undefined),
    });
    const names = ['a', 'b', 'c', 'bad', 'e', 'f', 'g', 'h'];
    const ends = await Promise.allSettled(names.map((name) => check(name)));
    expect(ends.map(({ status }) => status)).toEqual(names.map((name) => (name === 'bad' ? 'rejected' : 'fulfilled')));
    expect(requests.length).toBeLessThanOrEqual(7);
  });

  it('have no place any more once their request was refused, until they are in another', async () => {
    const second = Promise.withResolvers<void>();
    const { check, places, requests } = sender({
      maxItems: 2,
      waits: [Promise.resolve(), second.promise],
      refuses: (names) => (names.length > 1 ? refused() : undefined),
    });
    const both = [check('a'), check('b')];
    await expect.poll(() => requests).toEqual([['a', 'b']]);
    await expect.poll(() => [...places.values()]).toEqual([undefined, undefined]);
    second.resolve();
    await Promise.all(both);
    expect([...places.values()]).toMatchObject([{ size: 1 }, { size: 1 }]);
  });

  it('fail one by one where the service answers some, and all where it fails', async () => {
    const some = sender({ judge: (name) => (name === 'b' ? { error: { code: 'unreadable-answer' } } : AI) });
    const ends = await Promise.allSettled(['a', 'b'].map((name) => some.check(name)));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const none = sender({ refuses: () => new AppError({ code: 'service-failed', status: 500 }) });
    const all = await Promise.allSettled(['a', 'b'].map((name) => none.check(name)));
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(none.requests).toHaveLength(1);
  });

  it('go one by one without the permission, known before or by a 403', async () => {
    for (const parts of [
      { isPermitted: false },
      { refuses: () => new AppError({ code: 'not-enabled', permission: 'batch_processing', wasSent: true }) },
    ]) {
      const { check, singles, places } = sender(parts);
      await Promise.all(['a', 'b'].map((name) => check(name)));
      expect(singles.sort()).toEqual(['a', 'b']);
      expect([...places.values()].filter((place) => place)).toEqual([]);
    }
  });

  it('that are cancelled are not sent, and do not keep the others', async () => {
    const { expect: announce, check, requests } = sender();
    announce('c');
    const stop = new AbortController();
    const cancelled = check('a', stop.signal).catch(() => 'cancelled');
    const other = check('b');
    stop.abort();
    expect(await cancelled).toBe('cancelled');
    await check('c');
    await other;
    expect(requests).toEqual([['b', 'c']]);
  });

  it('that are cancelled while their request waits are not sent, and the others have places without them', async () => {
    const gate = Promise.withResolvers<void>();
    const { check, requests, places, signals } = sender({ waits: [gate.promise] });
    const stop = new AbortController();
    const cancelled = check('a', stop.signal).catch(() => 'cancelled');
    const others = [check('b'), check('c')];
    await expect.poll(() => signals).toHaveLength(1);
    stop.abort();
    gate.resolve();
    await Promise.all([cancelled, ...others]);
    expect(requests).toEqual([['b', 'c']]);
    expect([places.get('b'), places.get('c')]).toMatchObject([
      { position: 0, size: 2 },
      { position: 1, size: 2 },
    ]);
  });

  it('that are all cancelled while their request waits take it with them', async () => {
    const gate = Promise.withResolvers<void>();
    const { check, requests, signals } = sender({ waits: [gate.promise] });
    const stops = [new AbortController(), new AbortController()];
    const cancelled = stops.map(({ signal }, index) => check(`${index}`, signal).catch(() => 'cancelled'));
    await expect.poll(() => signals).toHaveLength(1);
    for (const stop of stops) stop.abort();
    gate.resolve();
    await Promise.all(cancelled);
    expect(signals[0]?.aborted).toBe(true);
    await new Promise((done) => setImmediate(done));
    expect(requests).toEqual([]);
  });
});

describe('a request that an earlier background has sent', () => {
  /** A sender that follows one, which is answered when told. */
  function follower() {
    const followed: BatchOptions[] = [];
    const answered = Promise.withResolvers<readonly BatchOutcome[]>();
    const made = sender({
      resume(_size, options) {
        followed.push(options);
        return answered.promise;
      },
    });
    const progress: string[] = [];
    const resume = (name: string, position: number, signal = new AbortController().signal) => {
      const onProgress = () => void progress.push(name);
      const job = { id: name, onProgress, onPaused: () => undefined, onBatched: () => undefined };
      const sent = { type: 'image/png', sizeBytes: 1, batch: { jobId: 'job', position, size: 2 } };
      return made.resume(sent, { signal, job });
    };
    return { ...made, followed, answered, resume, progress };
  }

  it('is followed once, for all its checks, and each has its own outcome', async () => {
    const { resume, followed, answered, progress } = follower();
    const both = [resume('a', 1), resume('b', 0)];
    followed[0]?.job.onProgress(1);
    answered.resolve([{ isAi: false }, AI]);
    expect(await Promise.all(both)).toEqual([AI, { isAi: false }]);
    expect(followed.map(({ job }) => job.id)).toEqual(['job']);
    expect(progress).toEqual(['a', 'b']);
  });

  it('is stopped when all its checks are cancelled, and not before', async () => {
    const { resume, followed } = follower();
    const stops = [new AbortController(), new AbortController()];
    const ends = stops.map(({ signal }, position) => resume('a', position, signal).catch(() => 'cancelled'));
    stops[0]?.abort();
    expect(await ends[0]).toBe('cancelled');
    expect(followed[0]?.signal.aborted).toBe(false);
    stops[1]?.abort();
    expect(await ends[1]).toBe('cancelled');
    expect(followed[0]?.signal.aborted).toBe(true);
  });

  it('is not stopped while one of its checks may still come, and is where none does', async () => {
    const { resume, followed, expect: announce, arrived } = follower();
    for (const name of ['a', 'b']) announce(name);
    const stop = new AbortController();
    const end = resume('a', 0, stop.signal).catch(() => 'cancelled');
    stop.abort();
    await end;
    arrived('a');
    expect(followed[0]?.signal.aborted).toBe(false);
    arrived('b'); // It went away without a word: its page's check was cancelled.
    expect(followed[0]?.signal.aborted).toBe(true);
  });
});
