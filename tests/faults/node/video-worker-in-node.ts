import type { ToVideoWorker } from '../../../src/core/protocol/document-work.ts';
import { workOnVideo } from '../../../src/offscreen/mp4/converter-worker.ts';

/** The script of the worker for videos. */
export const VIDEO_WORKER = '/convert-video.js';

/** That worker: it does its work beside everything else, and says nothing of it any more once it was ended. */
export class VideoWorkerInNode {
  onmessage?: (event: { readonly data: unknown }) => void;
  #isOver = false;

  postMessage(asked: ToVideoWorker): void {
    workOnVideo(asked, (data) => {
      if (!this.#isOver) this.onmessage?.({ data });
    });
  }

  terminate(): void {
    this.#isOver = true;
  }
}
