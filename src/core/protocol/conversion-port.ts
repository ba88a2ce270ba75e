import type { ErrorData } from '../errors/error-data.ts';
import type { ConvertedVideo } from './document-work.ts';

// The port between the background and the offscreen document for one conversion: it ends when either closes the port.

export const CONVERSION_PORT_PREFIX = 'convert-video';

/** From the background, once. `name` is the container's. */
export interface ToConverter {
  readonly file: Blob;
  readonly name: string;
}

/** From the offscreen document. */
export type FromConverter =
  | { readonly type: 'progress'; readonly fraction: number }
  | { readonly type: 'done'; readonly converted: ConvertedVideo }
  | { readonly type: 'failed'; readonly error: ErrorData };
