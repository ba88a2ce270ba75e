import type { FileMarks } from '../media/marks/file-marks.ts';
import type { CheckDeskParts, ReadMedia } from './check-desk-parts.ts';
import type { CheckRecord } from './check-record.ts';
import { bodyOf } from './read-report.ts';

/** The small picture of what was read, where there is one. */
export function thumbnailOf({ prepared }: ReadMedia): Pick<CheckRecord, 'thumbnail'> {
  const thumbnail = 'thumbnail' in prepared ? prepared.thumbnail : undefined;
  return thumbnail ? { thumbnail } : {};
}

/** What the original file says about itself; pixels, clips and frames are none. Never rejects. */
export async function marksOf(
  id: string,
  { method, prepared }: ReadMedia,
  { readMarks }: Pick<CheckDeskParts, 'readMarks'>,
): Promise<FileMarks> {
  if (method === 'clip' || 'frames' in prepared) return { unread: 'stream' };
  if (method === 'pixels' || method === 'screen') return { unread: 'not-original' };
  return readMarks(id, prepared.original ?? bodyOf(prepared));
}
