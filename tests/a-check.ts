import type { CheckRecord, ReadReport } from '../src/check/check-record.ts';
import type { PageMedia } from '../src/check/media-reference.ts';

/** What is told of a check in a page beside what every one has. */
interface Told extends Partial<Omit<CheckRecord, 'media' | 'read'>> {
  readonly media?: Partial<PageMedia>;
  readonly read?: Partial<ReadReport>;
}

/** A check that has ended, of an image in a page; without a verdict it has failed. */
export function aCheck(id: string, startedAt: number, { media, read, ...told }: Told = {}): CheckRecord {
  return {
    id,
    state: told.verdict ? 'done' : 'failed',
    media: {
      kind: 'image',
      pointedBy: 'menu',
      url: `https://cdn.example/${id}.jpg`,
      pageUrl: 'https://news.example/story',
      tabId: 1,
      frameId: 0,
      isPrivate: false,
      ...media,
    },
    fromScreen: false,
    startedAt,
    endedAt: startedAt + 1,
    ...(!told.verdict && !told.error && { error: { code: 'media-gone' } as const }),
    ...(read && { read: { method: 'page', type: 'image/jpeg', sizeBytes: 1_000, sha256: `hash of ${id}`, ...read } }),
    ...told,
  };
}
