import { type MediaCase, mediaLine, pageOf } from '../media-case.ts';
import { ALPS, alps } from '../pictures.ts';

const FOUND = { kind: 'original', bytes: alps } as const;
const IMAGE = { selector: '#it' };

function image(address: string, head = ''): ReturnType<typeof pageOf> {
  return pageOf(`<img id="it" src="${address}" width="400" alt="">`, head);
}

export function types(): MediaCase[] {
  const one = mediaLine('What is served', 'content type');
  const served = (name: string, path: string, type: string | null): MediaCase =>
    one(name, {
      routes: ({ otherOrigin }) => ({ '/': image(`${otherOrigin}${path}`), [path]: { ...ALPS, type } }),
      pointed: IMAGE,
      outcome: FOUND,
    });
  return [
    served('wrong', '/a.png', 'text/plain'),
    served('missing', '/a.jpg', null),
    served('missing, and no extension', '/picture', null),
  ];
}

export function odd(): MediaCase[] {
  const one = mediaLine('What is served', 'odd addresses and headers');
  return [
    one('redirects, to another origin', {
      routes: ({ otherOrigin }) => ({
        '/': image('/first'),
        '/first': { redirectTo: `${otherOrigin}/second` },
        '/second': { redirectTo: '/a.jpg' },
        '/a.jpg': ALPS,
      }),
      pointed: IMAGE,
      outcome: FOUND,
    }),
    one('`Content-Disposition: attachment`', {
      routes: ({ otherOrigin }) => ({
        '/': image(`${otherOrigin}/a`),
        '/a': { ...ALPS, headers: { 'content-disposition': 'attachment; filename="a.jpg"' } },
      }),
      pointed: IMAGE,
      outcome: FOUND,
    }),
    one('internationalised host', {
      routes: ({ internationalOrigin }) => ({
        '/': image(`${internationalOrigin.replace('xn--bcher-kva', 'bücher')}/a.jpg`),
        '/a.jpg': ALPS,
      }),
      pointed: IMAGE,
      outcome: FOUND,
    }),
    one('odd characters in the path', {
      routes: ({ otherOrigin }) => ({
        '/': image(`${otherOrigin}/Bild%20(1)/ä'%23%3f;,&amp;=+.jpg?x=[1]#part`),
        "/Bild%20(1)/%C3%A4'%23%3f;,&=+.jpg": ALPS,
      }),
      pointed: IMAGE,
      outcome: FOUND,
    }),
    one('`<base href>`', {
      routes: ({ otherOrigin }) => ({
        '/': image('a.jpg', `<base href="${otherOrigin}/deep/er/">`),
        '/deep/er/a.jpg': ALPS,
      }),
      pointed: IMAGE,
      outcome: FOUND,
    }),
  ];
}
