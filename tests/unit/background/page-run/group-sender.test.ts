import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Upload } from '../../../../src/background/offscreen-link/in-document.ts';
import { groupSender } from '../../../../src/background/page-run/group-sender.ts';
import { BATCH_LIMIT_BYTES, ENDPOINTS } from '../../../../src/background/service/endpoints.ts';
import type { SendOptions } from '../../../../src/background/service/send-options.ts';
import { SEND_POLICY } from '../../../../src/background/service/send-policy.ts';
import { createService, type Service } from '../../../../src/background/service/service.ts';
import type { BatchPlace } from '../../../../src/core/check/check-progress.ts';
import type { JobWatch, UploadOutcome } from '../../../../src/core/protocol/document-work.ts';
import type { Verdict } from '../../../../src/core/service/verdict.ts';
import { freshBrowser, signIn } from '../service/sign-in.ts';

const ADDRESS = 'https://enterprise.bitmind.ai';
const AI: Verdict = { isAi: true };

beforeEach(freshBrowser);
beforeEach(() => signIn(ADDRESS));
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0)); // Nothing is waited between two attempts.
afterEach(() => void vi.restoreAllMocks());

function answer(status: number, value: unknown = {}): UploadOutcome {
  return { answer: { status, headers: [], text: JSON.stringify(value) } };
}

/** A file that is known to the service by its type. */
const named = (name: string, sizeBytes = 1) => new Blob([new Uint8Array(sizeBytes)], { type: name });

/** A sender over a service that records what it is sent: the names of the media of each request. */
async function sender({
  judge = (_name: string): object => ({ isAI: true }),
  /** A status other than 200 of a request of several. */
  refuses = (_names: readonly string[]): number | undefined => undefined,
  /** Until when each request waits before it is sent. */
  waits = [] as Promise<unknown>[],
  /** The answer to what an earlier background has sent. */
  resume = async (_id: string, _watch: JobWatch): Promise<UploadOutcome> => answer(200),
  isPermitted = true,
} = {}) {
  const requests: string[][] = [];
  const singles: string[] = [];
  const places = new Map<string, BatchPlace | undefined>();
  const signals: (AbortSignal | undefined)[] = [];
  const upload: Upload = async (id, order, watch) => {
    if (!order) return resume(id, watch);
    const names = order.files.map(({ type }) => type);
    if (!order.url.includes('batch')) {
      singles.push(...names);
      return answer(200, { isAI: true });
    }
    requests.push(names);
    const refusal = refuses(names);
    if (refusal !== undefined) return answer(refusal);
    return answer(200, { batch_results: names.map(judge) });
  };
  const permissions = ['image_inference', ...(isPermitted ? ['batch_processing'] : [])];
  const fetch = async () => Response.json({ status: 'healthy', client: { permissions } });
  const service: Service = createService({ fetch, clock: Date.now }, upload);
  const gate: Service['gate'] = {
    ...service.gate,
    async pass({ signal }) {
      signals.push(signal);
      await waits.shift();
    },
  };
  const made = await groupSender({ ...service, gate }, 'image');
  const check = (name: string, { signal = new AbortController().signal, sizeBytes = 1 } = {}) => {
    const job: SendOptions['job'] = {
      id: name,
      onProgress: () => undefined,
      onPaused: () => undefined,
      onBatched: (place) => void places.set(name, place),
    };
    made.arrived(name);
    return made.check(named(name, sizeBytes), { signal, job });
  };
  return { ...made, check, requests, singles, places, signals };
}

/** The status of a request that is refused for what is in it, and of one whose account may not make it. */
const [REFUSED, FORBIDDEN] = [400, 403];

