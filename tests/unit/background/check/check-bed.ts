import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createCheckStore } from '../../../../src/background/check/check-store.ts';
import type { ReadMedia, ReadOptions, ReadOutcome } from '../../../../src/background/read/read-outcome.ts';
import type { mediaSender } from '../../../../src/background/service/media-sender.ts';
import type { CheckRecord, CheckState } from '../../../../src/core/check/check-record.ts';
import type { MediaKind, PageMedia } from '../../../../src/core/check/media-reference.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import { logFault } from '../../../../src/core/log.ts';
import type { FileMetadata } from '../../../../src/core/media/file-metadata.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { useFreshDatabase } from '../store/fresh-database.ts';

export const NOW = Date.now();

/** Of the image that is read, where nothing else is said. */
export const SHA256 = createHash('sha256')
  .update(await tinyJpeg().bytes())
  .digest('hex');

export const MEDIA: PageMedia = {
  kind: 'image',
  pointedBy: 'menu',
  url: 'https://cdn.example/a.jpg',
  pageUrl: 'https://page.example/',
  tabId: 1,
  frameId: 0,
  isPrivate: false,
};

/** The same of a private network, in a private window. */
export const INTRANET: PageMedia = { ...MEDIA, url: 'http://intranet.local/a.jpg', isPrivate: true };

export const INTRANET_PHOTOGRAPH = 'http://intranet.local/photograph.jpg';

export const NO_FILE_METADATA: FileMetadata = { credentials: { state: 'none' }, notes: [], facts: {} };

/** What the desk asks of the way to the service. */
export type SeveralSender = Pick<
  Awaited<ReturnType<typeof mediaSender>>,
  'host' | 'check' | 'resume' | 'checkSeveral' | 'resumeSeveral'
>;

/** A service that gives no answer to anything. */
export const SILENT: SeveralSender = {
  host: 'enterprise.bitmind.ai',
  check: () => Promise.reject(new AppError({ code: 'interrupted' })),
  resume: () => Promise.reject(new AppError({ code: 'interrupted' })),
  checkSeveral: () => Promise.reject(new AppError({ code: 'interrupted' })),
  resumeSeveral: () => Promise.reject(new AppError({ code: 'interrupted' })),
};

/** What lies beyond the desk: the page and its media, and the service. */
export interface Beyond {
  locate: typeof import('../../../../src/background/read/locate-media.ts').locateMedia;
  readMedia(check: CheckRecord, options: ReadOptions): Promise<ReadOutcome>;
  readScreen(check: CheckRecord): Promise<ReadMedia>;
  readFileMetadata(id: string, file: Blob): Promise<FileMetadata>;
  sender(kind: MediaKind): Promise<SeveralSender>;
}

/** What the disk of the browser holds. */
export const bed: { disk: CheckRecord[] } = { disk: [] };
let beyond: Beyond;
let createCheckContext: typeof import('../../../../src/background/check/check-context.ts').createCheckContext;
let createCheckDesk: typeof import('../../../../src/background/check/check-desk.ts').createCheckDesk;

const BACKGROUND = '../../../../src/background';

/** Has the desk of each test stand before what `desk` is given, on a disk of its own. */
export function useCheckDesk(): void {
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
    bed.disk = [];
  });
}

/** A desk as a background builds it; a second one is what a restarted background has. */
export function desk(parts: Partial<Beyond> = {}) {
  const own = bed.disk; // What a file says may come after a test has ended.
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

/** Something clear over a photograph of a private network; what is read of them is noted in `read`. */
export const overPhotograph = (read: string[]): Partial<Beyond> => ({
  locate: async ({ media }) => ({ media: read.length > 0 ? { ...media, url: INTRANET_PHOTOGRAPH } : media }),
  async readMedia({ media }) {
    const url = 'url' in media ? (media.url ?? '') : '';
    read.push(url);
    return url === MEDIA.url ? { isSeenThrough: true } : { prepared: { image: tinyJpeg() }, method: 'page' };
  },
});
