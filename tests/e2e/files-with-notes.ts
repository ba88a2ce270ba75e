import { CORPUS } from '../unit/offscreen/file-metadata/metadata-corpus.ts';
import { photograph } from './image-pages.ts';

const WEB_UI = 'The file contains traces of an AI generator: Stable Diffusion web UI.';

/** Files of the corpus, with what the panel says of each. */
const SAID: Readonly<Record<string, string>> = {
  'XMP in JPEG, extended': 'A note in the file says: made by AI.',
  'UserComment in UTF-16 big-endian, Japanese (Exif big-endian)': WEB_UI,
  'UserComment in UTF-16 big-endian, English, with a mark (Exif little-endian)': WEB_UI,
};

/** A photograph with the metadata of each of them. */
export function filesWithNotes(): readonly (readonly [body: Buffer, type: string, words: string])[] {
  return CORPUS.flatMap(([name, file]) => {
    const words = SAID[name];
    return words === undefined ? [] : [[withSegmentsOf(file), 'image/jpeg', words] as const];
  });
}

/** A JPEG of the corpus is segments alone, before a scan that is none. */
function withSegmentsOf(file: Buffer): Buffer {
  const segments = file.subarray(2, file.lastIndexOf(Buffer.from([0xff, 0xda])));
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segments, photograph().subarray(2)]);
}
