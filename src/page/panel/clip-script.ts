import type { ClipRefusal } from '../../core/media/page-media.ts';
import type { ToClipScript } from '../../core/protocol/protocol.ts';
import { receiveFromBackground } from '../../core/protocol/receive-in-page.ts';
import { recordClip } from '../clip/record-clip.ts';
import { lookAtVideo, takeFrames } from '../clip/take-frames.ts';
import { checkFinder, claimFrame } from '../shared/between-scripts.ts';

/** Records clips of what is playing in this frame, or takes frames of it, on the background's word. */
export function startClipScript(): void {
  if (!claimFrame('clip')) return;
  const recording = new Map<string, AbortController>();

  /** Does something with a check's video that can be stopped. */
  async function withVideo<T>(
    checkId: string,
    use: (video: HTMLVideoElement, signal: AbortSignal) => T | Promise<T>,
  ): Promise<T | { readonly refused: ClipRefusal }> {
    const video = checkFinder()?.elementOf(checkId);
    if (!(video instanceof HTMLVideoElement)) return { refused: 'gone' };
    const controller = new AbortController();
    recording.set(checkId, controller);
    try {
      return await use(video, controller.signal);
    } finally {
      recording.delete(checkId);
    }
  }

  receiveFromBackground<ToClipScript>({
    recordClip: ({ checkId, seconds }) => withVideo(checkId, (video, signal) => recordClip(video, seconds, signal)),
    takeFrames: ({ checkId, seconds, count }) =>
      withVideo(checkId, (video, signal) => takeFrames(video, seconds, count, signal)),
    seekVideo: ({ checkId, seconds }) =>
      withVideo(checkId, (video) => {
        video.currentTime = seconds;
      }),
    lookAtVideo: ({ checkId }) => withVideo(checkId, lookAtVideo),
    stopClip({ checkId }) {
      recording.get(checkId)?.abort();
    },
  });
}
