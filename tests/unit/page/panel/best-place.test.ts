import { describe, expect, it } from 'vitest';
import { bestPlace } from '../../../../src/page/panel/best-place.ts';
import { type Area, commonPart } from '../../../../src/page/read/visible-part.ts';

const box = (left: number, top: number, width: number, height: number): Area => ({ left, top, width, height });

const PANEL = { width: 320, height: 300 };
const VIEW = box(0, 0, 1280, 800);

interface Around {
  readonly media: Area;
  readonly panel?: { readonly width: number; readonly height: number };
  readonly view?: Area;
  readonly taken?: readonly Area[];
  readonly isRightToLeft?: boolean;
}

function placed({ panel = PANEL, view = VIEW, taken = [], isRightToLeft = false, media }: Around) {
  const { left, top } = bestPlace(panel, { media, view, taken, isRightToLeft });
  return { left, top };
}

describe('the panel stands', () => {
  it.each<[where: string, around: Around, left: number, top: number]>([
    ['to the right of its media', { media: box(100, 100, 640, 480) }, 748, 100],
    ['to the left where the right has no room', { media: box(700, 100, 560, 480) }, 372, 100],
    ['below where neither side has room', { media: box(200, 50, 900, 300) }, 200, 358],
    ['above where nothing else has room', { media: box(200, 400, 900, 390) }, 200, 92],
    ['in view, beside media that begins above the window', { media: box(100, -200, 640, 480) }, 748, 8],
    ['in view, beside media that ends below the window', { media: box(100, 700, 640, 480) }, 748, 492],
    ['below media at the right edge', { media: box(320, 50, 960, 300) }, 320, 358],
    ['beside media of a few pixels', { media: box(600, 400, 16, 16) }, 624, 400],
    ['at the edge where its media has left the window', { media: box(100, -900, 640, 480) }, 748, 8],
    ['in the far upper corner of media that fills the window', { media: VIEW }, 952, 8],
    ['in the corner where media covers all else', { media: box(0, 0, 1200, 790) }, 952, 492],

    [
      'to the left of its media, read from the right',
      { media: box(700, 100, 500, 480), isRightToLeft: true },
      372,
      100,
    ],
    ['to the right where the left has no room', { media: box(100, 100, 640, 480), isRightToLeft: true }, 748, 100],
    ['below, from where lines begin', { media: box(200, 50, 900, 300), isRightToLeft: true }, 780, 358],
    ['in the left corner of what fills the window', { media: VIEW, isRightToLeft: true }, 8, 8],

    ['off the pill', { media: box(0, 0, 700, 800), taken: [box(700, 0, 580, 400)] }, 952, 492],
    [
      'off the pill rather than to the right',
      { media: box(340, 200, 400, 300), taken: [box(960, 200, 300, 300)] },
      12,
      200,
    ],
    [
      'over the pill before it covers its media',
      { media: box(0, 0, 952, 800), taken: [box(960, 0, 320, 800)] },
      952,
      8,
    ],

    ['in what two fingers have zoomed into', { media: box(0, 0, 640, 480), view: box(600, 200, 640, 400) }, 648, 208],
    [
      'in a window of 320 pixels, below',
      { media: box(10, 20, 300, 100), panel: box(0, 0, 304, 300), view: box(0, 0, 320, 640) },
      8,
      128,
    ],
    [
      'at the upper left where the window has room for neither',
      { media: box(0, 0, 200, 100), view: box(0, 0, 200, 120) },
      8,
      8,
    ],
  ])('%s', (_where, around, left, top) => {
    expect(placed(around)).toEqual({ left, top });
  });

  it('by boxes as the browser gives them, whose sides are not their own properties', () => {
    class Rect {
      readonly #size = PANEL;
      get width() {
        return this.#size.width;
      }
      get height() {
        return this.#size.height;
      }
    }
    expect(placed({ panel: new Rect(), media: box(100, 100, 640, 480) })).toEqual({ left: 748, top: 100 });
  });

  it.each([false, true])(
    'over no more of any media than it must, in view (read from the right: %s)',
    (isRightToLeft) => {
      const wrong: unknown[] = [];
      for (const media of everyMedia()) {
        const place = { ...placed({ media, isRightToLeft }), ...PANEL };
        const { covered } = bestPlace(PANEL, { media, view: VIEW, taken: [], isRightToLeft });
        const isInView = sizeOf(commonPart(place, VIEW)) === sizeOf(place);
        if (!isInView || covered > leastCovered(media) || covered !== sizeOf(commonPart(place, media)))
          wrong.push(media);
      }
      expect(wrong).toEqual([]);
    },
  );
});

const sizeOf = ({ width, height }: Area) => width * height;

/** Media of every size at the edges, in the middle, and partly out of the window. */
function* everyMedia(): Generator<Area> {
  for (let width = 40; width <= 1400; width += 136) {
    for (let height = 40; height <= 1000; height += 96) {
      for (const across of [-0.5, 0, 0.5, 1, 1.5]) {
        for (const down of [-0.5, 0, 0.5, 1, 1.5]) {
          yield box((VIEW.width - width) * across, (VIEW.height - height) * down, width, height);
        }
      }
    }
  }
}

/** What the panel covers where it covers least, tried at places all over the window. */
function leastCovered(media: Area): number {
  let least = Number.POSITIVE_INFINITY;
  for (let left = 8; left <= 952; left += 59) {
    for (let top = 8; top <= 492; top += 44) {
      least = Math.min(least, sizeOf(commonPart({ left, top, ...PANEL }, media)));
    }
  }
  return least;
}
