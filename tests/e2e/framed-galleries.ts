import type { PageRoutes } from '../fixtures/serve-pages.ts';
import { gallery } from './gallery.ts';

/** Images of `framedGalleries` in frames of its site, with an address and without, and those in the frames that come with `ADDED_FRAMES`. */
export const [FRAMED, ADDED] = [4, 2];

const image = (number: number) => `<img src='/g/${number}.png' width='240' height='160' alt=''>`;

/** Adds a frame with an image to a page, and one within that without an address of its own. */
export const ADDED_FRAMES = `(() => {
  const outer = document.createElement('iframe');
  outer.width = outer.height = 600;
  outer.src = '/added';
  outer.onload = () => {
    const inner = outer.contentDocument.createElement('iframe');
    inner.width = inner.height = 280;
    outer.contentDocument.querySelector('h1').replaceWith(inner);
    inner.contentDocument.body.innerHTML = ${JSON.stringify(image(24))};
  };
  document.querySelector('h1').replaceWith(outer);
})()`;

/** `/framed` has an image, frames of `site` and without an address of their own, and one of `other`. */
export function framedGalleries(site: string, other: string): PageRoutes {
  const frames = `<iframe src="${site}/inner" width="300" height="560"></iframe>
    <iframe src="${other}/foreign" width="300" height="560"></iframe>
    <iframe srcdoc="${image(22)}" width="280" height="200"></iframe>
    <iframe sandbox srcdoc="${image(23)}" width="280" height="200"></iframe>`;
  return {
    ...gallery('/inner', 2, 20),
    ...gallery('/foreign', 2, 26),
    ...gallery('/added', 1, 30),
    ...gallery('/others', 4, 22), // Those of frames without an address, and of the page itself.
    '/framed': {
      body: `<!doctype html><html lang="en"><title>Framed</title><h1>Framed</h1>${image(25)}${frames}`,
    },
  };
}
