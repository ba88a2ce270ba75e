import type { Page, PageRequest } from '../../../fixtures/serve-pages.ts';
import { type MediaCase, mediaLine, pageOf } from '../media-case.ts';
import { ALPS, alps } from '../pictures.ts';

const FOUND = { kind: 'original', bytes: alps } as const;
const IMAGE = { selector: '#it' };
const ALL = Buffer.from(ALPS.body ?? '');

/** At most so many bytes at a time, as some servers for streams give them to everybody, asked or not. */
const PART_BYTES = 60_000;

function inParts({ headers }: PageRequest): Page {
  const start = Number(/^bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
  const body = ALL.subarray(start, start + PART_BYTES);
  const range = `bytes ${start}-${start + body.length - 1}/${ALL.length}`;
  return { status: 206, body, type: 'image/jpeg', headers: { 'content-range': range, etag: '"1"' } };
}

/** What ends in the middle, and nothing says so. */
const half = (): Page => ({ status: 200, body: ALL.subarray(0, ALL.length / 2), type: 'image/jpeg', isStreamed: true });

/** The whole to the page's element, which asks first: of a part it would show no more than that. */
function wholeThen(later: (request: PageRequest) => Page): (request: PageRequest) => Page {
  let isShown = false;
  return (request) => {
    const answer = isShown ? later(request) : ALPS;
    isShown = true;
    return answer;
  };
}

export function parts(): MediaCase[] {
  const one = mediaLine('What is served', 'a part of the file');
  const image = (address: string) => pageOf(`<img id="it" src="${address}" width="400" height="189" alt="">`);
  return [
    one('206 unasked, own site', {
      routes: () => ({ '/': image('/a.jpg'), '/a.jpg': wholeThen(inParts) }),
      pointed: IMAGE,
      outcome: FOUND,
    }),
    one('206 unasked, other site', {
      routes: ({ otherOrigin }) => ({ '/': image(`${otherOrigin}/a.jpg`), '/a.jpg': wholeThen(inParts) }),
      pointed: IMAGE,
      outcome: FOUND,
    }),
    one('half of it, called whole', {
      routes: () => ({ '/': image('/a.jpg'), '/a.jpg': wholeThen(half) }),
      pointed: IMAGE,
      outcome: { kind: 'pixels', like: alps },
    }),
  ];
}