describe('media of many checks', () => {
  it('go together once nothing more is being read', async () => {
    const { expect: announce, check, requests } = await sender();
    announce('b');
    const first = check('a');
    await Promise.resolve();
    expect(requests).toEqual([]);
    await Promise.all([first, check('b')]);
    expect(requests).toEqual([['a', 'b']]);
  });

  it('go as soon as a request is full, by number and by size', async () => {
    const byNumber = await sender();
    const { maxItems } = ENDPOINTS.image.together;
    await Promise.all(Array.from({ length: maxItems + 1 }, (_, index) => byNumber.check(`${index}`)));
    expect(byNumber.requests.map(({ length }) => length).sort()).toEqual([1, maxItems]);
    const bySize = await sender();
    const sizeBytes = BATCH_LIMIT_BYTES * 0.4;
    await Promise.all(['a', 'b', 'c'].map((name) => bySize.check(name, { sizeBytes })));
    expect(bySize.requests.map(({ length }) => length).sort()).toEqual([1, 2]);
  });

  it('go once there are enough for the first answers, and from then on when nothing more is being read', async () => {
    const { expect: announce, check, requests } = await sender();
    const names = Array.from({ length: 25 }, (_, index) => `${index}`);
    for (const name of names) announce(name);
    const first = names.slice(0, SEND_POLICY.firstTogether).map((name) => check(name));
    await Promise.all(first);
    expect(requests).toEqual([names.slice(0, SEND_POLICY.firstTogether)]);
    await Promise.all(names.slice(SEND_POLICY.firstTogether).map((name) => check(name)));
    expect(requests.slice(1)).toEqual([names.slice(SEND_POLICY.firstTogether)]);
  });

  it('go alone where one is larger than a whole request', async () => {
    const { check, requests, singles } = await sender();
    await check('very large', { sizeBytes: BATCH_LIMIT_BYTES });
    expect({ requests, singles }).toEqual({ requests: [], singles: ['very large'] });
  });

  it('are split until the culprit stands alone', async () => {
    const { check, requests } = await sender({ refuses: (names) => (names.includes('bad') ? REFUSED : undefined) });
    const names = ['a', 'b', 'c', 'bad', 'e', 'f', 'g', 'h'];
    const ends = await Promise.allSettled(names.map((name) => check(name)));
    expect(ends.map(({ status }) => status)).toEqual(names.map((name) => (name === 'bad' ? 'rejected' : 'fulfilled')));
    expect(requests.length).toBeLessThanOrEqual(7);
  });

  it('have no place any more once their request was refused, until they are in another', async () => {
    const second = Promise.withResolvers<void>();
    const { check, places, requests } = await sender({
      waits: [Promise.resolve(), second.promise],
      refuses: (names) => (names.length > 1 ? REFUSED : undefined),
    });
    const both = [check('a'), check('b')];
    await expect.poll(() => requests).toEqual([['a', 'b']]);
    await expect.poll(() => [...places.values()]).toEqual([undefined, undefined]);
    second.resolve();
    await Promise.all(both);
    expect([...places.values()]).toMatchObject([{ size: 1 }, { size: 1 }]);
  });

  it('fail one by one where the service answers some, and all where it fails', async () => {
    const some = await sender({ judge: (name) => (name === 'b' ? {} : { isAI: true }) });
    const ends = await Promise.allSettled(['a', 'b'].map((name) => some.check(name)));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const none = await sender({ refuses: () => 500 });
    const all = await Promise.allSettled(['a', 'b'].map((name) => none.check(name)));
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(none.requests).toEqual([1, 2, 3, 4].map(() => ['a', 'b'])); // The same, three times more.
  });

  it('go one by one without the permission, known before or by a 403', async () => {
    for (const parts of [{ isPermitted: false }, { refuses: () => FORBIDDEN }]) {
      const { check, singles, places } = await sender(parts);
      await Promise.all(['a', 'b'].map((name) => check(name)));
      expect(singles.sort()).toEqual(['a', 'b']);
      expect([...places.values()].filter((place) => place)).toEqual([]);
    }
  });

  it('that are cancelled are not sent, and do not keep the others', async () => {
    const { expect: announce, check, requests } = await sender();
    announce('c');
    const stop = new AbortController();
    const cancelled = check('a', { signal: stop.signal }).catch(() => 'cancelled');
    const other = check('b');
    stop.abort();
    expect(await cancelled).toBe('cancelled');
    await check('c');
    await other;
    expect(requests).toEqual([['b', 'c']]);
  });

  it('that are cancelled while their request waits are not sent, and the others have places without them', async () => {
    const gate = Promise.withResolvers<void>();
    const { check, requests, places, signals } = await sender({ waits: [gate.promise] });
    const stop = new AbortController();
    const cancelled = check('a', { signal: stop.signal }).catch(() => 'cancelled');
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
    const { check, requests, signals } = await sender({ waits: [gate.promise] });
    const stops = [new AbortController(), new AbortController()];
    const cancelled = stops.map(({ signal }, index) => check(`${index}`, { signal }).catch(() => 'cancelled'));
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
  async function follower() {
    const followed: { readonly id: string; readonly watch: JobWatch }[] = [];
    const answered = Promise.withResolvers<UploadOutcome>();
    const made = await sender({
      resume(id, watch) {
        followed.push({ id, watch });
        watch.signal?.addEventListener('abort', () => answered.resolve({ failure: 'aborted' }));
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
    const { resume, followed, answered, progress } = await follower();
    const both = [resume('a', 1), resume('b', 0)];
    await expect.poll(() => followed).toHaveLength(1);
    followed[0]?.watch.onProgress?.(1);
    answered.resolve(answer(200, { batch_results: [{ isAI: false }, { isAI: true }] }));
    expect(await Promise.all(both)).toEqual([AI, { isAi: false }]);
    expect(followed.map(({ id }) => id)).toEqual(['job']);
    expect(progress).toEqual(['a', 'b']);
  });

  it('is stopped when all its checks are cancelled, and not before', async () => {
    const { resume, followed } = await follower();
    const stops = [new AbortController(), new AbortController()];
    const ends = stops.map(({ signal }, position) => resume('a', position, signal).catch(() => 'cancelled'));
    await expect.poll(() => followed).toHaveLength(1);
    stops[0]?.abort();
    expect(await ends[0]).toBe('cancelled');
    expect(followed[0]?.watch.signal?.aborted).toBe(false);
    stops[1]?.abort();
    expect(await ends[1]).toBe('cancelled');
    expect(followed[0]?.watch.signal?.aborted).toBe(true);
  });

  it('is not stopped while one of its checks may still come, and is where none does', async () => {
    const { resume, followed, expect: announce, arrived } = await follower();
    for (const name of ['a', 'b']) announce(name);
    const stop = new AbortController();
    const end = resume('a', 0, stop.signal).catch(() => 'cancelled');
    await expect.poll(() => followed).toHaveLength(1);
    stop.abort();
    await end;
    arrived('a');
    expect(followed[0]?.watch.signal?.aborted).toBe(false);
    arrived('b'); // It went away without a word: its page's check was cancelled.
    expect(followed[0]?.watch.signal?.aborted).toBe(true);
  });
});
