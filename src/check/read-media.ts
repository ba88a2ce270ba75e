import type { FileMarks } from '../media/marks/file-marks.ts';
import type { ReadMedia } from './check-desk-parts.ts';
import type { CheckRecord, ReadReport } from './check-record.ts';

/** What is sent of what was read. */
export function bodyOf({ prepared }: ReadMedia): Blob {
  return 'video' in prepared ? prepared.video : prepared.image;
}

/** What reading gave, as it is shown and kept. */
export function reportOf(read: ReadMedia, sha256: string): ReadReport {
  const { method, isPartial, range, prepared } = read;
  const { type, size: sizeBytes } = bodyOf(read);
  const isFirstFrame = 'isFirstFrame' in prepared && prepared.isFirstFrame;
  return {
    ...{ method, type, sizeBytes, sha256 },
    ...(isPartial && { isPartial }),
    ...(range && { range }),
    ...(prepared.convertedFrom !== undefined && { convertedFrom: prepared.convertedFrom }),
    ...(isFirstFrame && { isFirstFrame }),
  };
}

/** The small picture of what was read, where there is one. */
export function thumbnailOf({ prepared }: ReadMedia): Pick<CheckRecord, 'thumbnail'> {
  const thumbnail = 'thumbnail' in prepared ? prepared.thumbnail : undefined;
  return thumbnail ? { thumbnail } : {};
}

/** The original file of what was read; or why there is none that could say anything about itself. */
export function fileOf(read: ReadMedia): Blob | Extract<FileMarks, { unread: unknown }> {
  const { method, prepared } = read;
  if (method === 'clip') return { unread: 'stream' };
  if (method === 'pixels' || method === 'screen') return { unread: 'not-original' };
  return prepared.original ?? bodyOf(read);
}
