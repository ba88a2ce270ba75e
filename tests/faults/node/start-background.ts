import background from '../../../entrypoints/background/index.ts';
import type { FileMetadataRead } from '../../../src/core/media/file-metadata.ts';
import { speakEnglish } from '../../unit/english.ts';
import { createImageBitmap, OffscreenCanvas } from './drawing.ts';
import { loopbackFetch } from './loopback-fetch.ts';
import { LoopbackXhr } from './loopback-xhr.ts';

/** The worker that reads what a file says about itself: it finds nothing in any. */
class SilentMetadataWorker {
  onmessage?: (event: { readonly data: FileMetadataRead }) => void;

  postMessage(): void {
    const fileMetadata: FileMetadataRead['fileMetadata'] = { credentials: { state: 'none' }, notes: [], facts: {} };
    queueMicrotask(() => this.onmessage?.({ data: { fileMetadata } }));
  }

  terminate(): void {}
}

/** Starts the extension's background as Firefox does, in an event page: it does itself what Chromium's leaves to a document. */
export async function startBackground(): Promise<void> {
  speakEnglish();
  Object.assign(globalThis, {
    document: {},
    fetch: loopbackFetch,
    XMLHttpRequest: LoopbackXhr,
    createImageBitmap,
    OffscreenCanvas,
    Worker: SilentMetadataWorker,
  });
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
  await background.main();
}
