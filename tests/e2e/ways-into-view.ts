import type { PageRoutes } from '../fixtures/serve-pages.ts';
import { numberedPicture } from './many-pictures.ts';

/** The pictures' names are their numbers. */
const FIRST = 500;
const COUNT = 12;

/** What is there at once: alone, in nested shadow roots, in place of a placeholder, in a drawing, as a background. */
export const AT_ONCE = [500, 502, 505, 507, 509];

/** What comes with `MORE`: a component's, one that has grown, one that has faded in, one that is back, and another one in the drawing. */
export const LATER = [501, 503, 504, 506, 508];

/** Badges in the end: in the drawing there is one image. */
export const BADGES = AT_ONCE.length + LATER.length - 1;

const at = (number: number) => `/w/${number}.png`;
const image = (number: number, more = '') => `<img src="${at(number)}" width="180" height="130" alt="" ${more}>`;

/** A page whose images come into view in all the ways of real pages; 510 stays too small, and 511 transparent. */
export function waysIntoView(path: string): PageRoutes {
  const style = `#grows, #small { width: 100px; height: 100px } #grows.large { width: 180px; height: 130px }
    #fades, #hidden { opacity: 0; transition: opacity 0.2s } #fades.in { opacity: 1 }
    #cover { display: inline-block; width: 180px; height: 130px }`;
  const script = `class Inner extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'closed' }).innerHTML = '${image(502)}'; }
    }
    class Outer extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<inner-photo></inner-photo>'; }
    }
    customElements.define('inner-photo', Inner);
    customElements.define('outer-photo', Outer);
    const moves = document.querySelector('#moves');
    addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => moves.remove())));`;
  const placeholder = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
  const body = `<!doctype html><html lang="en"><title>Ways</title><style>${style}</style><h1>Ways</h1>${image(500)}
    <outer-photo></outer-photo><late-photo></late-photo>${image(503, 'id="grows"')}${image(504, 'id="fades"')}
    <img id="lazy" src="${placeholder}" data-src="${at(505)}" width="180" height="130" alt="">${image(506, 'id="moves"')}
    <svg width="180" height="130"><image href="${at(507)}" width="180" height="130"/></svg>
    <div id="cover" style="background-image: url('${at(509)}')"></div>
    ${image(510, 'id="small"')}${image(511, 'id="hidden"')}<script>${script}</script>`;
  const numbers = Array.from({ length: COUNT }, (_, index) => FIRST + index);
  return {
    [path]: { body },
    ...Object.fromEntries(
      numbers.map((number) => [at(number), { body: numberedPicture(number, 150), type: 'image/png' }]),
    ),
  };
}

/** The script by which the rest comes. */
export const MORE = `(() => {
  history.pushState({}, '', '#more');
  class Late extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(image(501))}; }
  }
  customElements.define('late-photo', Late);
  const find = (name) => document.querySelector(name);
  find('#grows').classList.add('large');
  find('#fades').classList.add('in');
  find('#lazy').src = find('#lazy').dataset.src;
  find('svg image').setAttribute('href', '${at(508)}');
  document.body.append(moves);
})()`;
