import { type ByteReader, createByteReader, latin1, littleEndian, MAX_PARTS } from '../../core/media/byte-reader.ts';

/** What is coded without loss, and a frame of an animation (RFC 9649, section 2.7): one of many says nothing of the others. */
const OTHER_IMAGES = /VP8L|ANMF/;

/** As much of a frame as is read for its header, in bytes: all its flags, with every update in them, take fewer. */
const HEADER_BYTES = 128;

/** The largest index of a quantiser. */
const MAX_QUANTISER = 127;

/** By how much libwebp coarsens the first of several segments (`SNS_TO_DQ` in quant_enc.c, at the strength it has by default). */
const FIRST_OF_SEGMENTS = 1 + (0.9 * 0.5 * 127) / 128;

/**
 * The quality from 0 to 100 that a WebP was coded with last, estimated by its quantiser: what libwebp makes of its own `quality`,
 * reckoned backwards. Undefined for what is coded without loss, or holds an animation.
 */
export async function webpQuality(webp: Blob): Promise<number | undefined> {
  const frame = await lossyFrame(createByteReader(webp));
  const header = frame && frameHeader(frame);
  if (!header) return undefined;
  // Of libwebp's quality a cube root is taken (`QualityToCompression`), and what is missing of it to 1 is the quantiser.
  const fineness = (1 - header.quantiser / MAX_QUANTISER) ** (3 / (header.isSegmented ? FIRST_OF_SEGMENTS : 1));
  return Math.round(100 * (fineness < 0.5 ? fineness * 1.5 : (fineness + 1) / 2));
}

async function lossyFrame(reader: ByteReader): Promise<Uint8Array | undefined> {
  for (let [at, part] = [12, 0]; at < reader.size && part < MAX_PARTS; part += 1) {
    const head = await reader.bytes(at, 8);
    const kind = latin1(head.subarray(0, 4));
    if (kind === 'VP8 ') return reader.bytes(at + 8, HEADER_BYTES);
    if (OTHER_IMAGES.test(kind)) return undefined;
    const length = littleEndian(head, 4, 4);
    at += 8 + length + (length % 2);
  }
  return undefined;
}

interface FrameHeader {
  /** The index of the quantiser for luminance, from 0 to 127; of the first segment, where there are several. */
  readonly quantiser: number;
  readonly isSegmented: boolean;
}

/** The header of a key frame (RFC 6386, sections 9.2 to 9.6). */
function frameHeader(frame: Uint8Array): FrameHeader | undefined {
  const isKeyFrame = ((frame[0] ?? 1) & 1) === 0;
  if (!isKeyFrame || latin1(frame.subarray(3, 6)) !== '\x9d\x01\x2a') return undefined;
  const read = headerReader(frame.subarray(10));
  const skipEach = (count: number, bits: number) => {
    for (let index = 0; index < count; index += 1) if (read(1)) read(bits);
  };
  read(2); // Colour space, clamping.
  const isSegmented = read(1) === 1;
  if (isSegmented) {
    const [hasMap, hasValues] = [read(1), read(1)];
    if (hasValues) {
      read(1); // Whether they stand for themselves.
      skipEach(4, 7 + 1); // Each segment's quantiser and sign.
      skipEach(4, 6 + 1); // The same of its filter.
    }
    if (hasMap) skipEach(3, 8);
  }
  read(1 + 6 + 3); // The loop filter's kind, level, sharpness.
  if (read(1) && read(1)) skipEach(8, 6 + 1);
  read(2); // How many partitions.
  return { quantiser: read(7), isSegmented };
}

/** Reads the header's numbers, each bit of which the arithmetic decoder (RFC 6386, section 7.3) takes for as likely as not. */
function headerReader(bytes: Uint8Array): (bits: number) => number {
  let at = 2;
  let window = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  let range = 255;
  let shifts = 0;
  function bit(): number {
    const split = 1 + ((range - 1) >> 1);
    const isSet = window >= split << 8;
    if (isSet) window -= split << 8;
    range = isSet ? range - split : split;
    for (; range < 128; range <<= 1) {
      window <<= 1;
      shifts += 1;
      if (shifts % 8 === 0) {
        window |= bytes[at] ?? 0;
        at += 1;
      }
    }
    return isSet ? 1 : 0;
  }
  return (bits) => Array.from({ length: bits }).reduce<number>((value) => value * 2 + bit(), 0);
}
