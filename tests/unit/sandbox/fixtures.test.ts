import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { encodePng } from '../../fixtures/encode-png.ts';
import { makeDeclaredJpeg, makeDeclaredPng, makeFixtures } from '../../fixtures/make-fixtures.ts';
import { PHOTOGRAPHS } from '../../fixtures/photographs.ts';
import { paintPicture } from '../../fixtures/picture.ts';

it('fixtures are the same bytes every time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fixtures-'));
  const first = await makeFixtures(join(folder, 'a'));
  const second = await makeFixtures(join(folder, 'b'));
  for (const name of ['declaredPng', 'declaredJpeg', 'stableDiffusionPng', 'plainPng'] as const) {
    expect(await readFile(first[name])).toEqual(await readFile(second[name]));
  }
  expect(first.photographs).toHaveLength(3);
  await rm(folder, { recursive: true });
});

it('the declared PNG is 640 by 426', () => {
  const png = makeDeclaredPng('trainedAlgorithmicMedia');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([640, 426]);
});

it('a PNG holds the pixels it was given', () => {
  const picture = paintPicture(2, 2, (across, down) => [across * 200, down * 200, 7]);
  const png = encodePng(picture);
  const start = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
  expect([...rows]).toEqual([1, 50, 50, 7, 100, 0, 0, 1, 50, 150, 7, 100, 0, 0]);
});

it('the declared JPEG is the photograph with other metadata: one XMP packet, and the same picture', async () => {
  const photograph = await readFile(PHOTOGRAPHS[0]?.path ?? '');
  const declared = await makeDeclaredJpeg('trainedAlgorithmicMedia');
  const quantisation = Buffer.from([0xff, 0xdb]);
  expect(declared.toString('latin1').split('http://ns.adobe.com/xap/1.0/\0')).toHaveLength(2);
  expect(declared.subarray(declared.indexOf(quantisation))).toEqual(
    photograph.subarray(photograph.indexOf(quantisation)),
  );
});
