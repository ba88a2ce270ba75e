import { type CheckRecord, checkRecordSchema } from '../check/check-record.ts';
import { isLocalFile, type LocalFile, type PageMedia } from '../check/media-reference.ts';

/** A check as it lies in the history: its thumbnail apart, so that a list reads no Blobs; and what is looked up. */
export type StoredCheck = Omit<CheckRecord, 'thumbnail'> & { readonly indexed: IndexedFields };

/** What the indexes need beside the check's own fields. */
export interface IndexedFields {
  /** What frames of a video come to depends on the inconclusive band, and is reckoned anew each time. */
  readonly outcome: 'ai' | 'not-ai' | 'frames' | 'failed';
  /** From 0 to 1; `NO_LIKELIHOOD` where no number is known, since an index leaves out what has no key. */
  readonly likelihood: number;
  /** The web address whose file was sent. Left out where what was sent is not that file, or not all of the address is kept. */
  readonly address?: string;
  /** When BitMind gave the verdict; epoch milliseconds. Left out where there is none. */
  readonly answeredAt?: number;
}

/**
 * Where and when a check was, as it lies in the history beside it: what headings and searches need of 50,000 results, a tenth of all that
 * is kept of them.
 */
export interface StoredPlace {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly media: Pick<LocalFile, 'fileName'> | Pick<PageMedia, 'pageUrl' | 'frameUrl' | 'url'>;
}

/** The place of a check. The text of a `data:` address is the picture itself, and left out. */
export function placeOf({ id, startedAt, media }: Pick<CheckRecord, 'id' | 'startedAt' | 'media'>): StoredPlace {
  if (isLocalFile(media)) return { id, startedAt, media: { fileName: media.fileName } };
  const { pageUrl, frameUrl, url } = media;
  const told = url !== undefined && !url.startsWith('data:');
  return { id, startedAt, media: { pageUrl, ...(frameUrl !== undefined && { frameUrl }), ...(told && { url }) } };
}

/** Sorts before every likelihood. */
export const NO_LIKELIHOOD = -1;

/** A stored check, parsed; undefined for what does not look like one (any more). */
export function parseStoredCheck(stored: unknown): CheckRecord | undefined {
  const parsed = checkRecordSchema.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
}
