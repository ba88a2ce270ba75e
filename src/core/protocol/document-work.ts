import type { FileMetadataRead } from '../media/file-metadata.ts';

/** What the worker that reads metadata is asked. */
export interface FileMetadataRequest {
  readonly file: Blob;
  /** PEM text of an administrator's, beside the trust list; may be empty. */
  readonly moreAnchors: string;
  /** Content Credentials that the file says are kept elsewhere may be fetched there. */
  readonly fetchesRemote: boolean;
}

/** A video in a container the service takes. */
export interface ConvertedVideo {
  readonly video: Blob;
  /** Its pictures were coded anew: what is judged are no longer the very same pictures. */
  readonly isReencoded: boolean;
}

/** How a conversion is followed and ended. */
export interface ConversionWatch {
  /** Ends it at once; the call then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told now and then how much is done, from 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * What a service worker cannot do, since it has no document or ends too soon: the offscreen document does it (Chromium), or the
 * background itself, which is an event page (Firefox).
 */
export interface DocumentWork {
  /** What a file says about itself; undefined where that could not be read. */
  readFileMetadata(request: FileMetadataRequest): Promise<FileMetadataRead | undefined>;
  /** An SVG image as PNG, at its own size. Throws `damaged-picture` for what is none. */
  rasterise(svg: Blob): Promise<Blob>;
  /** Puts a video into an MP4. `name` is its container's. */
  convertVideo(file: Blob, name: string, watch: ConversionWatch): Promise<ConvertedVideo>;
}
