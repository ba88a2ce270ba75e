import { latin1 } from '../../core/media/byte-reader.ts';
import type { FileBudget } from './file-budget.ts';
import { decoded } from './metadata-reader.ts';

/** Eight bytes name the character code (Exif 3.0, section 4.6.6); not all programs write them. */
const CODE_BYTES = 8;
const CODE = /^(ASCII|UNICODE|JIS)?[\0 ]+$/i;

/** The marks that may stand before a text, whatever its code says. */
const MARKS: readonly (readonly [mark: string, encoding: string])[] = [
  ['\xfe\xff', 'utf-16be'],
  ['\xff\xfe', 'utf-16le'],
  ['\xef\xbb\xbf', 'utf-8'],
];

/** The text of Exif's UserComment, by what its bytes look like: programs write it in either order of bytes, and in UTF-8. */
export function commentText(bytes: Uint8Array, isBigEndian: boolean, budget: FileBudget): string {
  const code = CODE.exec(latin1(bytes.subarray(0, CODE_BYTES)));
  const content = code ? bytes.subarray(CODE_BYTES) : bytes;
  const encoding = encodingOf(content, code?.[1]?.toUpperCase() === 'UNICODE', isBigEndian);
  return decoded(content, encoding, budget).replaceAll('\0', '').trim();
}

function encodingOf(content: Uint8Array, isUnicodeTold: boolean, isBigEndian: boolean): string {
  const begins = latin1(content.subarray(0, 3));
  const marked = MARKS.find(([mark]) => begins.startsWith(mark))?.[1];
  if (marked) return marked;
  const zeros = content.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  const isUtf16 = isUnicodeTold ? zeros > 0 || !isUtf8(content) : zeros > content.length / 4 && !isPadded(content);
  if (!isUtf16) return 'utf-8';
  // The upper halves of letters differ less than the lower ones.
  const [first, second] = [differing(content, 0), differing(content, 1)];
  return (first === second ? isBigEndian : first < second) ? 'utf-16be' : 'utf-16le';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false; // It throws for what is none.
  }
}

/** Text, then nothing but zeros. */
function isPadded(content: Uint8Array): boolean {
  return content.subarray(content.indexOf(0)).every((byte) => byte === 0);
}

function differing(bytes: Uint8Array, from: number): number {
  return new Set(bytes.filter((_, index) => index % 2 === from)).size;
}
