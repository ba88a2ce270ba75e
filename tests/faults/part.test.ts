// @module-tag ffmpeg
import { imageDimensionsFromData } from 'image-dimensions';
import { expect, test } from 'vitest';
import { byPlace, middleOf } from '../fixtures/place-picture.ts';
import { useNodeBed } from './node/node-cases.ts';

const bed = useNodeBed();

const CHECK_PART = 'Check a part';

/** A place in the image, but for the rounding of colours. */
const near = (place: number) => expect.closeTo(place, 2);

/** Begins a check of an image of 48 by 48 pixels that says of each of its parts where it is, and waits for its verdict. */
async function judged() {
  bed().sandbox.always('/image', byPlace(0));
  const { shown } = await bed().begin('other-image');
  await shown.waitForLine('Inconclusive');
  return shown;
}

/** The image that was sent last: its type and size, and where its middle lies in the whole. */
function lastSent() {
  const { body = Buffer.alloc(0), headers } = bed().sandbox.requests('/image').at(-1) ?? {};
  const { width, height } = imageDimensionsFromData(body) ?? {};
  const { across = -1, down = -1 } = middleOf(body) ?? {};
  return [headers?.['content-type'], width, height, across, down];
}

test.each([
  [
    'the left',
    { left: 0, top: 0, width: 0.75, height: 1 },
    [36, 48, 0.375, 0.5],
    'Likely not AI-generated',
    '0 from the left, 0 from the top',
  ],
  [
    'the right',
    { left: 0.25, top: 0, width: 0.75, height: 1 },
    [36, 48, 0.625, 0.5],
    'Likely AI-generated',
    '12 from the left, 0 from the top',
  ],
  [
    'the bottom right',
    { left: 0.3, top: 0.3, width: 0.7, height: 0.7 },
    [34, 34, 0.646, 0.646],
    'Likely AI-generated',
    '14 from the left, 14 from the top',
  ],
] as const)(
  'a part is cut out of all the pixels, and judged by itself: %s',
  async (_, share, sent, headline, where) => {
    const shown = await judged();
    await shown.press(CHECK_PART, { share });
    const [width, height] = sent;
    await shown.waitForLine(`Part of the image · ${width} × ${height} pixels, ${where}`);
    await shown.waitForLine(headline);
    const [, , across, down] = sent;
    expect(lastSent()).toEqual(['image/png', width, height, near(across), near(down)]);
    await shown.waitForButtons(['Close', 'Check again', 'Back to the whole image']);
  },
);

test('what is very small is sent after a question alone, as everywhere', async () => {
  const shown = await judged();
  const before = bed().sandbox.requests('/image').length;
  await shown.press(CHECK_PART, { share: { left: 0.5, top: 0, width: 0.5, height: 0.5 } });
  await shown.waitForLine(/This very small image \(24 × 24 pixels\)/);
  expect(bed().sandbox.requests('/image')).toHaveLength(before);
  await shown.press('Check anyway');
  await shown.waitForLine('Part of the image · 24 × 24 pixels, 24 from the left, 0 from the top');
  expect(lastSent()).toEqual(['image/png', 24, 24, near(0.75), near(0.25)]);
});
