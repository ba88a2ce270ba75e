import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inDocument } from '../../../../src/background/offscreen-link/in-document.ts';
import { prepareImage } from '../../../../src/background/read/prepare-image.ts';
import { AppError, isAppError } from '../../../../src/core/errors/app-error.ts';
import { smallPng, tinyJpeg } from '../../tiny-images.ts';

// What draws it is a document of Chromium's.
vi.mock('../../../../src/background/offscreen-link/in-document.ts');

const rasterise = vi.fn<(image: Blob) => Promise<Blob>>();
const frameThatShows = vi.fn(async () => undefined);
const decoded: string[] = [];

beforeEach(() => {
  vi.resetAllMocks();
  decoded.length = 0;
  rasterise.mockImplementation(async () => smallPng());
  vi.mocked(inDocument).mockReturnValue({ rasterise, frameThatShows } as never);
  vi.stubGlobal('createImageBitmap', async (image: Blob) => {
    decoded.push(image.type);
    throw new DOMException('There is no decoder here.', 'InvalidStateError');
  });
});

afterEach(() => vi.unstubAllGlobals());

const codeOf = (error: unknown) => (isAppError(error) ? error.data.code : error);
const blobOf = (latin1: string) => new Blob([Buffer.from(latin1, 'latin1')]);
const svg = () => blobOf('<svg xmlns="http://www.w3.org/2000/svg"/>');
const avif = (brand: string) => blobOf(`\0\0\0\x14ftyp${brand}\0\0\0\0${brand}`);

it.each<[name: string, where: string, image: Blob]>([
  ['an SVG', 'elsewhere', svg()],
  ['an AVIF', 'elsewhere', avif('avif')],
  ['an AVIF sequence', 'elsewhere', avif('avis')],
  ['a JPEG XL', 'elsewhere', blobOf('\xff\x0a')],
  ['a JPEG XL in its container', 'elsewhere', blobOf('\0\0\0\x0cJXL \r\n\x87\n')],
  ['a JPEG', 'here', tinyJpeg()],
  ['a JPEG that says it is an AVIF', 'here', new Blob([tinyJpeg()], { type: 'image/avif' })],
  ['a PNG', 'here', smallPng()],
])('%s is decoded %s: where that can be ended, unless its cost is told beforehand', async (_name, where, image) => {
  await prepareImage(image).catch(codeOf);
  expect(rasterise.mock.calls.length > 0 ? 'elsewhere' : 'here').toBe(where);
  expect(decoded).toHaveLength(1);
  expect(decoded).not.toContain('image/avif');
});

it('the next is drawn after one that fails, or is stopped', async () => {
  rasterise.mockRejectedValueOnce(new AppError({ code: 'costly-picture' }));
  expect(await prepareImage(svg()).catch(codeOf)).toBe('costly-picture');
  await prepareImage(svg()).catch(codeOf);
  expect(rasterise).toHaveBeenCalledTimes(2);
});

it('the drawings of a page with many hold up no other tab', async () => {
  const drawn: string[] = [];
  rasterise.mockImplementation(async (image) => {
    drawn.push(image.size === svg().size ? 'of the page' : 'of another');
    await setImmediate();
    return smallPng();
  });
  const another = new Blob([svg(), ' ']);
  const all = [
    ...Array.from({ length: 40 }, () => prepareImage(svg(), { owner: 1 })),
    prepareImage(another, { owner: 2 }),
  ];
  await Promise.allSettled(all);
  expect(drawn).toHaveLength(41);
  expect(drawn.indexOf('of another')).toBeLessThan(4); // One is begun at once, and some look at their files sooner.
});
