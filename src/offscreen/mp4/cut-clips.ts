import {
  BlobSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  MPEG_TS,
  Mp4OutputFormat,
  Output,
  QTFF,
  WEBM,
} from 'mediabunny';
import { AppError, isAppError } from '../../core/errors/app-error.ts';
import type { VideoClip, VideoToCut } from '../../core/protocol/document-work.ts';
import { blobTarget } from './blob-target.ts';

/** Detectors look at a few frames from the start: more of each section would not be seen. */
const CLIP_SECONDS = 4;

/** What an MP4 holds beside its pictures, in bytes: its index is far smaller for so few. */
const INDEX_BYTES = 50_000;

/** A key picture this much before a section, in seconds, is at its start: files count in units of their own. */
const SAME_MOMENT = 0.05;

/** Fewer clips are no timeline. */
const FEWEST_CLIPS = 2;

/** What an index calls a key picture is looked at: some are none, and what follows could not be decoded. */
const KEY = { verifyKeyPackets: true } as const;

/**
 * Cuts clips out of a video, as their pictures are coded and without sound: one from the first key picture of each of so many equal
 * sections. A section without one has no clip, and no two overlap. Each is written before the next is read. Throws `video-uncut` where
 * fewer than two can be cut.
 */
export async function cutClips(
  { file, seconds, count, maxBytes }: VideoToCut,
  onProgress: (fraction: number) => void,
): Promise<readonly VideoClip[]> {
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF, WEBM, MATROSKA, MPEG_TS] });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track) throw new AppError({ code: 'video-uncut' });
    // Players count from the first picture of a broadcast's file, whatever its clock said.
    const zero = (await input.getFormat()) === MPEG_TS ? await track.getFirstTimestamp() : 0;
    const sections = sectionsOf(seconds, count).map(({ from, to }) => ({ from: from + zero, to: to + zero }));
    const starts = await startsIn(new EncodedPacketSink(track), sections);
    const clips: VideoClip[] = [];
    for (const [index, start] of starts.entries()) {
      const end = Math.min(start + CLIP_SECONDS, starts[index + 1] ?? Number.POSITIVE_INFINITY);
      const cut = await cutClip(track, start, end, Math.floor(maxBytes / count));
      if (cut) clips.push({ video: cut.video, fromSeconds: start - zero, toSeconds: cut.end - zero });
      onProgress((index + 1) / starts.length);
    }
    if (clips.length < FEWEST_CLIPS) throw new AppError({ code: 'video-uncut' });
    return clips;
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    throw new AppError({ code: 'video-uncut' }, { cause });
  } finally {
    input.dispose();
  }
}

/** From one moment to another, in seconds. */
interface Section {
  readonly from: number;
  readonly to: number;
}

/** Equal sections of so many seconds. */
export function sectionsOf(seconds: number, count: number): readonly Section[] {
  return Array.from({ length: count }, (_, index) => ({
    from: (index * seconds) / count,
    to: ((index + 1) * seconds) / count,
  }));
}

/** Where the first key picture of each section is, where there is one. */
async function startsIn(sink: EncodedPacketSink, sections: readonly Section[]): Promise<readonly number[]> {
  const starts: number[] = [];
  for (const { from, to } of sections) {
    const before = await sink.getKeyPacket(from, KEY);
    const isHere = before && before.timestamp >= from - SAME_MOMENT;
    const after = before ? () => sink.getNextKeyPacket(before, KEY) : () => sink.getFirstKeyPacket(KEY);
    const first = isHere ? before : await after();
    const start = first?.timestamp ?? to;
    if (start < to - SAME_MOMENT && start !== starts.at(-1)) starts.push(start);
  }
  return starts;
}

/** One clip, up to a moment or a size, whichever comes first; none where its key picture alone is too large. */
async function cutClip(
  track: InputVideoTrack,
  start: number,
  end: number,
  maxBytes: number,
): Promise<{ readonly video: Blob; readonly end: number } | undefined> {
  const sink = new EncodedPacketSink(track);
  const [codec, decoderConfig] = await Promise.all([track.getCodec(), track.getDecoderConfig()]);
  const first = await sink.getKeyPacket(start, KEY);
  if (!first || !codec || !decoderConfig || first.byteLength > maxBytes - INDEX_BYTES) return undefined;
  const { target, toBlob } = blobTarget(maxBytes);
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: false }), target });
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source, { rotation: await track.getRotation() });
  await output.start();
  let [bytes, shownTo] = [0, start];
  for (let packet: EncodedPacket | null = first; packet; packet = await sink.getNextPacket(packet)) {
    bytes += packet.byteLength;
    const isAnother = packet.type === 'key' && packet.timestamp < shownTo && packet !== first;
    if (bytes > maxBytes - INDEX_BYTES || packet.timestamp >= end || isAnother) break;
    if (packet.timestamp < start) continue; // Shown before the key picture, and made with what came before that.
    shownTo = Math.max(shownTo, packet.timestamp + packet.duration);
    await source.add(packet.clone({ timestamp: packet.timestamp - start, sideData: {} }), { decoderConfig });
  }
  await output.finalize();
  return { video: toBlob('video/mp4'), end: shownTo };
}
