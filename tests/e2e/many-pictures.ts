import { encodePng } from '../fixtures/encode-png.ts';
import { paintPicture } from '../fixtures/picture.ts';
import type { Page, PageRoutes } from '../fixtures/serve-pages.ts';

/** The bytes of the picture of a number: each number has its own. */
export function numberedPicture(number: number, side = 48): Buffer<ArrayBuffer> {
  const hue = (number * 37) % 200;
  return encodePng(
    paintPicture(side, side, (across, down) => [hue, 255 * across, 255 * down]),
    [{ chunk: 'tEXt', keyword: 'Comment', text: `number ${number}` }],
  );
}

/** A page of so many pictures, and the pictures. */
export function pageOfPictures(count: number, more = ''): PageRoutes {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const images = numbers.map((number) => `<img id="p${number}" src="/p/${number}.png" width="60" height="60" alt="">`);
  const body = `<!doctype html><html lang="en"><title>Pictures</title><h1>Pictures</h1>${images.join('')}${more}`;
  const pictures = numbers.map((number): [string, Page] => [
    `/p/${number}.png`,
    { body: numberedPicture(number), type: 'image/png' },
  ]);
  return { '/': { body }, ...Object.fromEntries(pictures) };
}
