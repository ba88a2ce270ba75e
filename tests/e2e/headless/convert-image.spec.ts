import type { Page } from '@playwright/test';
import { type ConvertedName, convertPhotograph } from '../../fixtures/convert-photograph.ts';
import { encodePng } from '../../fixtures/encode-png.ts';
import { paintPicture } from '../../fixtures/picture.ts';
import { pageWithImage } from '../image-pages.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';

const CONVERTED: readonly (readonly [ConvertedName, string])[] = [
  ['a.avif', 'converted from AVIF'],
  ['a.gif', 'converted from GIF'],
  ['animated.gif', 'converted from GIF, first frame'],
  ['a.bmp', 'converted from BMP'],
  ['a.ico', 'converted from ICO'],
  ['a.jxl', 'converted from JPEG XL'],
  ['animated.avif', 'converted from AVIF sequence, first frame'],
  ['animated.png', 'converted from APNG, first frame'],
];

test.beforeEach(async ({ user }) => {
  await user.signIn();
});

test('what the service does not take is converted without loss, and that is said', async ({ user, pages, sandbox }) => {
  for (const [name, words] of CONVERTED) {
    const original = await convertPhotograph(name);
    const routes = { '/': pageWithImage('/original'), '/original': { body: original, type: 'text/plain' } };
    pages.setRoutes(routes);
    const page = await user.visit(pages.origin);
    const panel = await user.check(page, '#image');
    await panel.waitForLine(/^Likely/);
    await panel.waitForLine(new RegExp(`^PNG.*${words}`));
    const sent = sandbox.requests('/image').at(-1);
    expect(sent?.headers['content-type']).toBe('image/png');
    pages.setRoutes({ ...routes, '/sent': { body: sent?.body ?? '', type: 'image/png' } });
    const differing = () => differingPixels(page, '/original', '/sent');
    expect(await settled('both pictures are files', differing)).toBe(0);
  }
});

test('what the service takes stays as it is, animated WebP among it', async ({ user, pages, sandbox }) => {
  for (const name of ['a.png', 'a.webp', 'animated.webp'] as const) {
    const original = await convertPhotograph(name);
    pages.setRoutes({ '/': pageWithImage('/original'), '/original': { body: original, type: 'text/plain' } });
    const panel = await user.check(await user.visit(pages.origin), '#image');
    await panel.waitForLine(/^Likely/);
    expect(sandbox.requests('/image').at(-1)?.body?.equals(original)).toBe(true);
  }
});

test('an SVG image is drawn at its own size, and nothing in it runs or loads @quick', async ({
  user,
  pages,
  sandbox,
}) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">
    <rect width="100" height="100" fill="red"/><image href="${pages.origin}/tracker.png"/>
    <script>fetch('${pages.origin}/script')</script></svg>`;
  pages.setRoutes({ '/': pageWithImage('/a.svg'), '/a.svg': { body: svg, type: 'image/svg+xml' } });
  const page = await user.visit(pages.origin);
  const panel = await user.check(page, '#image');
  await panel.waitForLine(/^Likely/);
  await panel.waitForLine(/^PNG.*converted from SVG/);
  const png = sandbox.requests('/image')[0]?.body ?? Buffer.alloc(24);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([200, 100]);
  expect([...pages.requests('/tracker.png'), ...pages.requests('/script')]).toEqual([]);
});

test('an SVG image is sent whole also where its pixels take megabytes', async ({ user, pages, sandbox }) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">
    <filter id="noise"><feTurbulence baseFrequency="0.9"/></filter><rect width="900" height="600" filter="url(#noise)"/></svg>`;
  pages.setRoutes({ '/': pageWithImage('/a.svg'), '/a.svg': { body: svg, type: 'image/svg+xml' } });
  const panel = await user.check(await user.visit(pages.origin), '#image');
  await panel.waitForLine(/^Likely/);
  expect(sandbox.requests('/image')[0]?.body?.length).toBeGreaterThan(1_000_000);
});

test('what is not the picture is not sent, and the panel says why', async ({ user, pages, sandbox }) => {
  const plain = encodePng(paintPicture(64, 64, () => [20, 20, 20]));
  const pixel = encodePng(paintPicture(1, 1, () => [255, 255, 255]));
  const tiff = await convertPhotograph('a.tiff');
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1\0\0\0\x08meta', 'latin1');
  const cases = [
    [plain, /a single plain colour, so it wasn’t sent/],
    [pixel, /doesn’t match what the page shows/],
    [tiff, /in TIFF format/],
    [heic, /in HEIC format/],
    [Buffer.from('\x89PNG\r\n\x1a\nbroken', 'latin1'), /Only part of this file could be read/],
  ] as const;
  for (const [body, words] of cases) {
    pages.setRoutes({ '/': pageWithImage('/a', ''), '/a': { body, type: 'image/png' } });
    const panel = await user.check(await user.visit(pages.origin), '#image');
    await panel.waitForLine(words);
  }
  expect(sandbox.requests('/image')).toHaveLength(0);
});

/** How many pixels of two images of the page's own origin differ, as the browser decodes them. */
function differingPixels(page: Page, ...addresses: readonly [string, string]): Promise<number> {
  return page.evaluate(async ([first, second]) => {
    const pixels = async (address: string) => {
      const bitmap = await createImageBitmap(await (await fetch(address)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return new Uint32Array(context?.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer ?? new ArrayBuffer());
    };
    const [one, other] = await Promise.all([pixels(first), pixels(second)]);
    if (one.length !== other.length) return Math.max(one.length, other.length);
    return one.filter((pixel, index) => pixel !== other[index]).length;
  }, addresses);
}
