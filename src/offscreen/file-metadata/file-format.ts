import { latin1 } from '../../core/media/byte-reader.ts';
import { SNIFF_BYTES, sniff } from '../../core/media/sniff.ts';
import type { MetadataBlocks } from './metadata-blocks.ts';
import type { MetadataReader } from './metadata-reader.ts';
import { walkGif } from './walk-gif.ts';
import { walkIso } from './walk-iso.ts';
import { walkJpeg } from './walk-jpeg.ts';
import { walkPng } from './walk-png.ts';
import { walkRiff } from './walk-riff.ts';
import { walkSvg } from './walk-svg.ts';
import { walkTiff } from './walk-tiff.ts';

/** A format whose metadata can be read. */
export interface MetadataFormat {
  /** MIME type, as the C2PA engine wants it. */
  readonly type: string;
  readonly walk: (reader: MetadataReader) => Promise<MetadataBlocks>;
}

const WALKERS: Readonly<Record<string, MetadataFormat['walk']>> = {
  'image/jpeg': walkJpeg,
  'image/png': walkPng,
  'image/webp': walkRiff,
  'image/avif': walkIso,
  'image/heic': walkIso,
  'image/gif': walkGif,
  'image/tiff': walkTiff,
  'image/svg+xml': walkSvg,
  'video/mp4': walkIso,
  'video/quicktime': walkIso,
  'video/x-msvideo': walkRiff,
};

/** The format of a file by its own first bytes; undefined for one whose metadata cannot be read. */
export async function metadataFormat(reader: MetadataReader): Promise<MetadataFormat | undefined> {
  const head = (await reader.bytes(0, SNIFF_BYTES)).slice();
  const text = latin1(head.subarray(0, 12));
  const isAvi = text.startsWith('RIFF') && text.slice(8) === 'AVI ';
  const isMov = text.slice(4) === 'ftypqt  ';
  const type = isAvi ? 'video/x-msvideo' : isMov ? 'video/quicktime' : (sniff(head)?.type ?? '');
  const walk = WALKERS[type];
  return walk && { type, walk };
}
