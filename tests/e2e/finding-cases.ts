import type { Finding, Pointed } from '../../src/page/find/picture.ts';
import { CLEAR_PNG } from '../fixtures/clear-png.ts';
import { encodePng } from '../fixtures/encode-png.ts';
import { paintPicture } from '../fixtures/picture.ts';
import type { PageServer } from '../fixtures/serve-pages.ts';
import { photographPage } from './image-pages.ts';

/** A transparent GIF of one pixel. */
const BLANK = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
/** A GIF of one pixel, as an address of its own. */
const SPACER = { body: Buffer.from(BLANK.split(',')[1] ?? '', 'base64'), type: 'image/gif' };

/** What the extension's APIs give in a page: here the test leaves closed shadow roots, and the element Firefox would name. */
export const STAND_IN = `{
  const closed = new WeakMap();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    closed.set(this, root);
    return root;
  };
  globalThis.standIn = {
    dom: { openOrClosedShadowRoot: (element) => closed.get(element) ?? null },
    menus: { getTargetElement: (id) => document.getElementById('target-' + id) },
  };
}`;

/** An SVG image of 40 pixels a side. */
const SMALL_DRAWING = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>')}`;

/** One as large as what it stands in for. */
const LARGE_DRAWING = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"/>')}`;

/** A picture of 200 by 100 pixels, as a tool in a page makes it. */
const RESULT = `data:image/png;base64,${encodePng(paintPicture(200, 100, () => [90, 120, 30])).toString('base64')}`;

/** A page, what the user does in it, and what is found: the id of each element with the path of its address, topmost first. */
export interface FindingCase {
  readonly name: string;
  readonly body: string;
  /** Where the right button is pressed; `#spot` unless given. */
  readonly at?: string;
  readonly pointed?: Partial<Pointed>;
  /** The page draws by WebGL, which Firefox does not have without a graphics card. */
  readonly hasWebGl?: true;
  readonly found: readonly string[];
}

export const BOX = 'width:200px;height:100px';
export const COVER = 'position:absolute;inset:0';
const AROUND = `position:relative;${BOX}`;
export const BACKGROUND = (name: string) => `background-image:url(/${name}.jpg)`;

