import type { ClipRead } from '../../core/media/page-media.ts';
import { sampleFrame } from '../../core/media/sample-frame.ts';

/** What is recorded, by preference: the first is what the service takes as it is. */
const TYPES = ['video/mp4;codecs=avc1.42E01E', 'video/mp4;codecs=avc1.4D0028', 'video/mp4'];

/** Frames looked at while a clip is recorded, to know a frozen or a black picture. */
const SAMPLES = 5;

/** The recorder hands out its bytes this often, in milliseconds: into Blobs, which are no memory of the page's. */
const SLICE_MS = 500;

/** A video element of Chromium, which can be captured without being disturbed. */
type Capturable = HTMLVideoElement & { captureStream?: () => MediaStream };

/**
 * Records a few seconds of what is playing, without touching its playback: the pictures alone, as MP4. What cannot be
 * recorded is a value: there are other ways, and words for it.
 */
export async function recordClip(video: Capturable, seconds: number, signal: AbortSignal): Promise<ClipRead> {
  if (video.mediaKeys) return { refused: 'protected' };
  if (video.paused || video.ended || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA)
    return { refused: 'paused' };
  if (captureDisturbsSound(video)) return { refused: 'unsupported' };
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const captured = mimeType === undefined ? undefined : capture(video);
  const [track] = captured?.getVideoTracks() ?? [];
  if (!captured || !track || mimeType === undefined) return { refused: 'unsupported' };
  try {
    const fromSeconds = video.currentTime;
    const recorder = new MediaRecorder(new MediaStream([track]), { mimeType });
    const recorded = partsOf(recorder, signal);
    recorder.start(SLICE_MS);
    const looks = await lookAt(video, seconds, signal);
    if (recorder.state !== 'inactive') recorder.stop();
    const parts = await recorded;
    signal.throwIfAborted();
    if (!parts || parts.length === 0) return { refused: 'unsupported' };
    const blob = new Blob(parts, { type: 'video/mp4' });
    if (looks.every(({ isPlain }) => isPlain)) return { refused: 'black' };
    if (looks.every(({ print }) => print === looks[0]?.print)) return { refused: 'frozen' };
    return {
      blob,
      fromSeconds,
      toSeconds: video.currentTime,
      ...(Number.isFinite(video.duration) && { durationSeconds: video.duration }),
    };
  } finally {
    for (const one of captured.getTracks()) one.stop();
  }
}

/** Undefined where the browser cannot, or may not: a video of another origin without its leave. */
function capture(video: Capturable): MediaStream | undefined {
  try {
    return video.captureStream?.();
  } catch {
    return undefined; // SecurityError.
  }
}

/** What is recorded; undefined where the recorder fails, as without an encoder. */
function partsOf(recorder: MediaRecorder, signal: AbortSignal): Promise<Blob[] | undefined> {
  const parts: Blob[] = [];
  return new Promise((resolve) => {
    recorder.ondataavailable = ({ data }) => data.size > 0 && parts.push(data);
    recorder.onstop = () => resolve(parts);
    recorder.onerror = () => resolve(undefined);
    signal.addEventListener('abort', () => recorder.state !== 'inactive' && recorder.stop(), { once: true });
  });
}

/** Looks at the picture now and then until the time is over, or the playback. */
async function lookAt(video: HTMLVideoElement, seconds: number, signal: AbortSignal) {
  const looks = [sampleFrame(video)];
  for (let sample = 1; sample < SAMPLES && !video.paused && !video.ended && !signal.aborted; sample += 1) {
    await new Promise((resolve) => setTimeout(resolve, (seconds * 1_000) / (SAMPLES - 1)));
    looks.push(sampleFrame(video));
  }
  return looks;
}

/**
 * Whether capturing a playing element disturbs its sound, then and for as long as it is there. In Firefox (153) it falls silent
 * with `mozCaptureStream`, and has gaps with `captureStream`, which it has too since lately; the former name tells it apart.
 */
function captureDisturbsSound(video: HTMLVideoElement): boolean {
  return 'mozCaptureStream' in video;
}
