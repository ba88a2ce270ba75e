import {
  AppendOnlyStreamTarget,
  BlobSource,
  Conversion,
  Input,
  MATROSKA,
  MPEG_TS,
  Mp4OutputFormat,
  Output,
  WEBM,
} from 'mediabunny';
import { AppError } from '../../errors/app-error.ts';

/** A video in a container the service takes. */
export interface ConvertedVideo {
  readonly video: Blob;
  /** Its pictures were coded anew: their codec has no place in MP4. */
  readonly isReencoded: boolean;
}

/**
 * Puts a video (WebM, MKV, MPEG-TS) into an MP4: its pictures as they are coded where MP4 has that codec, else coded anew as
 * H.264. Sound is left out: only pictures are judged. The file is read piece by piece, and the fragments written go into
 * Blobs, so that neither lies in memory as a whole. Throws `video-format-unsupported` where it cannot. `name` is the
 * container's.
 */
export async function toMp4(file: Blob, name: string): Promise<ConvertedVideo> {
  const parts: Blob[] = [];
  const fragments = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: (fragment) => {
      parts.push(new Blob([fragment]));
    },
  });
  const input = new Input({ source: new BlobSource(file), formats: [WEBM, MATROSKA, MPEG_TS] });
  const format = new Mp4OutputFormat({ fastStart: 'fragmented' });
  const output = new Output({ format, target: new AppendOnlyStreamTarget(fragments) });
  try {
    const conversion = await Conversion.init({
      input,
      output,
      tracks: 'primary',
      audio: { discard: true },
      showWarnings: false,
    });
    const codec = await (await input.getPrimaryVideoTrack())?.getCodec();
    await conversion.execute();
    const isReencoded = !codec || !format.getSupportedVideoCodecs().includes(codec);
    return { video: new Blob(parts, { type: 'video/mp4' }), isReencoded };
  } catch (cause) {
    throw new AppError({ code: 'video-format-unsupported', format: name }, { cause });
  } finally {
    input.dispose();
  }
}
