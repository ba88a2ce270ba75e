import {
  BlobSource,
  Conversion,
  canEncodeVideo,
  EncodedPacketSink,
  Input,
  type InputVideoTrack,
  MATROSKA,
  MPEG_TS,
  Mp4OutputFormat,
  Output,
  Quality,
  type VideoCodec,
  WEBM,
} from 'mediabunny';
import { AppError, isAppError } from '../../core/errors/app-error.ts';
import type { ConvertedVideo, VideoToConvert } from '../../core/protocol/document-work.ts';
import { blobTarget } from './blob-target.ts';

/**
 * What programs expect in an MP4. VP8 has a name there too (the VP codecs' ISO binding), but hardly any program writes it,
 * and not all read it.
 */
const USUAL_IN_MP4: readonly VideoCodec[] = ['avc', 'hevc', 'vp9', 'av1'];

/** The least loss that an encoder offers by name: traces of a picture's making should outlive it. */
const LITTLE_LOSS = new Quality('very-high');

/**
 * Puts a video (WebM, MKV, MPEG-TS) into an MP4: its pictures as they are coded where that codec is usual there, else coded
 * anew as H.264 if the browser can, else as they are. Sound is left out: the service judges pictures, and what somebody says
 * need not be sent. The file is read piece by piece and written into Blobs, so that neither lies in memory as a whole; the
 * MP4 has one index, not fragments, since some readers count no pictures in those. Whoever wants it to end ends its worker.
 *
 * Throws `not-a-video` for a file without a picture, `too-large` for more than the order allows, `video-format-unsupported` where there
 * is no way.
 */
export async function toMp4(
  { file, name, maxBytes }: VideoToConvert,
  onProgress: (fraction: number) => void,
): Promise<ConvertedVideo> {
  const input = new Input({ source: new BlobSource(file), formats: [WEBM, MATROSKA, MPEG_TS] });
  const { target, toBlob } = blobTarget(maxBytes);
  try {
    const track = await input.getPrimaryVideoTrack();
    const isEmpty = !track || !(await new EncodedPacketSink(track).getFirstPacket({ metadataOnly: true }));
    if (isEmpty) throw new AppError({ code: 'not-a-video' });
    const isReencoded = await mustBeReencoded(track);
    const conversion = await Conversion.init({
      input,
      output: new Output({ format: new Mp4OutputFormat({ fastStart: false }), target }),
      tracks: 'primary',
      video: isReencoded ? { codec: 'avc', quality: LITTLE_LOSS } : {},
      audio: { discard: true },
      // There is no sound to keep in time with.
      copy: isReencoded ? false : { mode: 'forced', shiftTolerance: Number.POSITIVE_INFINITY },
      tags: {}, // Titles and comments are nobody's business.
      showWarnings: false,
    });
    conversion.onProgress = inWholePercents(onProgress);
    await conversion.execute();
    return { video: toBlob('video/mp4'), isReencoded };
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    throw new AppError({ code: 'video-format-unsupported', format: name }, { cause });
  } finally {
    input.dispose();
  }
}

/** The most pixels of a picture that is coded anew: 4K, as cinemas have it. An encoder may take more, and any memory for it. */
const MOST_CODED_PIXELS = 4_096 * 2_160;

/** Whether its codec is none that is usual in MP4, and the browser has what it takes to change it. */
async function mustBeReencoded(track: InputVideoTrack): Promise<boolean> {
  const codec = await track.getCodec();
  if (codec && USUAL_IN_MP4.includes(codec)) return false;
  const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
  if (width * height > MOST_CODED_PIXELS) return false;
  return (await track.canDecode()) && (await canEncodeVideo('avc', { width, height, quality: LITTLE_LOSS }));
}

/** Tells each percent once: the converter reports every packet, and each report is a message. */
function inWholePercents(onProgress: (fraction: number) => void): (fraction: number) => void {
  let told = -1;
  return (fraction) => {
    const percent = Math.floor(Math.min(Math.max(fraction, 0), 1) * 100);
    if (percent <= told) return;
    told = percent;
    onProgress(percent / 100);
  };
}
