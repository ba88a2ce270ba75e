import type { PageRoutes } from '../fixtures/serve-pages.ts';
import { numberedPicture } from './many-pictures.ts';

/** A page of so many large images, one below the other, and one that is too small to be checked by itself. `first`: its number. */
export function gallery(path: string, count: number, first = 0): PageRoutes {
  const names = Array.from({ length: count }, (_, index) => `${first + index}`);
  const images = names.map((name) => `<p><img src="/g/${name}.png" width="240" height="160" alt="">`);
  const small = '<img src="/g/small.png" width="100" height="100" alt="">';
  const pictures = [...names, 'small'].map((name, index) => [
    `/g/${name}.png`,
    { body: numberedPicture(first + index, 150), type: 'image/png' },
  ]);
  return {
    [path]: { body: `<!doctype html><html lang="en"><title>Gallery</title><h1>Gallery</h1>${small}${images.join('')}` },
    ...Object.fromEntries(pictures),
  };
}
