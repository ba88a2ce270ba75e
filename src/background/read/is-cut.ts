import { type ByteReader, bigEndian, createByteReader, latin1, littleEndian } from '../../core/media/byte-reader.ts';
import { gifBlocks } from '../../core/media/gif-blocks.ts';
import { isoBoxes } from '../../core/media/iso-boxes.ts';
import { pngChunks } from '../../core/media/png-chunks.ts';
import { allJpegMarkers, END_OF_IMAGE, ENDLESS, LOST } from './jpeg-markers.ts';

/** The first bytes that tell a format, and where its size stands. */
const HEAD_BYTES = 64;

/** Formats that say where they end, by their first bytes. */
const FORMATS: readonly (readonly [
  begins: RegExp,
  isCut: (reader: ByteReader, head: Uint8Array, file: Blob) => boolean | Promise<boolean>,
])[] = [
  [/^\xff\xd8\xff/, isJpegCut],
  [/^\x89PNG\r\n/, isPngCut],
  [/^GIF8[79]a/, isGifCut],
  [/^RIFF.{4}(WEBP|AVI )/s, isRiffCut],
  [/^BM.{4}\0{4}/s, ({ size }, head) => littleEndian(head, 2, 4) > size],
  [/^.{4}(ftyp|moov|mdat|wide|free|skip|pnot|JXL )/s, isIsoCut],
  [/^.E\xdf\xa3/s, isMatroskaCut],
];

/**
 * Whether a file ends before its own structure does. A file whose format does not say where it ends, and one whose structure cannot
 * be followed, are not: browsers show more than specifications allow.
 */
export async function isCut(file: Blob): Promise<boolean> {
  const reader = createByteReader(file);
  const head = await reader.bytes(0, HEAD_BYTES);
  const text = latin1(head);
  const [, isFormatCut] = FORMATS.find(([begins]) => begins.test(text)) ?? [];
  return (await isFormatCut?.(reader, head, file)) ?? false;
}

/** The end-of-image marker is the last (ITU-T T.81, section B.1). */
async function isJpegCut(_reader: ByteReader, _head: Uint8Array, jpeg: Blob): Promise<boolean> {
  return !(await allJpegMarkers(jpeg)).some(({ kind }) => [END_OF_IMAGE, LOST, ENDLESS].includes(kind));
}

/** `IEND` is the last chunk (PNG specification, third edition, section 5.6). */
async function isPngCut(reader: ByteReader): Promise<boolean> {
  let end = 8;
  for await (const { start, length } of pngChunks(reader)) end = start + length + 4;
  return latin1(await reader.bytes(end + 4, 4)) !== 'IEND';
}

async function isGifCut(reader: ByteReader): Promise<boolean> {
  let isEnded = false;
  for await (const { kind } of gifBlocks(reader)) isEnded = kind === 'end';
  return !isEnded;
}

/** The padding behind the last chunk may be missing. Recorders that were ended leave a size of 0. */
function isRiffCut({ size }: ByteReader, head: Uint8Array): boolean {
  return littleEndian(head, 4, 4) + 8 > size + 1;
}

/** Boxes that say what is in the others: a file without any of them is a beginning. */
const INDEX_BOXES = ['moov', 'meta', 'moof', 'jxlc', 'jxlp'];

/** The last box ends with the file (ISO/IEC 14496-12, section 4.2). Zeros behind it are padding. */
async function isIsoCut(reader: ByteReader): Promise<boolean> {
  let [end, hasIndex] = [0, false];
  for await (const box of isoBoxes(reader, { start: 0, end: reader.size })) {
    end = box.toldEnd;
    hasIndex ||= INDEX_BOXES.includes(box.type);
  }
  const rest = await reader.bytes(end, 8);
  return !hasIndex || end > reader.size || (rest.length > 0 && rest.length < 8 && rest.some((byte) => byte !== 0));
}

const SEGMENT = [0x18, 0x53, 0x80, 0x67];

/** A segment of known size lies behind the EBML head (RFC 8794, section 6); live recordings have one of unknown size. */
async function isMatroskaCut(reader: ByteReader, head: Uint8Array): Promise<boolean> {
  const ebml = variableSize(head, 4);
  const segment = await reader.bytes(ebml.end + ebml.value, 12);
  const size = variableSize(segment, 4);
  return (
    SEGMENT.every((byte, at) => segment[at] === byte) &&
    !size.isUnknown &&
    ebml.end + ebml.value + size.end + size.value > reader.size
  );
}

/** A size of variable length (RFC 8794, section 4): the zeros before its first bit tell how many bytes it has. */
function variableSize(bytes: Uint8Array, start: number) {
  const first = bytes[start] ?? 0;
  const length = Math.clz32(first) - 23;
  const own = first & (0xff >> length);
  const rest = bigEndian(bytes, start + Math.max(1, length - 6), length - 1 - Math.max(0, length - 7));
  const isUnknown = own === 0xff >> length && bytes.subarray(start + 1, start + length).every((byte) => byte === 0xff);
  return { end: start + length, value: length > 7 ? rest : own * 256 ** (length - 1) + rest, isUnknown };
}
