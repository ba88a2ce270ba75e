import type { IncomingHttpHeaders } from 'node:http';
import type { Page } from '../../../fixtures/serve-pages.ts';
import { ALPS, shownThen } from '../../media/pictures.ts';
import { type HostileCase, hostilePage, pictureOf } from '../hostile-case.ts';

const ASKS = { kind: 'sentence', says: /private network/i } as const;

/** Pages that have the extension fetch from the user's own network what they cannot fetch themselves. */
export const intranet: readonly HostileCase[] = [
  {
    name: 'shows a picture of it',
    routes: (known) => ({
      '/': hostilePage({}, known, pictureOf(`${known.loopbackOrigin}/secret.jpg`)),
      '/secret.jpg': ALPS,
    }),
    outcome: ASKS,
    also: ({ pages }) => expectRequests(pages.requests('/secret.jpg'), 1), // The page's own.
    isForBoth: true,
  },
  {
    name: 'puts a picture of it in the place of the one that was clicked',
    routes: () => ({ '/secret.jpg': ALPS }),
    attack({ loopbackOrigin }) {
      addEventListener('contextmenu', () => {
        const picture = document.querySelector('img');
        if (picture) picture.src = `${loopbackOrigin}/secret.jpg`;
      });
    },
    outcome: ASKS,
    also: ({ pages }) => expectRequests(pages.requests('/secret.jpg'), 1), // The page's own.
  },
  {
    name: 'leads there when the picture is asked for a second time',
    routes: ({ otherOrigin, ...known }) => ({
      '/': hostilePage({}, { otherOrigin, ...known }, pictureOf(`${otherOrigin}/a.jpg`)),
      '/a.jpg': shownThen(ALPS, { redirectTo: `${known.loopbackOrigin}/secret.jpg` }),
      '/secret.jpg': ALPS,
    }),
    outcome: ASKS,
    also: ({ pages }) => {
      const withCookies = pages.requests('/secret.jpg').filter(({ headers }) => headers.cookie !== undefined);
      expectRequests(withCookies, 0);
    },
  },
  {
    name: 'leads there, back and there again once the extension comes with the user’s cookies',
    routes: ({ otherOrigin, ...known }) => {
      let asked = 0;
      const moody = (): Page => {
        asked += 1;
        if (asked === 1) return ALPS; // The page's own.
        // The page's script, and the background without cookies, are turned away.
        return asked <= 3 ? { status: 401 } : { redirectTo: `${known.loopbackOrigin}/between.jpg` };
      };
      return {
        '/in': { redirectTo: `${otherOrigin}/in-too`, headers: { 'set-cookie': 'router=1; Path=/' } },
        '/in-too': { redirectTo: `${known.origin}/`, headers: { 'set-cookie': 'site=1; Path=/' } },
        '/': hostilePage({}, { otherOrigin, ...known }, pictureOf(`${otherOrigin}/a.jpg`)),
        '/a.jpg': moody,
        '/between.jpg': { redirectTo: `${otherOrigin}/back.jpg` },
        '/back.jpg': { redirectTo: `${known.loopbackOrigin}/secret.jpg` },
        '/secret.jpg': ALPS,
      };
    },
    isForBoth: true,
    open: ({ loopbackOrigin }) => `${loopbackOrigin}/in`,
    outcome: ASKS,
    also: ({ pages }) => {
      const cookies = (path: string) => new Set(pages.requests(path).map(({ headers }) => headers.cookie));
      const sent = ['/between.jpg', '/back.jpg', '/secret.jpg'].map((path) => [...cookies(path)].join(' and '));
      if (sent.join(' | ') !== ' | site=1 | ') throw new Error(`the cookies went so: ${sent.join(' | ')}`);
      if (pages.requests('/secret.jpg').length === 0) throw new Error('it was not led there');
    },
  },
  {
    name: 'names it in every attribute that can hold an address',
    routes: ({ loopbackOrigin, ...known }) => {
      const secret = `${loopbackOrigin}/secret.jpg`;
      const more = `data-src="${secret}" data-original="${secret}" data-srcset="${secret} 4x" longdesc="${secret}"`;
      return {
        '/': hostilePage({}, { loopbackOrigin, ...known }, pictureOf('/a.jpg', more)),
        '/secret.jpg': ALPS,
      };
    },
    outcome: { kind: 'verdict' },
    also: ({ pages }) => expectRequests(pages.requests('/secret.jpg'), 0),
  },
];

function expectRequests(requests: readonly { readonly headers: IncomingHttpHeaders }[], most: number): void {
  if (requests.length <= most) return;
  const whose = requests.map(({ headers }) => `${headers['sec-fetch-dest']} of ${headers.referer ?? 'no page'}`);
  throw new Error(`requests to the intranet, where ${most} may be: ${whose.join(', ')}`);
}
