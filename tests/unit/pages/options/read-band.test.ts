import { expect, it } from 'vitest';
import { readBand } from '../../../../src/pages/options/band-fields.tsx';

it.each([
  ['40', '60', { from: 40, to: 60 }],
  ['0', '100', { from: 0, to: 100 }],
  ['50', '50', { from: 50, to: 50 }],
  ['39.5', ' 60 ', { from: 39.5, to: 60 }],
  ['60', '40', undefined],
  ['', '60', undefined],
  ['40', ' ', undefined],
  ['-1', '60', undefined],
  ['40', '101', undefined],
  ['many', '60', undefined],
  ['NaN', 'NaN', undefined],
])('from %j to %j', (from, to, band) => {
  expect(readBand(from, to)).toEqual(band);
});
