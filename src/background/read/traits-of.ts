import type { ImageTraits } from '../../core/check/read-report.ts';
import { logFault } from '../../core/log.ts';
import { isFlat } from './is-flat.ts';
import { jpegQuality } from './jpeg-quality.ts';
import { webpQuality } from './webp-quality.ts';

/** How strongly a file is compressed, by its bytes; `type` is its true MIME type. Never rejects: what cannot be measured is left out. */
export async function compressionOf(file: Blob): Promise<ImageTraits> {
  const isJpeg = file.type === 'image/jpeg';
  const quality = await (isJpeg ? jpegQuality : webpQuality)(file).catch(logFault);
  return quality === undefined ? {} : { [isJpeg ? 'jpegQuality' : 'webpQuality']: quality };
}

/** What is measured of an image as it is decoded. Never throws, either. */
export function looksTraitsOf(decoded: ImageBitmap): ImageTraits {
  const { width, height } = decoded;
  let flat: boolean | undefined;
  try {
    flat = isFlat(decoded);
  } catch (error) {
    logFault(error);
  }
  return { width, height, ...(flat !== undefined && { isFlat: flat }) };
}
