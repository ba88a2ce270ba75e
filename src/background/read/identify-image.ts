import { AppError } from '../../core/errors/app-error.ts';
import { SNIFF_BYTES, type SniffedType, sniff } from '../../core/media/sniff.ts';
import { IMAGE_LIMIT_BYTES, SERVICE_IMAGE_TYPES } from '../service/endpoints.ts';
import { isAnimatedPng } from './is-animated.ts';

/** What was read, by its own bytes. */
export interface IdentifiedImage {
  readonly found: SniffedType;
  /** The same bytes under their true type; the declared one is never believed. */
  readonly original: Blob;
  /** The service takes it as it is. */
  readonly isTaken: boolean;
}

/** Formats that no browser decodes. */
const NEVER_DECODED = ['image/heic'];

/** An animated PNG begins as any PNG does. The service would judge a frame without saying which. */
const APNG: SniffedType = { type: 'image/apng', name: 'APNG', isPicture: true };

/** Names what was read by its first bytes. Throws for what is no picture, too large, or of a format nothing can be done with. */
export async function identifyImage(read: Blob): Promise<IdentifiedImage> {
  requireSize(read);
  const found = sniff(new Uint8Array(await read.slice(0, SNIFF_BYTES).arrayBuffer()));
  if (!found?.isPicture) throw new AppError({ code: 'not-a-picture', ...(found && { found: found.name }) });
  if (NEVER_DECODED.includes(found.type)) throw new AppError({ code: 'format-unsupported', format: found.name });
  const original = read.slice(0, read.size, found.type);
  if (found.type === 'image/png' && (await isAnimatedPng(read))) return { found: APNG, original, isTaken: false };
  return { found, original, isTaken: SERVICE_IMAGE_TYPES.includes(found.type) };
}

/** Throws `too-large` for more bytes than the service takes. */
export function requireSize({ size }: Pick<Blob, 'size'>): void {
  if (size > IMAGE_LIMIT_BYTES)
    throw new AppError({ code: 'too-large', limitBytes: IMAGE_LIMIT_BYTES, sizeBytes: size });
}
