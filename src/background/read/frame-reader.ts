import type { PageMedia } from '../../core/check/media-reference.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import { type LookedAt, takeInSlots } from '../../core/media/frame-slots.ts';
import type { ClipRefusal } from '../../core/media/page-media.ts';
import { sampleFrame } from '../../core/media/sample-frame.ts';
import { captureTab } from '../browser/capture-tab.ts';
import { lookAtVideoInPage, takeFramesInPage } from '../page-link/clip-link.ts';
import { whileCapturable } from '../page-link/page-link.ts';
import { BATCH_LIMIT_BYTES } from '../service/endpoints.ts';
import { readPolicy } from '../store/policy.ts';
import { cropScreen } from './crop-screen.ts';
import { withDecoded } from './decode-image.ts';
import type { ReadMedia, TakenFrame } from './read-outcome.ts';
import { thumbnailOf } from './thumbnail-of.ts';

/** Why a playing video was neither recorded nor taken frames of, as errors. */
export const CLIP_ERRORS: Readonly<Record<ClipRefusal, ErrorData>> = {
  paused: { code: 'video-paused' },
  protected: { code: 'video-protected' },
  unsupported: { code: 'video-stream' },
  frozen: { code: 'video-still', look: 'frozen' },
  black: { code: 'video-still', look: 'black' },
  gone: { code: 'media-gone' },
};

/** Most frames of one check: enough to see whether they differ, few enough for one request. */
const MOST_FRAMES = 16;

/** Chromium captures a tab twice a second and no more often (MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND). Milliseconds. */
const LEAST_CAPTURE_PAUSE_MS = 550;

/** How long frames are taken, and how that is stopped. */
interface FrameOptions {
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/** Frames of what is playing, where it cannot be recorded: by canvas in its page, else, if that is wanted, of the screen. */
export async function readFrames(
  checkId: string,
  media: PageMedia,
  options: FrameOptions & { readonly mayUseScreen: boolean },
): Promise<ReadMedia> {
  const { seconds, signal, mayUseScreen } = options;
  const read = await takeFramesInPage(checkId, media, { seconds, count: MOST_FRAMES }, signal);
  signal.throwIfAborted();
  if ('frames' in read) {
    const frames = read.frames.map(({ blob, atSeconds }) => ({ image: asPng(blob), atSeconds }));
    return readOf(frames, read.durationSeconds, 'frames');
  }
  const { disableScreenCapture } = await readPolicy();
  if (read.refused !== 'unsupported' || !mayUseScreen || disableScreenCapture)
    throw new AppError(CLIP_ERRORS[read.refused]);
  return readScreenFrames(checkId, media, options);
}

/** Frames of what is playing, cut out of the screen. */
export async function readScreenFrames(checkId: string, media: PageMedia, options: FrameOptions): Promise<ReadMedia> {
  const { seconds, signal } = options;
  let durationSeconds: number | undefined;
  let refused: ClipRefusal | undefined;
  const look = async (): Promise<LookedAt<TakenFrame> | undefined> => {
    const now = await lookAtVideoInPage(checkId, media, signal);
    if ('refused' in now) {
      refused = now.refused;
      return undefined;
    }
    ({ durationSeconds } = now);
    const { atSeconds } = now;
    const image = await whileCapturable(checkId, media, async (area) =>
      cropScreen(await captureTab(media.tabId), area),
    );
    return { ...(await lookOf(image)), take: async () => ({ image: asPng(image), atSeconds }) };
  };
  const taken = await takeInSlots<TakenFrame>({
    forMs: seconds * 1_000,
    count: MOST_FRAMES,
    leastPauseMs: LEAST_CAPTURE_PAUSE_MS,
    look,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: () => performance.now(),
    signal,
  });
  if ('refused' in taken) throw new AppError(CLIP_ERRORS[refused ?? taken.refused]);
  return readOf(taken.frames, durationSeconds, 'screen-frames');
}

async function readOf(
  all: readonly TakenFrame[],
  durationSeconds: number | undefined,
  method: 'frames' | 'screen-frames',
): Promise<ReadMedia> {
  const frames = withinLimit(all);
  const [first, last] = [frames[0], frames.at(-1)];
  if (!first || !last) throw new AppError({ code: 'video-stream' });
  const thumbnail = await withDecoded(first.image, thumbnailOf);
  return {
    prepared: { frames, thumbnail },
    method,
    range: {
      fromSeconds: first.atSeconds,
      toSeconds: Math.max(first.atSeconds, last.atSeconds), // It may loop.
      ...(durationSeconds !== undefined && { durationSeconds }),
    },
  };
}

/** Every other frame is left out until all fit into one request: they stay spread. */
function withinLimit(frames: readonly TakenFrame[]): readonly TakenFrame[] {
  const sizeBytes = frames.reduce((sum, { image }) => sum + image.size, 0);
  return sizeBytes <= BATCH_LIMIT_BYTES || frames.length === 1
    ? frames
    : withinLimit(frames.filter((_, index) => index % 2 === 0));
}

const lookOf = (image: Blob) => withDecoded(image, async (bitmap) => sampleFrame(bitmap));

/** What a page sent may call itself anything; that it is a picture is seen when it is drawn. */
const asPng = (image: Blob) => image.slice(0, image.size, 'image/png');
