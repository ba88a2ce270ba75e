import { describe, expect, it } from 'vitest';
import { partPixels } from '../../../../src/background/read/cut-part.ts';

describe('a part in pixels', () => {
  it.each([
    ['the middle', [0.25, 0.25, 0.5, 0.5], [1_024, 484], [256, 121, 512, 242]],
    ['all of it', [0, 0, 1, 1], [1_024, 484], [0, 0, 1_024, 484]],
    ['edges between pixels', [0.1, 0.1, 0.333, 0.333], [101, 7], [10, 1, 34, 2]],
    ['less than a pixel', [0.5, 0.5, 0.000_1, 0.000_1], [100, 100], [50, 50, 1, 1]],
    ['the last corner', [1, 1, 1, 1], [100, 50], [99, 49, 1, 1]],
    ['more than is left', [0.5, 0.5, 1, 1], [100, 50], [50, 25, 50, 25]],
    ['of a single pixel', [0.3, 0.3, 0.1, 0.1], [1, 1], [0, 0, 1, 1]],
  ] as const)('%s: %j of %j is %j', (_, [left, top, across, down], [width, height], expected) => {
    const { x, y, ...size } = partPixels({ left, top, width: across, height: down }, { width, height });
    expect([x, y, size.width, size.height]).toEqual(expected);
  });
});
