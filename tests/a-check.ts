import type { CheckRecord } from '../src/core/check/check-record.ts';
import type { PageMedia } from '../src/core/check/media-reference.ts';
import type { ReadReport } from '../src/core/check/read-report.ts';

/** What is told of a check in a page beside what every one has. */
interface Told extends Partial<Omit<CheckRecord, 'media' | 'read'>> {
  readonly media?: Partial<PageMedia>;
  readonly read?: Partial<ReadReport>;
}

/** A check that has ended, of an image in a page; it has failed unless it has a verdict, or something in the place of one. */
export function aCheck(id: string, startedAt: number, { media, read, ...told }: Told = {}): CheckRecord {
  const isDone = (told.verdict ?? told.frames ?? told.unjudged) !== undefined;
  return {
    id,
    state: isDone ? 'done' : 'failed',
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
    ...(!isDone && !told.error && { error: { code: 'media-gone' } as const }),
    ...(read && { read: { method: 'page', type: 'image/jpeg', sizeBytes: 1_000, sha256: `hash of ${id}`, ...read } }),
    ...told,
  };
}
