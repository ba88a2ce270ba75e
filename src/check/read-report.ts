import type { ReadMedia } from './check-desk-parts.ts';
import type { ReadReport } from './check-record.ts';

/** What is kept of a reading: `body` is what is to be sent. */
export function reportOf(read: ReadMedia, body: Blob, sha256: string): ReadReport {
  const { method, isPartial, range, validators, prepared } = read;
  const { convertedFrom } = prepared;
  const isFirstFrame = 'isFirstFrame' in prepared && prepared.isFirstFrame;
  return {
    method,
    type: body.type,
    sizeBytes: body.size,
    sha256,
    ...(isPartial && { isPartial }),
    ...(range && { range }),
    ...(validators && { validators }),
    ...(convertedFrom !== undefined && { convertedFrom }),
    ...(isFirstFrame && { isFirstFrame }),
  };
}
