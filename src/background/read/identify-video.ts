import { SNIFF_BYTES, sniff } from '../../core/media/sniff.ts';
import { isoTrackKinds } from './iso-tracks.ts';

/** What a file of moving pictures is. */
export interface VideoContainer {
  /** MIME type. */
  readonly type: string;
  /** Name as people write it. */
  readonly name: string;
  /** The service takes it as it is. */
  readonly isTaken: boolean;
  /** No video, but a list of where the pieces of one are. */
  readonly isList?: boolean;
}

const taken = (type: string, name: string): VideoContainer => ({ type, name, isTaken: true });
const other = (type: string, name: string): VideoContainer => ({ type, name, isTaken: false });

const list = (type: string, name: string): VideoContainer => ({ ...other(type, name), isList: true });

const MP4 = taken('video/mp4', 'MP4');
const MOV = taken('video/quicktime', 'MOV');

/** MPEG-TS has a mark at the start of each packet of this many bytes (ISO/IEC 13818-1). */
const TS_PACKET_BYTES = 188;

interface Signature {
  readonly found: VideoContainer;
  /** Latin-1 text expected at an offset; all parts must be there. */
  readonly parts: readonly (readonly [offset: number, text: string])[];
}

/** Signatures by the formats' own specifications. */
const SIGNATURES: readonly Signature[] = [
  {
    found: taken('video/x-msvideo', 'AVI'),
    parts: [
      [0, 'RIFF'],
      [8, 'AVI '],
    ],
  },
  { found: MOV, parts: [[4, 'ftypqt  ']] },
  { found: other('video/ogg', 'Ogg'), parts: [[0, 'OggS']] },
  { found: other('video/x-flv', 'FLV'), parts: [[0, 'FLV\x01']] },
  { found: other('video/x-ms-wmv', 'WMV'), parts: [[0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11']] },
  { found: other('video/mpeg', 'MPEG'), parts: [[0, '\0\0\x01\xba']] },
  {
    found: other('video/mp2t', 'MPEG-TS'),
    parts: [
      [0, 'G'],
      [TS_PACKET_BYTES, 'G'],
      [2 * TS_PACKET_BYTES, 'G'],
    ],
  },
];

/** EBML (RFC 8794) is Matroska's container and WebM's: the type of the document stands in its head. */
const EBML = '\x1aE\xdf\xa3';
const EBML_HEAD_BYTES = 128;
const DOCUMENT_TYPES: readonly (readonly [element: string, found: VideoContainer])[] = [
  ['\x42\x82\x84webm', other('video/webm', 'WebM')],
  ['\x42\x82\x88matroska', other('video/x-matroska', 'MKV')],
];

/** QuickTime before there was a `ftyp`: one of these boxes, under 512 MB, so that the first byte is no letter of a text. */
const OLD_QUICKTIME = /^.{4}(moov|mdat|wide|free|skip|pnot)/s;
const MOST_OF_FIRST_BYTE = 0x1f;

/** Lists of where the pieces of a video are. */
const LISTS: readonly (readonly [beginning: RegExp, found: VideoContainer])[] = [
  [/^#EXTM3U/, list('application/vnd.apple.mpegurl', 'HLS')],
  [/^\s*(<\?xml[^>]*>\s*)?(<!--((?!-->).)*-->\s*)*<MPD[\s>]/s, list('application/dash+xml', 'DASH')],
];

/** Every track of an Ogg names its codec in the first pages (RFC 3533): those of sound, those of pictures. */
const OGG_SOUND = ['\x01vorbis', 'OpusHead', '\x7fFLAC', 'Speex   '];
const OGG_PICTURES = ['\x80theora', 'OVP80', 'BBCD\0', '\x01video'];

/**
 * Names a video's container by its first bytes, whatever the server calls it; undefined for what is no video: a page, a
 * picture, a file of sound alone (where that can be told without reading it all).
 */
export async function identifyVideo(file: Blob): Promise<VideoContainer | undefined> {
  const head = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
  const text = String.fromCharCode(...head);
  const found = bySignature(text) ?? byDocumentType(text) ?? byBrand(head, text) ?? byBeginning(text);
  const isSound = found?.name === 'Ogg' ? isOggOfSound(text) : isIso(found) && (await isIsoOfSound(file));
  return isSound ? undefined : found;
}

const bySignature = (text: string) =>
  SIGNATURES.find(({ parts }) => parts.every(([offset, part]) => text.startsWith(part, offset)))?.found;

function byDocumentType(text: string): VideoContainer | undefined {
  if (!text.startsWith(EBML)) return undefined;
  const head = text.slice(0, EBML_HEAD_BYTES);
  return DOCUMENT_TYPES.find(([element]) => head.includes(element))?.[1];
}

/** A picture's brand (AVIF, HEIC) makes it another type there. */
function byBrand(head: Uint8Array, text: string): VideoContainer | undefined {
  if (sniff(head)?.type === MP4.type) return MP4;
  return OLD_QUICKTIME.test(text) && text.charCodeAt(0) <= MOST_OF_FIRST_BYTE ? MOV : undefined;
}

const byBeginning = (text: string) =>
  LISTS.find(([beginning]) => beginning.test(text.replace(/^\xef\xbb\xbf/, '')))?.[1];

const isIso = (found: VideoContainer | undefined) => found === MP4 || found === MOV;

/** A file whose index is not there, or empty, may still hold pictures: the service will say. */
async function isIsoOfSound(file: Blob): Promise<boolean> {
  const kinds = (await isoTrackKinds(file)) ?? [];
  return kinds.length > 0 && !kinds.includes('vide');
}

const isOggOfSound = (text: string) => has(text, OGG_SOUND) && !has(text, OGG_PICTURES);

const has = (text: string, marks: readonly string[]) => marks.some((mark) => text.includes(mark));