export const FINDING_CASES: readonly FindingCase[] = [
  { name: 'a video', body: `<video id="spot" src="/a.mp4" style="${BOX}"></video>`, found: ['spot video'] },
  {
    name: 'the file of a video that names it in a source',
    body: `<video id="spot" style="${BOX}"><source src="/a.mp4"></video>`,
    found: ['spot video'],
  },
  {
    name: 'a video that looks like a GIF: silent, without controls, over and over',
    body: `<a href="#"><video id="spot" src="/a.mp4" autoplay muted loop playsinline style="${BOX}"></video></a>`,
    found: ['spot video'],
  },
  {
    name: "a video below a player's own controls",
    body: `<div style="${AROUND}"><video id="a" src="/a.mp4" style="${BOX}"></video><div style="${COVER}"><button id="spot" style="${COVER}">Play</button></div></div>`,
    found: ['a video'],
  },
  {
    name: 'a poster where there is no video',
    body: `<video id="spot" poster="/p.jpg" style="${BOX}"></video>`,
    found: ['spot /p.jpg'],
  },
  ...(['open', 'closed'] as const).map((mode) => ({
    name: `a video in a shadow root that is ${mode}`,
    body: `<x-y id="spot" style="display:block;${BOX}"></x-y><script>
      const film = spot.attachShadow({ mode: '${mode}' }).appendChild(document.createElement('video'));
      film.id = 'a'; film.src = '/a.mp4'; film.style = 'display:block;${BOX}';</script>`,
    found: ['a video'],
  })),
  { name: 'an image', body: `<img id="spot" src="/a.jpg" style="${BOX}">`, found: ['spot /a.jpg'] },
  {
    name: 'an image where a form of the page stands for document.images',
    body: `<form name="images"></form><img id="spot" src="/a.jpg" style="${BOX}">`,
    pointed: { url: '/a.jpg' },
    found: ['spot /a.jpg'],
  },
  {
    name: 'an image under a transparent link',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${BOX}"><a href="#" id="spot" style="${COVER}"></a></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'an image under a spacer that is stretched over it',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${BOX}"><img id="spot" src="/spacer.gif" style="${COVER};${BOX}"></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'an image under a clear one of its size, which comes after it, also where the browser named that one',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${BOX}"><img id="spot" src="/clear.png" style="${COVER};${BOX}"></div>`,
    pointed: { url: '/clear.png' },
    found: ['a /a.jpg', 'spot /clear.png'],
  },
  {
    name: 'an image under a canvas on which a line is drawn',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${BOX}"><canvas id="spot" width="200" height="100" style="${COVER}"></canvas></div>
      <script>spot.getContext('2d').fillRect(0, 50, 200, 2)</script>`,
    found: ['a /a.jpg', 'spot canvas'],
  },
  {
    name: 'a canvas of WebGL above an image, since it reads blank whatever it shows',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${BOX}"><canvas id="spot" width="200" height="100" style="${COVER}"></canvas></div>
      <script>spot.getContext('webgl')</script>`,
    hasWebGl: true,
    found: ['spot canvas', 'a /a.jpg'],
  },
  {
    name: 'a clear image on a colour of its own before the image that this hides, also where the browser named it',
    body: `<div style="${AROUND};${BACKGROUND('a')}"><p style="${COVER};margin:0;background:#fff"><img id="spot" src="/clear.png" style="${BOX}"></p></div>`,
    pointed: { url: '/clear.png' },
    found: ['spot /clear.png', 'div /a.jpg'],
  },
  {
    name: 'a clear image that lies over nothing, as it is',
    body: `<img id="spot" src="/clear.png" style="${BOX}">`,
    found: ['spot /clear.png'],
  },
  {
    name: 'the background under a spacer, also where the browser named the spacer',
    body: `<div id="a" style="${AROUND};${BACKGROUND('a')}"><img id="spot" src="/spacer.gif" style="${BOX}"></div>`,
    pointed: { url: '/spacer.gif' },
    found: ['a /a.jpg'],
  },
  {
    name: 'an image that lets the mouse through',
    body: `<div id="spot" style="${BOX}"><img id="a" src="/a.jpg" style="${BOX};pointer-events:none"></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'images that let the mouse through, by their z-index',
    body: `<div id="spot" style="${AROUND}">
      <img id="a" src="/a.jpg" style="${COVER};${BOX};pointer-events:none;z-index:2">
      <img id="b" src="/b.jpg" style="${COVER};${BOX};pointer-events:none;z-index:1">
      <img id="c" src="/c.jpg" style="${COVER};${BOX};z-index:0"></div>`,
    found: ['a /a.jpg', 'b /b.jpg', 'c /c.jpg'],
  },
  {
    name: 'no image that its box cuts off before the spot',
    body: `<div id="spot" style="${BOX};${BACKGROUND('b')}"><div style="height:10px;overflow:hidden">
      <img id="a" src="/a.jpg" style="${BOX};pointer-events:none"></div></div>`,
    found: ['spot /b.jpg'],
  },
  {
    name: 'two images at one spot, the topmost first',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${COVER};${BOX}"><img id="spot" src="/b.jpg" style="${COVER};${BOX}"></div>`,
    found: ['spot /b.jpg', 'a /a.jpg'],
  },
  {
    name: 'the layers of a background, and the one behind them',
    body: `<div style="${BOX};${BACKGROUND('c')}"><div id="spot" style="${BOX};background-image:url('/a.jpg'),linear-gradient(red,blue),url(/b.jpg)"></div></div>`,
    found: ['spot /a.jpg', 'spot /b.jpg', 'div /c.jpg'],
  },
  {
    name: 'the background of an ancestor',
    body: `<div id="a" style="${BOX};${BACKGROUND('a')}"><p id="spot">Words</p></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'pseudo elements around what stands in the place of the content',
    body: `<style>#spot{${AROUND};content:normal;${BACKGROUND('c')}}
      #spot::before{content:url(/b.jpg)} #spot::after{content:'';${COVER};${BACKGROUND('a')}}</style><div id="spot"></div>`,
    found: ['spot /a.jpg', 'spot /b.jpg', 'spot /c.jpg'],
  },
  {
    name: 'no pseudo element that is elsewhere',
    body: `<style>#spot{${AROUND};${BACKGROUND('c')}}
      #spot::after{content:'';position:absolute;left:0;top:0;width:20px;height:20px;${BACKGROUND('a')}}</style><div id="spot"></div>`,
    found: ['spot /c.jpg'],
  },
  {
    name: 'content: url()',
    body: `<div id="spot" style="content:url(/a.jpg);${BOX}"></div>`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'what content: url() shows in the place of an image, also where the browser named the image',
    body: `<img id="spot" src="/b.jpg" style="content:url(/a.jpg);${BOX}">`,
    pointed: { url: '/b.jpg' },
    found: ['spot /a.jpg'],
  },
  {
    name: 'what content: image-set() shows in the place of an image',
    body: `<img id="spot" src="/b.jpg" style="content:image-set('/a.jpg' 1x, '/c.jpg' 3x);${BOX}">`,
    pointed: { url: '/b.jpg' },
    found: ['spot /a.jpg'],
  },
  {
    name: 'the drawing that a gradient in the place of an image is',
    body: `<img id="spot" src="/b.jpg" style="content:linear-gradient(red,blue);${BOX}">`,
    pointed: { url: '/b.jpg' },
    found: ['spot drawing'],
  },
  {
    name: 'an image whose style names no other content',
    body: `<img id="spot" src="/a.jpg" style="content:'words';${BOX}">`,
    pointed: { url: '/a.jpg' },
    found: ['spot /a.jpg'],
  },
  {
    name: 'image-set()',
    body: `<div id="spot" style="${BOX};background-image:image-set('/a.jpg' 1x, '/b.jpg' 3x)"></div>`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'an image in nested shadow roots, open and closed',
    body: `<div id="spot" style="${BOX}"></div><script>
      const inner = spot.attachShadow({ mode: 'open' }).appendChild(document.createElement('section'));
      const image = inner.attachShadow({ mode: 'closed' }).appendChild(new Image());
      image.id = 'a'; image.src = '/a.jpg'; image.style = '${BOX}';
    </script>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'an image that lets the mouse through, in a closed shadow root',
    body: `<x-y id="spot" style="display:block;${BOX}"></x-y><script>
      const image = spot.attachShadow({ mode: 'closed' }).appendChild(new Image());
      image.id = 'a'; image.src = '/a.jpg'; image.style = '${BOX};pointer-events:none';
    </script>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'what is in a slot above the background behind it',
    body: `<div id="host"><img id="spot" src="/a.jpg" style="${BOX}"></div><script>
      const root = host.attachShadow({ mode: 'closed' });
      const box = root.appendChild(document.createElement('div'));
      box.id = 'b'; box.style = '${BOX};${BACKGROUND('b')}';
      box.append(document.createElement('slot'));
    </script>`,
    found: ['spot /a.jpg', 'b /b.jpg'],
  },
  {
    name: 'an image in a modal dialog above the page',
    body: `<img id="b" src="/b.jpg" style="position:fixed;inset:0;width:100%;height:100%">
      <dialog id="dialog"><img id="spot" src="/a.jpg" style="${BOX}"></dialog><script>dialog.showModal()</script>`,
    found: ['spot /a.jpg', 'b /b.jpg'],
  },
  {
    name: 'object, embed and input',
    body: `<div style="${AROUND}"><object id="a" data="/a.jpg" style="${COVER};${BOX}"></object>
      <embed id="b" src="/b.jpg" style="${COVER};${BOX}"><input id="spot" type="image" src="/c.jpg" style="${COVER};${BOX}"></div>`,
    found: ['spot /c.jpg', 'b /b.jpg', 'a /a.jpg'],
  },
  {
    name: 'no object that is a page',
    body: `<div id="a" style="${AROUND};${BACKGROUND('a')}"><object id="spot" data="/page" type="text/html" style="${COVER};${BOX}"></object></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'an image of an SVG, by href and by xlink:href',
    body: `<svg id="svg" style="${BOX}" viewBox="0 0 200 100"><image id="a" href="/a.jpg" width="200" height="100" preserveAspectRatio="none"/>
      <image id="spot" xlink:href="/b.jpg" width="200" height="100" preserveAspectRatio="none"/></svg>`,
    found: ['spot /b.jpg', 'a /a.jpg'],
  },
  {
    name: 'the photograph that a shape is filled with by a pattern',
    body: `<svg style="${BOX}" viewBox="0 0 200 100"><defs><pattern id="p" width="1" height="1"><image href="/a.jpg" width="200" height="100"/></pattern></defs>
      <circle id="spot" cx="100" cy="50" r="50" fill="url(#p)"/></svg>`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'the photograph of a pattern that takes it from elsewhere by use, as design tools write it',
    body: `<svg style="${BOX}" viewBox="0 0 200 100"><rect id="spot" width="200" height="100" fill="url(#p)"/><defs>
      <pattern id="q"><use xlink:href="#i"/></pattern><pattern id="p" width="1" height="1" xlink:href="#q"/><image id="i" xlink:href="/a.jpg" width="200" height="100"/></defs></svg>`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'the photograph that is repeated by use',
    body: `<svg style="${BOX}" viewBox="0 0 200 100"><defs><g id="g"><image href="/a.jpg" width="200" height="100" preserveAspectRatio="none"/></g></defs><use id="spot" href="#g"/></svg>`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'the photograph in an SVG of an object, below a transparent box',
    body: `<div style="${AROUND}"><object id="a" type="image/svg+xml" data="/page.svg" style="${COVER};${BOX}"></object>
      <div id="spot" style="${COVER}"></div></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'the photograph in an SVG of an embed, below a transparent box',
    body: `<div style="${AROUND}"><embed id="a" src="/page.svg" style="${COVER};${BOX}"><div id="spot" style="${COVER}"></div></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'only the screen for what a photograph is in elsewhere than at the spot',
    body: `<div style="${AROUND}"><object id="a" type="image/svg+xml" data="/beside.svg" style="${COVER};${BOX}"></object>
      <div id="spot" style="${COVER}"></div></div>`,
    found: ['a canvas'],
  },
  {
    name: 'the file of an SVG of an object that holds all it shows',
    body: `<div style="${AROUND}"><object id="a" type="image/svg+xml" data="/drawing.svg" style="${COVER};${BOX}"></object>
      <div id="spot" style="${COVER}"></div></div>`,
    found: ['a /drawing.svg'],
  },
  {
    name: 'an inline SVG is a drawing',
    body: `<svg id="spot" style="${BOX}" viewBox="0 0 200 100"><rect width="200" height="100"/></svg>`,
    found: ['spot drawing'],
  },
  {
    name: 'a drawing that is empty at the spot comes after the image below it',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${BOX}"><svg id="spot" style="${COVER};${BOX}"></svg></div>`,
    found: ['a /a.jpg', 'spot drawing'],
  },
  { name: 'a canvas', body: `<canvas id="spot" style="${BOX}"></canvas>`, found: ['spot canvas'] },
  {
    name: 'nothing that cannot be seen',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${BOX}"><div style="opacity:0"><img id="spot" src="/b.jpg" style="${COVER};${BOX}"></div>
      <img src="/c.jpg" style="${COVER};${BOX};visibility:hidden;pointer-events:none"></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'the picture of a transparent image that repeats the background it lies on',
    body: `<div id="a" style="${AROUND};${BACKGROUND('a')}"><img id="spot" src="/a.jpg" style="${BOX};opacity:0"></div>`,
    pointed: { url: '/a.jpg' },
    found: ['a /a.jpg'],
  },
  {
    name: 'the background of the page comes last',
    body: `<style>body{${BACKGROUND('c')}}</style><div style="${AROUND}"><img id="spot" src="/a.jpg" style="${BOX}"></div>`,
    found: ['spot /a.jpg', 'body /c.jpg'],
  },
  {
    name: 'no background of the page in place of a picture that is not there yet',
    body: `<style>body{${BACKGROUND('c')}}</style><img id="spot" src="${BLANK}" style="${BOX}">`,
    found: ['spot not-loaded', 'body /c.jpg'],
  },
  {
    name: 'nothing where all is transparent',
    body: `<img id="spot" src="/a.jpg" style="${BOX};opacity:0">`,
    found: [],
  },
  { name: 'nothing where nothing is', body: `<p id="spot">Words</p>`, found: [] },
  {
    name: 'a lazy image by the address its script keeps',
    body: `<img id="spot" src="${BLANK}" data-src="/a.jpg" style="${BOX}">`,
    pointed: { url: BLANK },
    found: ['spot /a.jpg'],
  },
  {
    name: 'a lazy image by the srcset its script keeps, at the width of the box',
    body: `<img id="spot" src="/spacer.gif" data-srcset="/a.jpg 100w, /b.jpg 200w, /c.jpg 900w" style="${BOX}">`,
    found: ['spot /b.jpg'],
  },
  {
    name: 'a lazy picture by the sources its script keeps',
    body: `<picture><source media="(min-width: 99999px)" data-srcset="/c.jpg"><source data-srcset="/a.jpg">
      <img id="spot" src="${BLANK}" data-src="/b.jpg" style="${BOX}"></picture>`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'a lazy image that has no address yet',
    body: `<img id="spot" alt="" data-original="/a.jpg" style="display:block;${BOX}">`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'a drawing that stands in for the picture whose address its script keeps',
    body: `<img id="spot" src="${LARGE_DRAWING}" data-original="/a.jpg" style="${BOX}">`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'a picture that the page holds in itself, whatever address of another stands at it',
    body: `<img id="spot" src="${RESULT}" data-original="/a.jpg" data-url="/b.jpg" style="${BOX}">`,
    found: [`spot ${RESULT}`],
  },
  {
    name: 'an image that has not come, by its own address and none that may lead elsewhere',
    body: `<img id="spot" src="/missing.jpg" data-url="/a.jpg" alt="Missing" style="display:block;${BOX}">`,
    found: ['spot /missing.jpg'],
  },
  {
    name: 'an image that its class calls lazy, by the address that may lead elsewhere',
    body: `<img id="spot" class="lazy" src="/missing.jpg" data-url="/a.jpg" alt="Missing" style="display:block;${BOX}">`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'a placeholder without the address of the real picture',
    body: `<img id="spot" src="/spacer.gif" class="lazyload" style="${BOX}">`,
    found: ['spot not-loaded'],
  },
  {
    name: 'a small picture that has come to its place, as it is',
    body: `<img id="spot" src="/spacer.gif" data-src="/spacer.gif" class="lazyloaded" style="${BOX}">`,
    found: ['spot /spacer.gif'],
  },
  {
    name: 'a small picture that the page holds in itself, as it is',
    body: `<img id="spot" src="${SMALL_DRAWING}" style="width:200px;height:200px">`,
    found: [`spot ${SMALL_DRAWING}`],
  },
  {
    name: 'a small image that is stretched, without the mark of a placeholder, as it is',
    body: `<img id="spot" src="/spacer.gif" style="${BOX}">`,
    found: ['spot /spacer.gif'],
  },
  {
    name: 'a lazy image that has been loaded, as it is',
    body: `<img id="spot" src="/a.jpg" data-src="/b.jpg" style="${BOX}">`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'what a srcset shows',
    body: `<img id="spot" src="/a.jpg" srcset="/b.jpg 1x, /c.jpg 3x" style="${BOX}">`,
    found: ['spot /b.jpg'],
  },
  {
    name: 'what a picture shows, whose own box has no height',
    body: `<picture><source type="image/none" srcset="/c.jpg"><source srcset="/b.jpg"><img id="spot" src="/a.jpg" style="${BOX}"></picture>`,
    found: ['spot /b.jpg'],
  },
  {
    name: 'a broken image by its address',
    body: `<img id="spot" src="/missing.jpg" alt="Missing" style="display:block;${BOX}">`,
    found: ['spot /missing.jpg'],
  },
  {
    name: 'the element that Firefox names',
    body: `<img id="target-7" src="/a.jpg" style="${BOX}"><img id="spot" src="/a.jpg" style="${BOX}"><p>Words</p>`,
    at: 'p',
    pointed: { url: '/a.jpg', targetElementId: 7 },
    found: ['target-7 /a.jpg'],
  },
  {
    name: 'of two with one address the one that was clicked',
    body: `<img id="a" src="/a.jpg" style="${BOX}"><br><img id="spot" src="/a.jpg" style="width:50px">`,
    pointed: { url: '/a.jpg' },
    found: ['spot /a.jpg'],
  },
];

