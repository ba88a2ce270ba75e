import type { CheckRecord } from '../../core/check/check-record.ts';
import type { ReadReport } from '../../core/check/read-report.ts';
import type { FileMetadata } from '../../core/media/file-metadata.ts';
import { type Owner, ownerOf } from '../at-most.ts';
import { oneAfterOther } from '../one-after-other.ts';
import { readFileMetadata } from '../read/read-metadata.ts';
import type { PreparedVideo, ReadMedia } from '../read/read-outcome.ts';
import type { CheckContext } from './check-context.ts';

/** What is sent of what was read: frames as one, which is never made of them but for its digest. */
export function bodyOf({ prepared }: ReadMedia): Blob {
  if ('video' in prepared) return prepared.video;
  if ('image' in prepared) return prepared.image;
  return new Blob(
    prepared.frames.map(({ image }) => image),
    { type: prepared.frames[0]?.image.type ?? '' },
  );
}

/** Longer ones are not kept with a check: a server may give an `ETag` of 256 kB to each of its images. Characters. */
const MOST_OF_VALIDATORS = 1_000;

/** What reading gave, as it is shown and kept; `sha256` is the digest of what is sent. */
export function reportOf(read: ReadMedia, sha256: string): ReadReport {
  const { method, isPartial, part, range, validators, prepared } = read;
  const { type, size: sizeBytes } = bodyOf(read);
  const convertedFrom = 'convertedFrom' in prepared ? prepared.convertedFrom : undefined;
  const frameNumber = 'frameNumber' in prepared ? prepared.frameNumber : undefined;
  const isShort = Object.values(validators ?? {}).join('').length <= MOST_OF_VALIDATORS;
  const frameSeconds = 'frames' in prepared ? prepared.frames.map(({ atSeconds }) => atSeconds) : undefined;
  return {
    ...{ method, type, sizeBytes, sha256 },
    ...(isPartial && { isPartial }),
    ...(part && { part }),
    ...(range && { range }),
    ...(frameSeconds && { frameSeconds }),
    ...(validators && isShort && { validators }),
    ...(convertedFrom !== undefined && { convertedFrom }),
    ...('isReencoded' in prepared && prepared.isReencoded && { isReencoded: true }),
    ...(frameNumber !== undefined && { frameNumber }),
    ...('video' in prepared && cutFacts(prepared)),
    ...('traits' in prepared && prepared.traits && { traits: prepared.traits }),
  };
}

/** What has to be known of a video for clips to be cut of it later. */
function cutFacts({ durationSeconds, originalSha256 }: PreparedVideo): Partial<ReadReport> {
  return {
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(originalSha256 !== undefined && { originalSha256 }),
  };
}

/** The small picture of what was read, where there is one. */
export function thumbnailIn({ prepared }: ReadMedia): Pick<CheckRecord, 'thumbnail'> {
  const thumbnail = 'thumbnail' in prepared ? prepared.thumbnail : undefined;
  return thumbnail ? { thumbnail } : {};
}

/** Files of one owner: those of another never wait for hundreds of them. */
const inOrder = oneAfterOther<Owner>();

/** What the original file says about itself; pixels, clips and frames are none. Never rejects. */
export async function fileMetadataOf(
  { manifests, store }: Pick<CheckContext, 'manifests' | 'store'>,
  id: string,
  read: ReadMedia,
): Promise<FileMetadata> {
  const { method, prepared } = read;
  if (method === 'clip' || 'frames' in prepared) return { unread: 'stream' };
  if (method === 'pixels' || method === 'screen') return { unread: 'not-original' };
  const check = store.get(id);
  const owner = check ? ownerOf(check) : id;
  const isPrivate = check?.media.isPrivate ?? true; // Of what was forgotten meanwhile, nothing more is asked.
  return inOrder(owner, () => readFileMetadata(manifests, { id, isPrivate }, prepared.original ?? bodyOf(read)));
}
