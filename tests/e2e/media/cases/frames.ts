import { type MediaCase, mediaLine, pageOf } from '../media-case.ts';
import { ALPS, alps } from '../pictures.ts';

const INSIDE = pageOf('<img id="it" src="/a.jpg" width="360" alt="">');
const FOUND = { kind: 'original', bytes: alps, read: /read in the page/ } as const;

export function frames(): MediaCase[] {
  const one = mediaLine('Where it is', 'frames');
  const frame = (id: string, address: string, size = 'width="700" height="560"') =>
    pageOf(`<iframe id="${id}" src="${address}" ${size}></iframe>`);
  const pointed = { selector: '#it', frames: ['#outer'] };
  return [
    one('same origin', {
      routes: () => ({ '/': frame('outer', '/inside'), '/inside': INSIDE, '/a.jpg': ALPS }),
      pointed,
      outcome: FOUND,
    }),
    one('other origin', {
      routes: ({ otherOrigin }) => ({
        '/': frame('outer', `${otherOrigin}/inside`),
        '/inside': INSIDE,
        '/a.jpg': ALPS,
      }),
      pointed,
      outcome: FOUND,
    }),
    one('a frame in a frame', {
      routes: ({ otherOrigin, origin }) => ({
        '/': frame('outer', `${otherOrigin}/middle`),
        '/middle': frame('inner', `${origin}/inside`, 'width="640" height="440"'),
        '/inside': INSIDE,
        '/a.jpg': ALPS,
      }),
      pointed: { selector: '#it', frames: ['#outer', '#inner'] },
      outcome: FOUND,
    }),
    one('`srcdoc`', {
      routes: () => ({
        '/': pageOf(
          `<iframe id="outer" width="700" height="560" srcdoc="<img id='it' src='/a.jpg' width='360'>"></iframe>`,
        ),
        '/a.jpg': ALPS,
      }),
      pointed,
      outcome: FOUND,
    }),
    one('tiny, of another origin', {
      routes: ({ otherOrigin }) => ({
        '/': frame('outer', `${otherOrigin}/inside`, 'width="200" height="120" frameborder="0"'),
        '/inside': { body: '<!doctype html><body style="margin:0"><img id="it" src="/a.jpg" width="200" alt="">' },
        '/a.jpg': ALPS,
      }),
      pointed,
      outcome: FOUND,
    }),
    one('sandboxed, without scripts', {
      routes: ({ otherOrigin }) => ({
        '/': frame('outer', `${otherOrigin}/inside`, 'width="700" height="560" sandbox'),
        '/inside': INSIDE,
        '/a.jpg': ALPS,
      }),
      pointed,
      outcome: { kind: 'original', bytes: alps },
    }),
  ];
}
