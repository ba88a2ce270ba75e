import background from '../../../entrypoints/background/index.ts';
import { speakEnglish } from '../../unit/english.ts';
import { createImageBitmap, OffscreenCanvas } from './drawing.ts';
import { loopbackFetch } from './loopback-fetch.ts';
import { LoopbackXhr } from './loopback-xhr.ts';
import { MetadataWorkerInNode } from './metadata-worker-in-node.ts';
import { VIDEO_WORKER, VideoWorkerInNode } from './video-worker-in-node.ts';

/** Called as the constructor that it stands in for. */
function workerInNode(script: string): MetadataWorkerInNode | VideoWorkerInNode {
  return script === VIDEO_WORKER ? new VideoWorkerInNode() : new MetadataWorkerInNode();
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
    Worker: workerInNode,
  });
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
  await background.main();
}
