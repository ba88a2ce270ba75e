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

/** Names a video's container by its first bytes; undefined for what is no video. */
export async function identifyVideo(file: Blob): Promise<VideoContainer | undefined> {
  const head = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
  const text = String.fromCharCode(...head.subarray(0, 12));
  if (text.startsWith('RIFF') && text.startsWith('AVI ', 8))
    return { type: 'video/x-msvideo', name: 'AVI', isTaken: true };
  if (text.startsWith('ftypqt', 4)) return { type: 'video/quicktime', name: 'MOV', isTaken: true };
  const found = sniff(head);
  if (!found?.type.startsWith('video/')) return undefined;
  return { type: found.type, name: found.name, isTaken: found.type === 'video/mp4' };
}
