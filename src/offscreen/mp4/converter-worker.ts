import { errorDataOf } from '../../core/errors/app-error.ts';
import type { FromJob, VideoToConvert } from '../../core/protocol/document-work.ts';
import { toMp4 } from './to-mp4.ts';

/** Converts the one video that it is sent, for whoever asked (convert-in-worker.ts), and is ended then. */
export function startConverter(): void {
  const tell = (message: FromJob<'convertVideo'>) => postMessage(message);
  globalThis.onmessage = ({ data }: MessageEvent<VideoToConvert>) => {
    toMp4(data, (fraction) => tell({ type: 'progress', fraction })).then(
      (result) => tell({ type: 'done', result }),
      (error: unknown) => tell({ type: 'failed', error: errorDataOf(error) }),
    );
  };
}
