import type { Page, PageRequest } from '../../../fixtures/serve-pages.ts';
import { type MediaCase, mediaLine, pageOf } from '../media-case.ts';
import { ALPS, alps, CANYON, plainPng, shownThen } from '../pictures.ts';

const FOUND = { kind: 'original', bytes: alps } as const;
const IMAGE = { selector: '#it' };

function image(address: string): Page {
  return pageOf(`<img id="it" src="${address}" width="400" height="189" alt="">`);
}

export function hotlinks(): MediaCase[] {
  const one = mediaLine('What is served', 'hotlink protection');
  /** The picture for pages of the site, something else for everybody else. */
  const forPagesOf = (origin: string, otherwise: Page) => (request: PageRequest) =>
    request.headers.referer?.startsWith(`${origin}/`) ? ALPS : otherwise;
  return [
    one('own site, 403 otherwise', {
      routes: ({ origin }) => ({ '/': image('/a.jpg'), '/a.jpg': forPagesOf(origin, { status: 403 }) }),
      pointed: IMAGE,
      outcome: FOUND,
    }),
    one('other site, a placeholder otherwise', {
      routes: ({ origin, otherOrigin }) => ({
        '/': image(`${otherOrigin}/a.jpg`),
        '/a.jpg': forPagesOf(origin, CANYON),
      }),
      pointed: IMAGE,
      outcome: FOUND,
    }),
  ];
}

export function cookies(): MediaCase[] {
  const one = mediaLine('What is served', 'needs cookies');
  return [
    one('own site', {
      routes: ({ origin }) => ({
        '/in': { redirectTo: `${origin}/`, headers: { 'set-cookie': 'member=1; Path=/' } },
        '/': image('/a.jpg'),
        '/a.jpg': ({ headers }) => (headers.cookie?.includes('member=1') ? ALPS : { status: 401 }),
      }),
      open: ({ origin }) => `${origin}/in`,
      pointed: IMAGE,
      outcome: FOUND,
    }),
  ];
}

export function otherAnswers(): MediaCase[] {
  const one = mediaLine('What is served', 'answers a fetch with');
  const then = (name: string, answer: Page): MediaCase =>
    one(name, {
      routes: () => ({
        '/': image('/a.jpg'),
        '/a.jpg': shownThen(ALPS, answer),
        '/login': { body: '<!doctype html><title>Sign in</title><form></form>' },
      }),
      pointed: IMAGE,
      outcome: { kind: 'pixels', like: alps },
    });
  return [
    then('HTML', { body: '<!doctype html><title>A page</title>' }),
    then('a redirect to a login page', { redirectTo: '/login' }),
    then('204', { status: 204 }),
    then('one pixel', { body: plainPng(1), type: 'image/png' }),
  ];
}
