import { expect, it } from 'vitest';
import { MEDIA_CASES } from '../e2e/media/cases.ts';
import { faultsOfRepetition, isRepeatedInFirefox } from '../e2e/media/repeated-in-firefox.ts';

it('of each line of the media cases, one at least is tried in Firefox too', () => {
  expect(faultsOfRepetition(MEDIA_CASES)).toEqual([]);
});

it('a case whose outcome the list itself says to differ is tried in Firefox too', () => {
  const differing = MEDIA_CASES.filter(({ outcome, impossible }) => typeof outcome === 'function' || impossible);
  expect(differing.length).toBeGreaterThan(0);
  expect(differing.filter((one) => !isRepeatedInFirefox(one))).toEqual([]);
});

it('says which lines and names of that choice are of no use', () => {
  const cases = [...MEDIA_CASES, { line: 'a new line', name: 'a case' }].filter(({ name }) => name !== 'tainted');
  expect(faultsOfRepetition(cases)).toEqual([
    'no case of the line a new line is repeated',
    'there is no case canvas: tainted',
  ]);
});
