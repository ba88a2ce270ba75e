import { describe, expect, it } from 'vitest';
import { type Box, bestPlace } from '../../../../src/page/panel/best-place.ts';

const VIEW = { width: 1280, height: 800 };
const PANEL = { width: 320, height: 300 };

const box = (left: number, top: number, width: number, height: number): Box => ({ left, top, width, height });

describe('the panel stands', () => {
  it('by boxes as the browser gives them, whose sides are not their own properties', () => {
    class Rect {
      readonly #width = 320;
      readonly #height = 300;
      get width() {
        return this.#width;
      }
      get height() {
        return this.#height;
      }
    }
    expect(bestPlace(new Rect(), box(100, 100, 640, 480), VIEW)).toEqual({ left: 748, top: 100 });
  });

  it.each([
    ['to the right of its media', box(100, 100, 640, 480), { left: 748, top: 100 }],
    ['to the left where the right has no room', box(700, 100, 560, 480), { left: 372, top: 100 }],
    ['below where neither side has room', box(200, 50, 900, 300), { left: 200, top: 358 }],
    ['above where nothing else has room', box(200, 400, 900, 390), { left: 200, top: 92 }],
    ['in view, beside media that begins above the window', box(100, -200, 640, 480), { left: 748, top: 8 }],
    ['in view, beside media that ends below the window', box(100, 700, 640, 480), { left: 748, top: 492 }],
  ])('%s', (_where, media, expected) => {
    expect(bestPlace(PANEL, media, VIEW)).toEqual(expected);
  });

  it('where it covers least of media that fills the window', () => {
    const { left, top } = bestPlace(PANEL, box(0, 0, 1200, 800), VIEW);
    expect(left).toBe(952);
    expect([8, 492]).toContain(top);
  });

  it('over less than a third of any media, where the window has room for that', () => {
    const tooMuch: Box[] = [];
    for (let width = 100; width <= 1280; width += 60) {
      for (let height = 100; height <= 800; height += 50) {
        for (const [left, top] of [
          [0, 0],
          [1280 - width, 800 - height],
          [(1280 - width) / 2, (800 - height) / 2],
        ] as const) {
          const media = box(left, top, width, height);
          const place = bestPlace(PANEL, media, VIEW);
          const across = Math.min(place.left + 320, left + width) - Math.max(place.left, left);
          const down = Math.min(place.top + 300, top + height) - Math.max(place.top, top);
          if (Math.max(across, 0) * Math.max(down, 0) > (width * height) / 3) tooMuch.push(media);
        }
      }
    }
    expect(tooMuch).toEqual([]);
  });
});
