import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createCheckStore } from '../../../../src/background/check/check-store.ts';
import type { ReadMedia, ReadOptions, ReadOutcome } from '../../../../src/background/read/read-outcome.ts';
import type { mediaSender } from '../../../../src/background/service/media-sender.ts';
import type { NotJudged } from '../../../../src/background/service/outcome.ts';
import { rememberAgreed } from '../../../../src/background/store/agreed.ts';
import { type CheckRecord, type CheckState, checkRecordSchema } from '../../../../src/core/check/check-record.ts';
import { isLocalFile, type MediaKind, type PageMedia } from '../../../../src/core/check/media-reference.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import { logFault } from '../../../../src/core/log.ts';
import type { FileMetadata } from '../../../../src/core/media/file-metadata.ts';
import type { Verdict } from '../../../../src/core/service/verdict.ts';
import { aCheck } from '../../../a-check.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { useFreshDatabase } from '../store/fresh-database.ts';

const NOW = Date.now();

/** Of the image that is read, where nothing else is said. */
const SHA256 = createHash('sha256')
  .update(await tinyJpeg().bytes())
  .digest('hex');

const MEDIA: PageMedia = {
  kind: 'image',
  pointedBy: 'menu',
  url: 'https://cdn.example/a.jpg',
  pageUrl: 'https://page.example/',
  tabId: 1,
  frameId: 0,
  isPrivate: false,
};

/** The same of a private network, in a private window. */
const INTRANET: PageMedia = { ...MEDIA, url: 'http://intranet.local/a.jpg', isPrivate: true };

const INTRANET_PHOTOGRAPH = 'http://intranet.local/photograph.jpg';

const NO_FILE_METADATA: FileMetadata = { credentials: { state: 'none' }, notes: [], facts: {} };

/** What the desk asks of the way to the service. */
type SeveralSender = Pick<
  Awaited<ReturnType<typeof mediaSender>>,
  'host' | 'check' | 'resume' | 'checkSeveral' | 'resumeSeveral'
>;

/** A service that gives no answer to anything. */
const SILENT: SeveralSender = {
  host: 'enterprise.bitmind.ai',
  check: () => Promise.reject(new AppError({ code: 'interrupted' })),
  resume: () => Promise.reject(new AppError({ code: 'interrupted' })),
  checkSeveral: () => Promise.reject(new AppError({ code: 'interrupted' })),
  resumeSeveral: () => Promise.reject(new AppError({ code: 'interrupted' })),
};

/** What lies beyond the desk: the page and its media, and the service. */
interface Beyond {
  locate: typeof import('../../../../src/background/read/locate-media.ts').locateMedia;
  readMedia(check: CheckRecord, options: ReadOptions): Promise<ReadOutcome>;
  readScreen(check: CheckRecord): Promise<ReadMedia>;
  readFileMetadata(id: string, file: Blob): Promise<FileMetadata>;
  sender(kind: MediaKind): Promise<SeveralSender>;
}

let disk: CheckRecord[];
let beyond: Beyond;
let createCheckContext: typeof import('../../../../src/background/check/check-context.ts').createCheckContext;
let createCheckDesk: typeof import('../../../../src/background/check/check-desk.ts').createCheckDesk;

const BACKGROUND = '../../../../src/background';

beforeAll(async () => {
  vi.resetModules();
  vi.doMock(`${BACKGROUND}/read/locate-media.ts`, () => ({
    locateMedia: (check: CheckRecord) => beyond.locate(check),
  }));
  vi.doMock(`${BACKGROUND}/read/read-media.ts`, () => ({
    readMedia: (_sources: unknown, check: CheckRecord, options: ReadOptions) => beyond.readMedia(check, options),
    readScreen: (check: CheckRecord) => beyond.readScreen(check),
  }));
  vi.doMock(`${BACKGROUND}/read/read-metadata.ts`, () => ({
    readFileMetadata: (_manifests: unknown, id: string, file: Blob) => beyond.readFileMetadata(id, file),
  }));
  vi.doMock(`${BACKGROUND}/service/media-sender.ts`, () => ({
    mediaSender: (_service: unknown, kind: MediaKind) => beyond.sender(kind),
  }));
  ({ createCheckContext } = await import('../../../../src/background/check/check-context.ts'));
  ({ createCheckDesk } = await import('../../../../src/background/check/check-desk.ts'));
});

afterAll(() => {
  for (const path of ['read/locate-media', 'read/read-media', 'read/read-metadata', 'service/media-sender'])
    vi.doUnmock(`${BACKGROUND}/${path}.ts`);
  vi.resetModules();
});

beforeEach(() => {
  fakeBrowser.reset();
  useFreshDatabase();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  disk = [];
});

