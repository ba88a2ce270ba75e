import { errorDataOf } from '../../core/errors/app-error.ts';
import type { FromJob, ToVideoWorker, VideoJob } from '../../core/protocol/document-work.ts';
import { cutClips } from './cut-clips.ts';
import { toMp4 } from './to-mp4.ts';

/** Does the one thing with a video that it is asked by whoever started it (convert-in-worker.ts), and is ended then. */
export function startConverter(): void {
  globalThis.onmessage = ({ data }: MessageEvent<ToVideoWorker>) =>
    workOnVideo(data, (message) => postMessage(message));
}

/** Does that, and tells how far it is and what came of it. */
export function workOnVideo([name, order]: ToVideoWorker, tell: (message: FromJob<VideoJob>) => void): void {
  const onProgress = (fraction: number) => tell({ type: 'progress', fraction });
  const work = name === 'cutVideo' ? cutClips(order, onProgress) : toMp4(order, onProgress);
  work.then(
    (result) => tell({ type: 'done', result }),
    (error: unknown) => tell({ type: 'failed', error: errorDataOf(error) }),
  );
}
