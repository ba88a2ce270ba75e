import { numberedPicture } from '../e2e/many-pictures.ts';
import type { Page, PageRoutes } from '../fixtures/serve-pages.ts';

let made = 0;

/** A page of so many small images that no page of this process had before, under `/`, and the images, `#p0` and on. */
export function pageOfNewPictures(count: number): PageRoutes {
  const numbers = Array.from({ length: count }, () => made++);
  const images = numbers.map((number, at) => `<img id="p${at}" src="/n/${number}.png" width="60" height="60" alt="">`);
  const pictures = numbers.map((number): [string, Page] => [
    `/n/${number}.png`,
    { body: numberedPicture(number), type: 'image/png' },
  ]);
  return {
    '/': { body: `<!doctype html><html lang="en"><title>Pictures</title>${images.join('')}` },
    ...Object.fromEntries(pictures),
  };
}