/** A page with this body. */
export const pageOf = (body: string) =>
  `<!doctype html><html lang="en"><title>A page</title><body style="margin:0">${body}`;

/** An SVG file, as pages of documents are. */
const svgOf = (body: string) => ({
  body: `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="100">${body}</svg>`,
  type: 'image/svg+xml',
});

/** Serves the body of a case, that of a frame, and the files the cases name. */
export function serveCase(pages: PageServer, body: string, frame = ''): void {
  const photograph = photographPage();
  pages.setRoutes({
    '/': { body: pageOf(body) },
    '/frame': { body: pageOf(frame) },
    '/page': { body: 'A page' },
    '/a.jpg': photograph,
    '/b.jpg': photograph,
    '/c.jpg': photograph,
    '/spacer.gif': SPACER,
    '/clear.png': CLEAR_PNG,
    '/page.svg': svgOf('<image xlink:href="a.jpg" width="200" height="90"/>'),
    '/beside.svg': svgOf('<image xlink:href="a.jpg" width="20" height="20"/>'),
    '/drawing.svg': svgOf('<circle cx="100" cy="50" r="40"/>'),
  });
}

/** What is found in the page this runs in, with addresses as paths. It is sent there as text: it has to stand alone. */
export function findInPage(pointed: Pointed): { found: string[]; isCertain: boolean } {
  const { findPictures } = globalThis as unknown as { findPictures: (pointed: Pointed) => Finding };
  const url = pointed.url === undefined ? undefined : new URL(pointed.url, location.href).href;
  const { pictures, isCertain } = findPictures({ ...pointed, ...(url !== undefined && { url }) });
  const found = pictures.map(({ element, source }) => {
    const what = source.kind === 'address' ? source.url.replace(location.origin, '') : source.kind;
    return `${element.id || element.localName} ${what}`;
  });
  return { found, isCertain };
}
