import type { ReadMedia } from './check-desk-parts.ts';
import type { ReadReport } from './check-record.ts';

/** What is kept of a reading: `body` is what is to be sent. */
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
    ...('isReencoded' in prepared && prepared.isReencoded && { isReencoded: true }),
    ...(isFirstFrame && { isFirstFrame }),
  };
}

/** What is sent: frames as one, which is never made of them but for its digest. */
export function bodyOf(prepared: ReadMedia['prepared']): Blob {
  if ('video' in prepared) return prepared.video;
  if ('image' in prepared) return prepared.image;
  const images = prepared.frames.map(({ image }) => image);
  return new Blob(images, { type: images[0]?.type ?? '' });
}
