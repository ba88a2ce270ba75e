import { SNIFF_BYTES, sniff } from '../sniff.ts';

/** What a file of moving pictures is. */
export interface VideoContainer {
  /** MIME type. */
  readonly type: string;
  /** Name as people write it. */
  readonly name: string;
  /** The service takes it as it is. */
  readonly isTaken: boolean;
}

interface Signature extends VideoContainer {
  /** Latin-1 text expected at an offset; all parts must be there. */
  readonly parts: readonly (readonly [offset: number, text: string])[];
}

/** MPEG-TS has a mark at the start of each packet of this many bytes (ISO/IEC 13818-1). */
const TS_PACKET_BYTES = 188;

/** Signatures by the formats' own specifications. */
const SIGNATURES: readonly Signature[] = [
  {
    type: 'video/x-msvideo',
    name: 'AVI',
    isTaken: true,
    parts: [
      [0, 'RIFF'],
      [8, 'AVI '],
    ],
  },
  { type: 'video/quicktime', name: 'MOV', isTaken: true, parts: [[4, 'ftypqt']] },
  { type: 'video/quicktime', name: 'MOV', isTaken: true, parts: [[4, 'moov']] },
  { type: 'video/quicktime', name: 'MOV', isTaken: true, parts: [[4, 'mdat']] },
  { type: 'video/ogg', name: 'Ogg', isTaken: false, parts: [[0, 'OggS']] },
  { type: 'video/x-flv', name: 'FLV', isTaken: false, parts: [[0, 'FLV\x01']] },
  { type: 'video/x-ms-wmv', name: 'WMV', isTaken: false, parts: [[0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11']] },
  {
    type: 'video/mp2t',
    name: 'MPEG-TS',
    isTaken: false,
    parts: [
      [0, 'G'],
      [TS_PACKET_BYTES, 'G'],
      [2 * TS_PACKET_BYTES, 'G'],
    ],
  },
];

/** EBML (RFC 8794) is Matroska's container and WebM's: the name of the document type follows in its head. */
const EBML = '\x1aE\xdf\xa3';

/** Names a video's container by its first bytes; undefined for what is no video. */
export async function identifyVideo(file: Blob): Promise<VideoContainer | undefined> {
  const head = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
  const text = String.fromCharCode(...head);
  const match = SIGNATURES.find(({ parts }) => parts.every(([offset, part]) => text.startsWith(part, offset)));
  if (match) return { type: match.type, name: match.name, isTaken: match.isTaken };
  if (text.startsWith(EBML)) {
    const isWebm = text.includes('webm');
    return { type: isWebm ? 'video/webm' : 'video/x-matroska', name: isWebm ? 'WebM' : 'MKV', isTaken: false };
  }
  const found = sniff(head);
  return found?.type === 'video/mp4' ? { type: 'video/mp4', name: 'MP4', isTaken: true } : undefined;
}
