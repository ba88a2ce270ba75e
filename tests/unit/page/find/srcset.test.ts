import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseFromSrcset, parseSrcset, type SrcsetCandidate } from '../../../../src/page/find/srcset.ts';
import { cpuTimeOf } from '../../../cpu-time.ts';

const CASES: readonly (readonly [value: string, candidates: readonly SrcsetCandidate[]])[] = [
  ['', []],
  [' , ,', []],
  ['a.jpg', [{ url: 'a.jpg' }]],
  ['a.jpg,b.jpg', [{ url: 'a.jpg,b.jpg' }]],
  ['a.jpg, b.jpg', [{ url: 'a.jpg' }, { url: 'b.jpg' }]],
  [
    'a.jpg 1x, b.jpg 2.5x',
    [
      { url: 'a.jpg', density: 1 },
      { url: 'b.jpg', density: 2.5 },
    ],
  ],
  [
    'a.jpg 300w,b.jpg 600w',
    [
      { url: 'a.jpg', width: 300 },
      { url: 'b.jpg', width: 600 },
    ],
  ],
  ['a,b,c.jpg,,, d.jpg', [{ url: 'a,b,c.jpg' }, { url: 'd.jpg' }]],
  ['data:image/png;base64,AA==, b.jpg', [{ url: 'data:image/png;base64,AA==' }, { url: 'b.jpg' }]],
  ['data:,a ( , data:,b 1x, ), data:,c', [{ url: 'data:,c' }]],
  ['\n\ta.jpg\f2x\r', [{ url: 'a.jpg', density: 2 }]],
  ['a.jpg 300w 200h', [{ url: 'a.jpg', width: 300 }]],
  ['a.jpg 1e1x', [{ url: 'a.jpg', density: 10 }]],
  ['a.jpg .5x', [{ url: 'a.jpg', density: 0.5 }]],
  ['a.jpg 0x', [{ url: 'a.jpg', density: 0 }]],
  ['a.jpg -0x', [{ url: 'a.jpg', density: -0 }]],
  // With faults: left out.
  ['a.jpg 0w, b.jpg', [{ url: 'b.jpg' }]],
  ['a.jpg -1x, b.jpg', [{ url: 'b.jpg' }]],
  ['a.jpg 1x 2x, b.jpg', [{ url: 'b.jpg' }]],
  ['a.jpg 1x 300w, b.jpg', [{ url: 'b.jpg' }]],
  ['a.jpg 200h, b.jpg', [{ url: 'b.jpg' }]],
  ['a.jpg 1.x, b.jpg', [{ url: 'b.jpg' }]],
  ['a.jpg +1x, b.jpg', [{ url: 'b.jpg' }]],
  ['a.jpg 3.5w, b.jpg', [{ url: 'b.jpg' }]],
  ['a.jpg what, b.jpg', [{ url: 'b.jpg' }]],
];

describe('a srcset', () => {
  it.each(CASES)('%j', (value, candidates) => {
    expect(parseSrcset(value)).toEqual(candidates);
  });

  it('is read as it was written', () => {
    const url = fc.stringMatching(/^[^\t\n\f\r ,][^\t\n\f\r ]*[^\t\n\f\r ,]$/);
    const candidate = fc.oneof(
      fc.record({ url }),
      fc.record({ url, width: fc.integer({ min: 1, max: 99_999 }) }),
      fc.record({ url, density: fc.double({ min: 0, max: 99, noNaN: true }) }),
    );
    fc.assert(
      fc.property(fc.array(candidate), (candidates) => {
        const text = candidates.map((one: SrcsetCandidate) =>
          [one.url, one.width && `${one.width}w`, one.density !== undefined && `${one.density}x`]
            .filter(Boolean)
            .join(' '),
        );
        expect(parseSrcset(text.join(', '))).toEqual(candidates);
      }),
    );
  });

  it('of any text is read without fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.double(), (value, width) => {
        parseSrcset(value);
        chooseFromSrcset(value, width, 1);
      }),
    );
  });

  it.each([',', ' ', '(', ')', 'a ', 'a,', 'a (', '1x ', 'a 1'])(
    'takes time by its length alone: many of %j',
    async (piece) => {
      expect(await cpuTimeOf(() => parseSrcset(piece.repeat(200_000)))).toBeLessThan(2_000);
    },
  );
});

describe('the candidate for a box', () => {
  it.each([
    ['a 100w, b 400w, c 800w', 200, 1, 'b'],
    ['a 100w, b 400w, c 800w', 200, 2, 'b'],
    ['a 100w, b 400w, c 800w', 400, 2, 'c'],
    ['a 100w, b 400w, c 800w', 900, 2, 'c'],
    ['a 100w, b 400w', 0, 1, 'a'],
    ['a, b 2x, c 3x', 200, 2, 'b'],
    ['a, b 2x, c 3x', 200, 1.5, 'b'],
    ['a, b', 200, 1, 'a'],
    ['', 200, 1, undefined],
  ] as const)('of %j at %d px and %d dots is %s', (value, width, density, url) => {
    expect(chooseFromSrcset(value, width, density)).toBe(url);
  });
});
