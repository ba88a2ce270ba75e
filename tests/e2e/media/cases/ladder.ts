import type { Page } from '../../../fixtures/serve-pages.ts';
import { type MediaCase, mediaLine, pageOf } from '../media-case.ts';
import { ALPS, alps, shownThen } from '../pictures.ts';

const IMAGE = { selector: '#it' };

function image(address: string, attributes = ''): Page {
  return pageOf(`<img id="it" src="${address}" width="400" height="189" alt="" ${attributes}>`);
}

export function stepInPage(): MediaCase[] {
  const one = mediaLine('The ladder of bytes', '1, in the owning frame');
  const read = { kind: 'original', bytes: alps, read: /read in the page/ } as const;
  return [
    one('its own origin, from the cache', {
      // A second request would get nothing.
      routes: () => ({
        '/': image('/a.jpg'),
        '/a.jpg': shownThen({ ...ALPS, headers: { 'cache-control': 'max-age=600' } }, { status: 500 }),
      }),
      pointed: IMAGE,
      outcome: read,
    }),
    one('CORS', {
      routes: ({ otherOrigin }) => ({
        '/': image(`${otherOrigin}/a.jpg`, 'crossorigin'),
        '/a.jpg': { ...ALPS, cors: '*' },
      }),
      pointed: IMAGE,
      outcome: read,
    }),
  ];
}

export function siteStep(): MediaCase[] {
  const one = mediaLine('The ladder of bytes', '2, by the background');
  return [
    one('without credentials', {
      routes: ({ otherOrigin }) => ({ '/': image(`${otherOrigin}/a.jpg`), '/a.jpg': ALPS }),
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps, read: /read from its site$/m },
    }),
    one('with cookies', {
      routes: ({ origin, siblingOrigin }) => ({
        '/in': { redirectTo: `${origin}/`, headers: { 'set-cookie': 'member=1; Path=/' } },
        '/': image(`${siblingOrigin}/a.jpg`),
        '/a.jpg': ({ headers }) => (headers.cookie?.includes('member=1') ? ALPS : { status: 401 }),
      }),
      open: ({ siblingOrigin }) => `${siblingOrigin}/in`,
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps, read: /read from its site with your cookies$/m },
    }),
  ];
}

export function stepWithReferrer(): MediaCase[] {
  const one = mediaLine('The ladder of bytes', '3, with the page’s referrer');
  return [
    one('a rule for that one address', {
      routes: ({ origin, otherOrigin }) => ({
        '/': image(`${otherOrigin}/a.jpg`),
        '/a.jpg': ({ headers }) => (headers.referer?.startsWith(`${origin}/`) ? ALPS : { status: 403 }),
      }),
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps, read: /referrer/ },
    }),
  ];
}

export function stepOfPixels(): MediaCase[] {
  const one = mediaLine('The ladder of bytes', '4, pixels of the element');
  return [
    one('its file has gone', {
      routes: () => ({ '/': image('/a.jpg'), '/a.jpg': shownThen(ALPS, { status: 410 }) }),
      pointed: IMAGE,
      outcome: { kind: 'pixels', like: alps },
    }),
  ];
}

export function screenStep(): MediaCase[] {
  const one = mediaLine('The ladder of bytes', '5, a cut of the screen');
  return [
    one('another origin’s file has gone', {
      routes: ({ otherOrigin }) => ({
        '/': image(`${otherOrigin}/a.jpg`),
        '/a.jpg': shownThen(ALPS, { status: 410 }),
      }),
      pointed: IMAGE,
      outcome: { kind: 'screen', like: alps },
    }),
  ];
}
