import type { ReadMedia } from './check-desk-parts.ts';
import type { ReadReport } from './check-record.ts';

/** What the record keeps of what was read; `body` is what is sent, and `sha256` its digest. */
export function reportOf(read: ReadMedia, body: Blob, sha256: string): ReadReport {
  const { method, isPartial, range, validators, prepared } = read;
  const convertedFrom = 'convertedFrom' in prepared ? prepared.convertedFrom : undefined;
  const isFirstFrame = 'isFirstFrame' in prepared && prepared.isFirstFrame;
  const frameSeconds = 'frames' in prepared ? prepared.frames.map(({ atSeconds }) => atSeconds) : undefined;
  return {
    method,
    type: body.type,
    sizeBytes: body.size,
    sha256,
    ...(isPartial && { isPartial }),
    ...(range && { range }),
    ...(validators && { validators }),
    ...(frameSeconds && { frameSeconds }),
    ...(convertedFrom !== undefined && { convertedFrom }),
    ...(isFirstFrame && { isFirstFrame }),
  };
}

/** What is sent: frames as one, which is never made of them but for its digest. */
export function bodyOf(prepared: ReadMedia['prepared']): Blob {
  if ('video' in prepared) return prepared.video;
  if ('image' in prepared) return prepared.image;
  return new Blob(
    prepared.frames.map(({ image }) => image),
    { type: prepared.frames[0]?.image.type ?? '' },
  );
}
