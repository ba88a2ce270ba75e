import { refuse } from './refusal.ts';

/** What a multipart body is made of, in the order it comes. */
export type MultipartEvent =
  | { readonly kind: 'part'; readonly headers: ReadonlyMap<string, string> }
  | { readonly kind: 'data'; readonly bytes: Buffer }
  | { readonly kind: 'end' };

const CRLF = Buffer.from('\r\n');
const CLOSE = Buffer.from('--');
const HEADER_END = Buffer.from('\r\n\r\n');
/** Browsers write two short header lines; more than this is no upload form. */
const MAX_HEADER_BYTES = 8192;

/**
 * Reads a multipart body as it arrives, holding no more than one piece and a boundary of it. Strict: nothing before the
 * first boundary, at most one line break after the last, and the last must come (RFC 2046, section 5.1.1). Anything else
 * is refused with 400.
 */
export async function* readMultipart(body: AsyncIterable<Buffer>, boundary: string): AsyncGenerator<MultipartEvent> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The line break that every boundary but the first has before it.
  let rest: Buffer = CRLF;
  let state: 'before' | 'delimiter' | 'headers' | 'data' | 'after' = 'before';

  for await (const piece of body) {
    rest = Buffer.concat([rest, piece]);
    for (let more = true; more; ) {
      more = false;
      if (state === 'before' && rest.length >= delimiter.length) {
        expect(rest.subarray(0, delimiter.length).equals(delimiter), 'does not begin with its boundary');
        rest = rest.subarray(delimiter.length);
        state = 'delimiter';
      }
      if (state === 'delimiter' && rest.length >= CRLF.length) {
        const closed = rest.subarray(0, CLOSE.length).equals(CLOSE);
        expect(closed || rest.subarray(0, CRLF.length).equals(CRLF), 'has a boundary that does not end its line');
        rest = rest.subarray(CRLF.length);
        state = closed ? 'after' : 'headers';
      }
      if (state === 'headers') {
        const end = rest.indexOf(HEADER_END);
        expect(end !== -1 || rest.length <= MAX_HEADER_BYTES, 'has a part whose headers do not end');
        if (end !== -1) {
          yield { kind: 'part', headers: parseHeaders(rest.toString('utf8', 0, end)) };
          rest = rest.subarray(end + HEADER_END.length);
          state = 'data';
        }
      }
      if (state === 'data') {
        const found = rest.indexOf(delimiter);
        const length = found !== -1 ? found : Math.max(0, rest.length - delimiter.length + 1);
        if (length > 0) {
          yield { kind: 'data', bytes: rest.subarray(0, length) };
        }
        rest = rest.subarray(length);
        if (found !== -1) {
          yield { kind: 'end' };
          rest = rest.subarray(delimiter.length);
          state = 'delimiter';
          more = true;
        }
      }
    }
    if (state === 'after') {
      expect(CRLF.subarray(0, rest.length).equals(rest), 'goes on after its last boundary');
    }
  }
  expect(state === 'after', 'ends before its last boundary');
}

function parseHeaders(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    expect(colon > 0, 'has a part with a broken header');
    headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function expect(met: boolean, fault: string): void {
  if (!met) {
    refuse(400, `The multipart body ${fault}.`);
  }
}
