import { withoutInvisible } from './pasted-text.ts';

/** `\n`, `\r`, `\t` as two letters, once or twice escaped. */
const ESCAPED_SPACE = /\\{1,4}[nrt]/g;

/** `\u002B`: JSON writers that mean to be safe in HTML. */
const ESCAPED_UNIT = /\\{1,4}u([0-9A-Fa-f]{4})/g;

/** `%0A`, as in headers and addresses. */
const PERCENT = /%([0-9A-Fa-f]{2})/g;

/** Between two lines that are texts of a program or of a list. */
const JOINED_LINES = /["'`](?:\s*[+.,])?\s*["'`]/g;

/** The text of a file: UTF-8 or UTF-16, by its byte order mark or by its zeros (PowerShell writes UTF-16). */
export function textOfBytes(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** A text of ASCII with what was done to it on its way undone: escapes, lines made texts of a program, what is not seen. */
export function plainText(text: string): string {
  const character = (_escape: string, digits: string) => String.fromCharCode(Number.parseInt(digits, 16));
  return withoutInvisible(text)
    .replace(ESCAPED_UNIT, character)
    .replace(ESCAPED_SPACE, '\n')
    .replace(/\\{1,4}\//g, '/')
    .replace(PERCENT, character)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(JOINED_LINES, '\n');
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = (odd: number) => bytes.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (zeros(1) > bytes.length / 4) return 'utf-16le';
  return zeros(0) > bytes.length / 4 ? 'utf-16be' : 'utf-8';
}
