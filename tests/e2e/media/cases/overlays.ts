import { CLEAR_PNG } from '../../../fixtures/clear-png.ts';
import { type MediaCase, mediaLine, pageOf } from '../media-case.ts';
import { ALPS, alps, CANYON, canyon } from '../pictures.ts';

const COVER = 'position:absolute;inset:0;width:400px;height:189px';
const AROUND = 'position:relative;width:400px;height:189px';
const ROUTES = { '/a.jpg': ALPS, '/b.jpg': CANYON };
const FOUND = { kind: 'original', bytes: alps } as const;

export function coveredPictures(): MediaCase[] {
  const one = mediaLine('Where it is', 'covered');
  const covered = (name: string, html: string, selector = '#it'): MediaCase =>
    one(name, {
      routes: () => ({ '/': pageOf(`<div style="${AROUND}">${html}</div>`), ...ROUTES }),
      pointed: { selector },
      outcome: FOUND,
    });
  const picture = '<img src="/a.jpg" width="400" height="189" alt="">';
  return [
    covered('a `<div>`', `${picture}<div id="it" style="${COVER}"></div>`),
    covered('a link', `${picture}<a id="it" href="#there" style="${COVER}"></a>`),
    covered(
      '`pointer-events: none`',
      `<img id="it" src="/a.jpg" width="400" height="189" style="pointer-events:none" alt="">`,
    ),
  ];
}

export function sharedSpots(): MediaCase[] {
  const one = mediaLine('Where it is', 'two pictures at one spot');
  const page = pageOf(
    `<div style="${AROUND}"><img src="/b.jpg" style="${COVER}" alt=""><img id="it" src="/a.jpg" style="${COVER}" alt=""></div>`,
  );
  return [
    one('the topmost', { routes: () => ({ '/': page, ...ROUTES }), pointed: { selector: '#it' }, outcome: FOUND }),
    one('the other one, chosen in the panel', {
      routes: () => ({
        '/': pageOf(`<div id="it" style="${AROUND}"><img src="/b.jpg" style="${COVER};pointer-events:none" alt="">
          <img src="/a.jpg" style="${COVER};pointer-events:none" alt=""></div>`),
        ...ROUTES,
      }),
      pointed: { selector: '#it' },
      press: ['Image 2'],
      isChosenAfterwards: true,
      outcome: { kind: 'original', bytes: canyon },
    }),
  ];
}

export function clearCovers(): MediaCase[] {
  const one = mediaLine('Where it is', 'below something clear');
  const below = (name: string, cover: (file: string) => string): MediaCase =>
    one(name, {
      routes: ({ otherOrigin }) => ({
        '/': pageOf(
          `<div style="${AROUND}"><img src="/a.jpg" width="400" height="189" alt="">${cover(`${otherOrigin}/clear.png`)}</div>`,
        ),
        '/clear.png': CLEAR_PNG,
        ...ROUTES,
      }),
      pointed: { selector: '#it' },
      outcome: FOUND,
    });
  return [
    below('a clear PNG of another site', (file) => `<img id="it" src="${file}" style="${COVER}" alt="">`),
    below(
      'a clear background of another site',
      (file) => `<div id="it" style="${COVER};background:url(${file})"></div>`,
    ),
  ];
}

export function lightboxes(): MediaCase[] {
  const one = mediaLine('Where it is', 'lightbox');
  const usable = { kind: 'original', bytes: alps, read: /read in the page/ } as const;
  return [
    one('modal `<dialog>`', {
      routes: () => ({
        '/': pageOf('<dialog><img id="it" src="/a.jpg" width="400" height="189" alt=""></dialog>'),
        ...ROUTES,
      }),
      before: () => document.querySelector('dialog')?.showModal(),
      pointed: { selector: '#it' },
      outcome: usable,
    }),
    one('fullscreen element', {
      routes: () => ({
        '/': pageOf(`<div id="box" onclick="this.requestFullscreen().then(() => this.dataset.done = true)">
          <img id="it" src="/a.jpg" width="400" height="189" alt=""></div>`),
        ...ROUTES,
      }),
      click: '#it',
      before: async () => {
        while (!document.fullscreenElement) await new Promise((resolve) => requestAnimationFrame(resolve));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      },
      pointed: { selector: '#it' },
      outcome: usable,
    }),
  ];
}
