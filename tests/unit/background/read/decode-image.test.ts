import { globSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { whileFrames, withDecoded } from '../../../../src/background/read/decode-image.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The head of a PNG of so many megapixels: what there is before pixels are decoded. */
function pngOf(megapixels: number): Blob {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452000003e8000000000806000000', 'hex');
  head.writeUInt32BE(megapixels * 1_000, 20);
  return new Blob([head]);
}

/** A decoder that counts what is decoded at the same time, in megapixels. */
function countingDecoder() {
  const count = { now: 0, most: 0, decoded: 0 };
  vi.stubGlobal('createImageBitmap', async (image: Blob) => {
    const megapixels = Buffer.from(await image.arrayBuffer()).readUInt32BE(20) / 1_000;
    count.now += megapixels;
    count.most = Math.max(count.most, count.now);
    count.decoded += 1;
    return {
      close() {
        count.now -= megapixels;
      },
    };
  });
  return count;
}

/** Takes some turns of the event loop, as drawing does. */
const draw = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

it.each([
  { name: 'six of 100', sizes: [100, 100, 100, 100, 100, 100], most: 200 },
  { name: 'six of 120', sizes: [120, 120, 120, 120, 120, 120], most: 120 },
  { name: 'small ones beside large ones', sizes: [120, 40, 120, 1, 1, 40], most: 162 },
  { name: 'six of 20', sizes: [20, 20, 20, 20, 20, 20], most: 120 },
])('$name megapixels are decoded at the same time, as far as they fit into 200', async ({ sizes, most }) => {
  const count = countingDecoder();
  await Promise.all(sizes.map((size) => withDecoded(pngOf(size), draw)));
  expect(count).toEqual({ now: 0, most, decoded: sizes.length });
});

it('one that does not say its size is decoded alone', async () => {
  const count = countingDecoder();
  const work = { now: 0, most: 0 };
  const alone = async () => {
    work.most = Math.max(work.most, count.now);
    await draw();
    work.most = Math.max(work.most, count.now);
  };
  await Promise.all([
    withDecoded(pngOf(50), draw),
    whileFrames(1, new Blob(['a JPEG XL']), alone),
    withDecoded(pngOf(50), draw),
  ]);
  expect(work.most).toBe(0);
});

it('what fails gives its room to the next', async () => {
  countingDecoder();
  const fails = () => Promise.reject(new Error('it fails'));
  const work = Array.from({ length: 6 }, () => withDecoded(pngOf(120), fails));
  expect((await Promise.allSettled(work)).map(({ status }) => status)).toEqual(Array(6).fill('rejected'));
  vi.stubGlobal('createImageBitmap', fails);
  await expect(withDecoded(pngOf(120), draw, { whenBroken: () => new Error('broken') })).rejects.toThrow('broken');
  countingDecoder();
  await withDecoded(pngOf(200), draw);
});

it('the images of a page with many hold up no other tab', async () => {
  countingDecoder();
  const order: string[] = [];
  const decode = (owner: number) =>
    withDecoded(
      pngOf(120),
      async () => {
        order.push(`tab ${owner}`);
        await draw();
      },
      { owner },
    );
  await Promise.all([...Array.from({ length: 40 }, () => decode(1)), decode(2)]);
  expect(order.indexOf('tab 2')).toBeLessThanOrEqual(2);
});

it('what is stopped while it waits gives its place to the next', async () => {
  const count = countingDecoder();
  const stopping = new AbortController();
  const first = withDecoded(pngOf(120), draw);
  const stopped = withDecoded(pngOf(120), draw, { signal: stopping.signal });
  const behind = withDecoded(pngOf(80), draw);
  setTimeout(() => stopping.abort('enough'));
  await expect(stopped).rejects.toBe('enough');
  await Promise.all([first, behind]);
  expect(count).toEqual({ now: 0, most: 200, decoded: 2 });
  await expect(withDecoded(pngOf(1), draw, { signal: stopping.signal })).rejects.toBe('enough');
});

it.each<[string, (end: () => void) => void]>([
  ['until it ends', (end) => end()],
  ['for a minute at most', () => vi.advanceTimersByTime(60_000)],
])('what the browser goes on decoding for nobody counts %s', async (_name, pass) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const decoding = Promise.withResolvers<ImageBitmap>();
  const begun = Promise.withResolvers<void>();
  vi.stubGlobal('createImageBitmap', () => {
    begun.resolve();
    return decoding.promise;
  });
  const stopping = new AbortController();
  const stopped = withDecoded(pngOf(120), draw, { signal: stopping.signal });
  await begun.promise;
  stopping.abort('enough');
  await expect(stopped).rejects.toBe('enough');
  countingDecoder();
  await withDecoded(pngOf(80), async () => 'beside it');
  const behind = withDecoded(pngOf(120), async () => 'in its place');
  vi.advanceTimersByTime(59_999);
  const someTurns = Array.from({ length: 50 }).reduce<Promise<unknown>>(
    (turn) => turn.then(() => setImmediate()),
    Promise.resolve(),
  );
  expect(await Promise.race([behind, someTurns])).toBe(undefined);
  pass(() => decoding.reject(new Error('broken')));
  expect(await behind).toBe('in its place');
});

it('nothing else of the background decodes a file', () => {
  const files = globSync('src/background/**/*.ts').filter((file) =>
    /\bcreateImageBitmap\((?!whole\b)|new (ImageDecoder|Image)\(/.test(readFileSync(file, 'utf8')),
  );
  expect(files).toEqual(['src/background/read/decode-in-time.ts']);
});
