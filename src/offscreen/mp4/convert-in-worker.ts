import { AppError } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import type {
  ConvertedVideo,
  DocumentJobs,
  FromJob,
  JobWatch,
  VideoClip,
  VideoJob,
  VideoToConvert,
  VideoToCut,
} from '../../core/protocol/document-work.ts';

/** The worker's script (entrypoints/convert-video.ts): a tenth of a megabyte, which hardly any check needs. */
const SCRIPT = '/convert-video.js';

/** Time without any progress, in milliseconds. A percent of 500 MB takes a tenth of a second to copy, some seconds to code anew. */
const STALL_LIMIT_MS = 60_000;

/** Time for the whole, in milliseconds: a busy machine codes an hour of video anew in half of one. */
const WHOLE_LIMIT_MS = 1_800_000;

/**
 * Puts a video into an MP4. Fails with what the converter says (to-mp4.ts), and with `video-format-unsupported` at a limit.
 */
export function convertInWorker(order: VideoToConvert, watch: JobWatch): Promise<ConvertedVideo> {
  return inWorker('convertVideo', order, watch, { code: 'video-format-unsupported', format: order.name });
}

/** Cuts clips out of a video. Fails with what cut-clips.ts says, and with `video-uncut` at a limit. */
export function cutInWorker(order: VideoToCut, watch: JobWatch): Promise<readonly VideoClip[]> {
  return inWorker('cutVideo', order, watch, { code: 'video-uncut' });
}

/** Works in a worker of its own, which ends with the work: when that is done or fails, when the signal says so, or at the limits. */
async function inWorker<Name extends VideoJob>(
  name: Name,
  order: DocumentJobs[Name]['order'],
  { signal, onProgress }: JobWatch,
  atLimit: ErrorData,
): Promise<DocumentJobs[Name]['result']> {
  signal?.throwIfAborted();
  const worker = new Worker(SCRIPT);
  const listening = new AbortController();
  let stall: ReturnType<typeof setTimeout> | undefined;
  let whole: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<DocumentJobs[Name]['result']>((resolve, reject) => {
      const giveUp = () => reject(new AppError(atLimit));
      const awaitProgress = () => {
        clearTimeout(stall);
        stall = setTimeout(giveUp, STALL_LIMIT_MS);
      };
      signal?.addEventListener('abort', () => reject(signal.reason), { signal: listening.signal });
      worker.onerror = giveUp; // It ran out of memory.
      worker.onmessage = ({ data }: MessageEvent<FromJob<Name>>) => {
        if (data.type === 'done') resolve(data.result);
        else if (data.type === 'failed') reject(new AppError(data.error));
        else if (data.type === 'progress') {
          awaitProgress();
          onProgress?.(data.fraction);
        }
      };
      whole = setTimeout(giveUp, WHOLE_LIMIT_MS);
      awaitProgress();
      worker.postMessage([name, order]);
    });
  } finally {
    clearTimeout(stall);
    clearTimeout(whole);
    listening.abort();
    worker.terminate();
  }
}