/** A desk as a background builds it; a second one is what a restarted background has. */
function desk(parts: Partial<Beyond> = {}) {
  const own = disk; // What a file says may come after a test has ended.
  const storage = {
    getAll: async () => [...own],
    change: async (puts: readonly CheckRecord[], removedIds: readonly string[]) => {
      const changed = new Set([...puts.map(({ id }) => id), ...removedIds]);
      own.splice(0, own.length, ...puts, ...own.filter(({ id }) => !changed.has(id)));
    },
  };
  const states: CheckState[] = [];
  const created = createCheckStore(storage, logFault, Date.now);
  const store: typeof created = {
    ...created,
    put(check) {
      states.push(check.state);
      created.put(check);
    },
  };
  const service: SeveralSender = {
    host: 'enterprise.bitmind.ai',
    async check(_image, { job }) {
      job.onProgress(1);
      return { isAi: true, likelihood: 0.9 };
    },
    async resume() {
      throw new AppError({ code: 'interrupted' });
    },
    async checkSeveral(media, { job }) {
      job.onProgress(1);
      return media.map((_, index) => (index === 1 ? { failed: 'no-answer' } : { isAi: true, likelihood: 0.9 }));
    },
    async resumeSeveral() {
      throw new AppError({ code: 'interrupted' });
    },
  };
  beyond = {
    sender: async () => service,
    locate: async ({ media }) => ({ media }),
    readMedia: async () => ({ prepared: { image: tinyJpeg() }, method: 'page' }),
    readScreen: async () => ({ prepared: { image: tinyJpeg() }, method: 'screen', isPartial: true }),
    readFileMetadata: async () => NO_FILE_METADATA,
    ...parts,
  };
  const context = { ...createCheckContext(fetch, () => NOW), store };
  const kept = () => context.history.latest(9);
  return { ...createCheckDesk(context), ...context, states, sender: service, kept };
}

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

  const overPhotograph = (read: string[]): Partial<Beyond> => ({
    locate: async ({ media }) => ({ media: read.length > 0 ? { ...media, url: INTRANET_PHOTOGRAPH } : media }),
    async readMedia({ media }) {
      const url = 'url' in media ? (media.url ?? '') : '';
      read.push(url);
      return url === MEDIA.url ? { isSeenThrough: true } : { prepared: { image: tinyJpeg() }, method: 'page' };
    },
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
    expect(disk.map((one) => one.id)).toEqual([other.id]);
    expect(await kept()).toEqual([]);
  });

  it('keeps what the file says, which is read while it is sent', async () => {
    const fileMetadata: FileMetadata = {
      credentials: { state: 'none' },
      notes: [{ kind: 'generator', name: 'ComfyUI' }],
      facts: {},
    };
    const order: string[] = [];
    const sent = Promise.withResolvers<void>();
    const service: SeveralSender = {
      ...SILENT,
      check: async () => {
        order.push('sent');
        sent.resolve();
        return { isAi: false };
      },
    };
    const { open, run, store } = desk({
      sender: async () => service,
      readFileMetadata: async () => {
        order.push('metadata begun');
        await sent.promise;
        order.push('metadata read');
        return fileMetadata;
      },
    });
    const { id } = open(MEDIA);
    await run(id);
    await vi.waitFor(() =>
      expect(store.get(id)).toMatchObject({ state: 'done', verdict: { isAi: false }, fileMetadata }),
    );
    expect(order).toEqual(['sent', 'metadata begun', 'metadata read']);
  });

  it('keeps what the file says also when BitMind fails', async () => {
    const { open, run, store } = desk({
      sender: async () => ({
        ...SILENT,
        check: () => Promise.reject(new AppError({ code: 'service-unreachable' })),
        resume: () => Promise.reject(new AppError({ code: 'interrupted' })),
        checkSeveral: async () => [],
        resumeSeveral: async () => [],
      }),
    });
    const { id } = open(MEDIA);
    await run(id);
    expect(store.get(id)).toMatchObject({
      state: 'failed',
      error: { code: 'service-unreachable' },
      fileMetadata: NO_FILE_METADATA,
    });
  });

  it.each([
    ['the file as it was read, where it is sent as it is', { image: tinyJpeg() }, 'page', 'image/jpeg'],
    [
      'the file as it was read, where it is sent as PNG',
      { image: tinyJpeg(), original: new Blob(['GIF'], { type: 'image/gif' }), convertedFrom: 'GIF' },
      'direct',
      'image/gif',
    ],
    ['nothing of pixels', { image: tinyJpeg() }, 'pixels', undefined],
  ] as const)('looks for metadata in %s', async (_what, prepared, method, type) => {
    const looked: Blob[] = [];
    const { open, run, store } = desk({
      readMedia: async () => ({ prepared, method }),
      readFileMetadata: async (_id, file) => {
        looked.push(file);
        return NO_FILE_METADATA;
      },
    });
    const { id } = open(MEDIA);
    await run(id);
    expect(looked.map((file) => file.type)).toEqual(type === undefined ? [] : [type]);
    if (type === undefined) expect(store.get(id)?.fileMetadata).toEqual({ unread: 'not-original' });
  });

  describe('without an account', () => {
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
    const { open, run, agreeToSend, store } = desk({ locate: async () => ({ isAmbiguous: true }) });
    const { id } = open(MEDIA);
    await run(id);
    expect(store.get(id)).toMatchObject({ state: 'asking', question: { kind: 'which-picture' } });
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

  it('says `unexpected` for a fault of this software, and reports it', async () => {
    const { open, run, store } = desk({
      readMedia: async () => {
        throw new TypeError('a fault');
      },
    });
    const { id } = open(MEDIA);
    await run(id);
    expect(store.get(id)?.error).toEqual({ code: 'unexpected' });
    expect(console.error).toHaveBeenCalledWith('Check with BitMind:', 'TypeError', expect.any(String));
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

describe('after the background was ended', () => {
  it.each([
    ['queued', 'done', undefined],
    ['reading', 'done', undefined],
    ['uploading', 'done', undefined],
    ['waiting', 'failed', 'interrupted'],
    ['asking', 'asking', undefined],
    ['done', 'done', undefined],
  ] as const)('a check that was %s is %s', async (before, after, code) => {
    disk = [{ id: 'a', state: before, media: MEDIA, fromScreen: false, startedAt: 1 }];
    const { recover, store } = desk();
    await recover();
    expect(store.get('a')?.state).toBe(after);
    expect(store.get('a')?.error?.code).toBe(code);
  });

  it.each(['uploading', 'waiting'] as const)('the answer to a check that was %s is waited for', async (state) => {
    const read = { method: 'page', type: 'image/jpeg', sizeBytes: 9, sha256: SHA256 } as const;
    disk = [{ id: 'a', state, media: MEDIA, fromScreen: false, startedAt: 1, read }];
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
    disk = [{ id: 'b', state, media: { ...MEDIA, kind: 'video' }, fromScreen: false, startedAt: 1, read: frames }];
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
      disk = [left('a', { state, progress: { batch: { jobId: 'gone', position: 0, size: 2 } } })];
      const { sender } = desk();
      const resume = async () => ({ notJudged: { code: 'service-failed', status: 503 } }) as const;
      const { recover, store } = desk({ sender: async () => ({ ...sender, resume }) });
      await recover();
      expect(store.get('a')).toMatchObject({ state: 'done', verdict: { isAi: true }, restarts: 1 });
      expect(store.get('a')?.progress).toBeUndefined();
      disk = [left('a', { state, restarts: 1 })];
      const third = desk({ sender: async () => ({ ...sender, resume }) });
      await third.recover();
      expect(third.store.get('a')?.error).toEqual({ code: 'service-failed', status: 503 });
    });

    it('is sent anew also as frames', async () => {
      disk = [
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
      disk = [left('a', { state: 'uploading' })];
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
      disk = [left('a'), left('b', { state: 'uploading' })];
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
    disk = [{ id: 'a', state: 'reading', media: MEDIA, fromScreen: false, startedAt: 1, restarts: 1 }];
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

describe('frames of a video', () => {
  const frames = [2, 4, 6].map((atSeconds) => ({ image: tinyJpeg(), atSeconds }));
  const media: PageMedia = { ...MEDIA, kind: 'video' };
  const readMedia = async () => ({ prepared: { frames }, method: 'frames' }) as const;

  it('are sent as images, and those that were answered have a verdict each', async () => {
    const kinds: string[] = [];
    const { sender } = desk();
    const { open, run, store } = desk({
      readMedia,
      sender: async (kind) => {
        kinds.push(kind);
        return sender;
      },
    });
    const { id } = open(media);
    await run(id);
    expect(kinds).toEqual(['video', 'image']);
    const check = store.get(id);
    expect(check).toMatchObject({
      state: 'done',
      read: { method: 'frames', type: 'image/jpeg', sizeBytes: 3 * tinyJpeg().size, frameSeconds: [2, 4, 6] },
      frames: [
        { isAi: true, likelihood: 0.9, atSeconds: 2 },
        { isAi: true, likelihood: 0.9, atSeconds: 6 },
      ],
    });
    expect(check).not.toHaveProperty('verdict');
    expect(checkRecordSchema.parse(check)).toEqual(check);
  });

  it('of which none was answered are an error, in the words of the service', async () => {
    const { sender } = desk();
    const refused = async () => [{ failed: 'refused', detail: 'bad' }, { failed: 'no-answer' }] as const;
    const { open, run, store } = desk({ readMedia, sender: async () => ({ ...sender, checkSeveral: refused }) });
    const { id } = open(media);
    await run(id);
    expect(store.get(id)).toMatchObject({ state: 'failed', error: { code: 'input-refused', detail: 'bad' } });
    expect(store.get(id)).not.toHaveProperty('frames');
  });
});
