import type { Page } from '../../../fixtures/serve-pages.ts';
import { type MediaCase, mediaLine, pageOf } from '../media-case.ts';
import { ALPS, alps, converted } from '../pictures.ts';

const IMAGE = { selector: '#it' };

/** Makes the image's address one of a Blob of the picture. */
async function showAsBlob(): Promise<void> {
  const image = document.images[0];
  if (!image) return;
  const response = await fetch('/a.jpg');
  image.src = URL.createObjectURL(await response.blob());
  await image.decode();
}

export function addresses(): MediaCase[] {
  const one = mediaLine('Where it is', '`data:` and `blob:`');
  const empty = '<img id="it" width="400" height="189" alt="">';
  return [
    one('`data:`, base64', {
      routes: () => ({
        '/': pageOf(
          `<img id="it" width="400" alt="" src="data:image/jpeg;base64,${(alps() as Buffer).toString('base64')}">`,
        ),
      }),
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps },
    }),
    one('`data:`, percent-encoded', {
      routes: async () => ({
        '/': pageOf(`<img id="it" alt="" src="data:image/webp,${percentEncoded(await converted('a.webp')())}">`),
      }),
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: converted('a.webp') },
    }),
    one('`blob:`, live', {
      routes: () => ({ '/': pageOf(empty), '/a.jpg': ALPS }),
      before: showAsBlob,
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps },
    }),
    one('`blob:`, revoked', {
      routes: () => ({ '/': pageOf(`${empty}<script>${showAsBlob}</script>`), '/a.jpg': ALPS }),
      before: async () => {
        await (Reflect.get(globalThis, 'showAsBlob') as () => Promise<void>)();
        URL.revokeObjectURL(document.images[0]?.src ?? '');
      },
      pointed: IMAGE,
      outcome: { kind: 'pixels', like: alps },
    }),
  ];
}

export function elementsWithImages(): MediaCase[] {
  const one = mediaLine('Where it is', 'elements with an image');
  const element = (name: string, html: string): MediaCase =>
    one(name, {
      routes: () => ({ '/': pageOf(html), '/a.jpg': ALPS }),
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps },
    });
  return [
    element(
      '`<svg><image>`',
      '<svg id="it" width="400" height="189"><image href="/a.jpg" width="400" height="189"/></svg>',
    ),
    element('`<input type=image>`', '<input id="it" type="image" src="/a.jpg" width="400" alt="Go">'),
    element('`<object>`', '<object id="it" type="image/jpeg" data="/a.jpg" width="400" height="189"></object>'),
    element('`<embed>`', '<embed id="it" type="image/jpeg" src="/a.jpg" width="400" height="189">'),
  ];
}

export function photographsInSvg(): MediaCase[] {
  const one = mediaLine('Where it is', 'photographs in SVG');
  const original = { kind: 'original', bytes: alps } as const;
  const file = (body: string): Page => ({
    body: `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="189">${body}</svg>`,
    type: 'image/svg+xml',
  });
  const photograph = '<image href="/a.jpg" width="400" height="189" preserveAspectRatio="none"/>';
  const covered = (element: string) =>
    pageOf(`<div style="position:relative;width:400px;height:189px">${element}
      <div id="it" style="position:absolute;inset:0"></div></div>`);
  return [
    one('a `<pattern>`', {
      routes: () => ({
        '/': pageOf(`<svg width="400" height="189"><defs><pattern id="p" width="1" height="1">${photograph}</pattern></defs>
          <rect id="it" width="400" height="189" fill="url(#p)"/></svg>`),
        '/a.jpg': ALPS,
      }),
      pointed: IMAGE,
      outcome: original,
    }),
    one('an `<object>` below a `<div>`', {
      routes: () => ({
        '/': covered('<object type="image/svg+xml" data="/page.svg"></object>'),
        '/page.svg': file(photograph),
        '/a.jpg': ALPS,
      }),
      pointed: IMAGE,
      outcome: original,
    }),
    one('an `<iframe>` below a `<div>`', {
      routes: () => ({
        '/': covered('<iframe src="/page.svg" width="400" height="189" style="border:0"></iframe>'),
        '/page.svg': file(photograph),
        '/a.jpg': ALPS,
      }),
      pointed: IMAGE,
      outcome: original,
    }),
    one('an `<object>` of another origin below a `<div>`', {
      routes: ({ otherOrigin }) => ({
        '/': covered(`<object type="image/svg+xml" data="${otherOrigin}/page.svg"></object>`),
        '/page.svg': file(photograph),
        '/a.jpg': ALPS,
      }),
      pointed: IMAGE,
      outcome: { kind: 'screen', like: alps },
    }),
  ];
}

export function ownTab(): MediaCase[] {
  const one = mediaLine('Where it is', 'an image opened as its own tab');
  return [
    one('JPEG', {
      routes: () => ({ '/a.jpg': ALPS }),
      open: ({ origin }) => `${origin}/a.jpg`,
      pointed: { selector: 'img' },
      outcome: { kind: 'original', bytes: alps },
    }),
  ];
}

function percentEncoded(bytes: Buffer): string {
  return bytes.toString('hex').replace(/../g, '%$&');
}
