import { encodePng } from '../../../fixtures/encode-png.ts';
import { paintPicture } from '../../../fixtures/picture.ts';
import { type MediaCase, mediaLine, pageOf } from '../media-case.ts';
import { ALPS, alps, CANYON, canyon, converted, plainPng, shownThen } from '../pictures.ts';

const IMAGE = { selector: '#it' };
const NOT_LOADED = { kind: 'sentence', says: /hasn’t loaded yet/i, reason: 'not loaded yet' } as const;

export function plainImages(): MediaCase[] {
  const one = mediaLine('Where it is', '`<img>`');
  const image = (address: string) => pageOf(`<img id="it" src="${address}" width="400" alt="">`);
  return [
    one('same origin', {
      routes: () => ({ '/': image('/a.jpg'), '/a.jpg': ALPS }),
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps },
    }),
    one('other origin with CORS', {
      routes: ({ otherOrigin }) => ({ '/': image(`${otherOrigin}/a.jpg`), '/a.jpg': { ...ALPS, cors: '*' } }),
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps, read: /read in the page/ },
    }),
  ];
}

export function rotatingImages(): MediaCase[] {
  const one = mediaLine('Where it is', 'another image each time');
  const unsaid = { 'cache-control': '' };
  const kept = { 'cache-control': 'max-age=600' };
  // As large as the photograph, so that its size does not give it away.
  const colours = paintPicture(1024, 484, (across, down) => [255 * across, 255 * down, 60]);
  const another = { body: encodePng(colours), type: 'image/png' };
  return [
    one('other origin, `no-store`', {
      routes: ({ otherOrigin }) => ({
        '/': pageOf(`<img id="it" src="${otherOrigin}/any.jpg" width="400" height="189" alt="">`),
        '/any.jpg': shownThen(ALPS, another),
      }),
      pointed: IMAGE,
      outcome: { kind: 'screen', like: alps },
    }),
    one('a background, of a server that says nothing of keeping', {
      routes: ({ otherOrigin }) => ({
        '/': pageOf(
          `<div id="it" style="width:400px;height:189px;background:url(${otherOrigin}/any.jpg) center/cover"></div>`,
        ),
        '/any.jpg': shownThen({ ...ALPS, headers: unsaid }, { ...another, headers: unsaid }),
      }),
      pointed: IMAGE,
      outcome: { kind: 'screen', like: alps },
    }),
    one('other origin, by a redirect, cropped', {
      routes: ({ otherOrigin }) => ({
        '/': pageOf(`<img id="it" src="${otherOrigin}/any" width="300" height="189" style="object-fit:cover" alt="">`),
        '/any': shownThen({ redirectTo: '/a.jpg' }, { redirectTo: '/a.jpg?again' }),
        '/a.jpg': { ...ALPS, headers: kept },
      }),
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps },
    }),
  ];
}

export function sourceSets(): MediaCase[] {
  const one = mediaLine('Where it is', '`srcset`, `<picture>`');
  const files = { '/small.jpg': CANYON, '/large.jpg': ALPS, '/fallback.jpg': CANYON };
  return [
    one('`srcset` by width', {
      routes: () => ({
        '/': pageOf('<img id="it" srcset="/small.jpg 100w, /large.jpg 1024w" sizes="900px" width="400" alt="">'),
        ...files,
      }),
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps },
    }),
    one('`srcset` by density', {
      routes: () => ({
        '/': pageOf('<img id="it" src="/fallback.jpg" srcset="/large.jpg 1x, /small.jpg 3x" width="400" alt="">'),
        ...files,
      }),
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps },
    }),
    one('`<picture>` by type', {
      routes: async () => ({
        '/': pageOf(`<picture><source srcset="/no.xyz" type="image/xyz"><source srcset="/a.webp" type="image/webp">
          <img id="it" src="/fallback.jpg" alt=""></picture>`),
        '/a.webp': { body: await converted('a.webp')(), type: 'image/webp' },
        ...files,
      }),
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: converted('a.webp') },
    }),
    one('`<picture>` by media', {
      routes: () => ({
        '/': pageOf(`<picture><source srcset="/large.jpg" media="(min-width: 300px)">
          <img id="it" src="/fallback.jpg" width="400" alt=""></picture>`),
        ...files,
      }),
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps },
    }),
  ];
}

export function lazyImages(): MediaCase[] {
  const one = mediaLine('Where it is', 'lazy images');
  const placeholder = { body: plainPng(8), type: 'image/png' };
  return [
    one('`loading=lazy`, scrolled to', {
      routes: () => ({
        '/': pageOf(
          '<div style="height:6000px"></div><img id="it" loading="lazy" src="/a.jpg" width="400" height="189" alt="">',
        ),
        '/a.jpg': ALPS,
      }),
      before: async () => {
        const image = document.images[0];
        image?.scrollIntoView();
        while (!image?.complete) await new Promise((resolve) => requestAnimationFrame(resolve));
      },
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps },
    }),
    one('`loading=lazy`, not loaded yet', {
      routes: () => ({
        '/': pageOf('<img id="it" loading="lazy" src="/a.jpg" width="400" height="189" alt="">'),
        '/a.jpg': { ...ALPS, hold: new Promise(() => {}) },
      }),
      pointed: IMAGE,
      outcome: NOT_LOADED,
    }),
    one('placeholder, the address in `data-src`', {
      routes: () => ({
        '/': pageOf('<img id="it" src="/tiny.png" data-src="/a.jpg" width="400" height="189" alt="">'),
        '/tiny.png': placeholder,
        '/a.jpg': ALPS,
      }),
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps },
    }),
    one('placeholder, the address unknown', {
      routes: () => ({
        '/': pageOf('<img id="it" class="lazyload" src="/tiny.png" width="400" height="189" alt="">'),
        '/tiny.png': placeholder,
      }),
      pointed: IMAGE,
      outcome: NOT_LOADED,
    }),
    one('picture in the place of its placeholder', {
      routes: () => ({
        '/': pageOf('<img id="it" src="/tiny.png" data-src="/a.jpg" width="400" height="189" alt="">'),
        '/tiny.png': { body: canyon() as Buffer, type: 'image/jpeg' },
        '/a.jpg': ALPS,
      }),
      before: async () => {
        const image = document.images[0];
        if (image) image.src = image.dataset.src ?? '';
        await image?.decode();
      },
      pointed: IMAGE,
      outcome: { kind: 'original', bytes: alps },
    }),
  ];
}

export function brokenImages(): MediaCase[] {
  const one = mediaLine('Where it is', 'broken image');
  const broken = (name: string, file: Parameters<typeof one>[1]['routes']): MediaCase =>
    one(name, {
      routes: async (hosts) => ({
        '/': pageOf('<img id="it" src="/a.jpg" width="400" height="189" style="border:1px solid" alt="A picture">'),
        ...(await file(hosts)),
      }),
      pointed: IMAGE,
      outcome: {
        kind: 'sentence',
        says: /error 404|couldn’t be read|isn’t an image|not an image|damaged|hasn’t loaded yet|No image was found|Only part of this file/,
        reason: 'broken',
      },
    });
  return [
    broken('its server says 404', () => ({ '/a.jpg': { status: 404 } })),
    broken('its file is cut off in the header', () => ({
      '/a.jpg': { body: (alps() as Buffer).subarray(0, 60), type: 'image/jpeg' },
    })),
  ];
}
