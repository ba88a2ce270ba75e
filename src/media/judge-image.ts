import { AppError } from '../errors/app-error.ts';
import { SNIFF_BYTES, sniff } from './sniff.ts';

/** What the service takes. */
export interface ImageLimits {
  readonly types: readonly string[];
  readonly maxBytes: number;
}

/**
 * Judges what was read before anything is sent: a picture, of a format the service takes, of a size it takes. Gives the
 * same bytes under their true type; the declared one is never believed.
 */
export async function judgeImage(read: Blob, limits: ImageLimits): Promise<Blob> {
  if (read.size > limits.maxBytes) {
    throw new AppError({ code: 'too-large', limitBytes: limits.maxBytes, sizeBytes: read.size });
  }
  const head = new Uint8Array(await read.slice(0, SNIFF_BYTES).arrayBuffer());
  const found = sniff(head);
  if (!found?.isPicture) throw new AppError({ code: 'not-a-picture', ...(found && { found: found.name }) });
  if (!limits.types.includes(found.type)) throw new AppError({ code: 'format-unsupported', format: found.name });
  return read.slice(0, read.size, found.type);
}
