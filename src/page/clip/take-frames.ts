import { type LookedAt, takeInSlots } from '../../core/media/frame-slots.ts';
import type { FrameInPage, FramesRead, VideoLook } from '../../core/media/page-media.ts';
import { sampleFrame } from '../../core/media/sample-frame.ts';
import { isCanvasExact } from '../read/exact-canvas.ts';

/** Looks closer to each other than this would slow the page, in milliseconds. */
const LEAST_PAUSE_MS = 40;

/**
 * Takes frames of what is playing by canvas, without touching its playback, spread over some seconds. What may not be read
 * (another origin without its leave), or not exactly (noise against fingerprinting), is a value: the screen is left.
 */
export async function takeFrames(
  video: HTMLVideoElement,
  seconds: number,
  count: number,
  signal: AbortSignal,
): Promise<FramesRead> {
  if (video.mediaKeys) return { refused: 'protected' };
  if (!isPlaying(video)) return { refused: 'paused' };
  if (!isReadable(video) || !(await isCanvasExact())) return { refused: 'unsupported' };
  const taken = await takeInSlots<FrameInPage>({
    forMs: seconds * 1_000,
    count,
    leastPauseMs: LEAST_PAUSE_MS,
    look: async () => (isPlaying(video) ? look(video) : undefined),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: () => performance.now(),
    signal,
  });
  if ('refused' in taken) return taken;
  return { ...taken, ...durationOf(video) };
}

/** Where a video is, for frames that are taken of the screen. */
export function lookAtVideo(video: HTMLVideoElement): VideoLook {
  if (video.mediaKeys) return { refused: 'protected' };
  if (!isPlaying(video)) return { refused: 'paused' };
  return { atSeconds: video.currentTime, ...durationOf(video) };
}

/** The frame is held in a canvas at once; only its file is made later. */
function look(video: HTMLVideoElement): LookedAt<FrameInPage> {
  const atSeconds = video.currentTime;
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return {
    ...sampleFrame(canvas),
    take: async () => ({ blob: await canvas.convertToBlob({ type: 'image/png' }), atSeconds }),
  };
}

function isReadable(video: HTMLVideoElement): boolean {
  try {
    sampleFrame(video);
    return true;
  } catch {
    return false; // SecurityError.
  }
}

function isPlaying(video: HTMLVideoElement): boolean {
  return (
    !video.paused && !video.ended && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0
  );
}

/** Nothing for what has no end. */
function durationOf({ duration }: HTMLVideoElement): { readonly durationSeconds?: number } {
  return Number.isFinite(duration) ? { durationSeconds: duration } : {};
}
