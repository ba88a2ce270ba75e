import { inflateSync } from 'node:zlib';

/** A text a PNG carries beside its picture. */
export interface PngText {
  readonly keyword: string;
  readonly text: string;
}

const SIGNATURE_BYTES = 8;
const CHUNK_OVERHEAD_BYTES = 12;
/** More than any prompt or XMP packet; stops a small file from unpacking into all of memory. */
const MAX_TEXT_BYTES = 4_000_000;
/** The same for many texts. Letters. */
const MAX_LETTERS = 16_000_000;

/** The texts of a PNG, from its tEXt, zTXt and iTXt chunks (PNG specification, section 11.3.3). Unreadable ones are left out. */
export function readPngText(bytes: Buffer): readonly PngText[] {
  const texts: PngText[] = [];
  let at = SIGNATURE_BYTES;
  let letters = 0;
  while (at + CHUNK_OVERHEAD_BYTES <= bytes.length && letters < MAX_LETTERS) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const text = readChunk(type, bytes.subarray(at + 8, at + 8 + length));
    if (text !== undefined) {
      texts.push(text);
      letters += text.text.length;
    }
    at += CHUNK_OVERHEAD_BYTES + length;
  }
  return texts;
}

function readChunk(type: string, data: Buffer): PngText | undefined {
  const keywordEnd = data.indexOf(0);
  if (keywordEnd === -1) {
    return undefined;
  }
  const keyword = data.toString('latin1', 0, keywordEnd);
  const value = data.subarray(keywordEnd + 1);
  switch (type) {
    case 'tEXt':
      return { keyword, text: value.toString('latin1') };
    case 'zTXt':
      return textOf(keyword, inflate(value.subarray(1))?.toString('latin1'));
    case 'iTXt':
      return textOf(keyword, internationalText(value));
    default:
      return undefined;
  }
}

/** Compression flag and method, language, translated keyword, text. */
function internationalText(value: Buffer): string | undefined {
  const languageEnd = value.indexOf(0, 2);
  const translatedEnd = languageEnd === -1 ? -1 : value.indexOf(0, languageEnd + 1);
  if (translatedEnd === -1) {
    return undefined;
  }
  const text = value.subarray(translatedEnd + 1);
  return (value[0] === 1 ? inflate(text) : text)?.toString('utf8');
}

function inflate(data: Buffer): Buffer | undefined {
  try {
    return inflateSync(data, { maxOutputLength: MAX_TEXT_BYTES });
  } catch {
    return undefined;
  }
}

function textOf(keyword: string, text: string | undefined): PngText | undefined {
  return text === undefined ? undefined : { keyword, text };
}
