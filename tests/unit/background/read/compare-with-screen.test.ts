import { describe, expect, it } from 'vitest';
import { looksOther, partOfFile } from '../../../../src/background/read/compare-with-screen.ts';
import { PRINT_LENGTH } from '../../../../src/core/media/picture-print.ts';

const SIZE = { width: 100, height: 100 };
const LIES = { fit: 'fill', position: '', scale: 1 };
const AREA = { left: 0, top: 0, width: 200, height: 100, viewportWidth: 400, isPartial: false };

describe('what of a file is on the screen', () => {
  it('is all of it in the box that it fills', () => {
    const file = { ...LIES, left: 0, top: 0, width: 200, height: 100 };
    expect(partOfFile({ ...AREA, file }, SIZE)?.share).toEqual({ left: 0, top: 0, width: 1, height: 1 });
  });

  it('is the part that a box which is covered leaves', () => {
    const file = { ...LIES, left: -100, top: 0, width: 400, height: 100 };
    expect(partOfFile({ ...AREA, file }, SIZE)?.share).toEqual({ left: 0.25, top: 0, width: 0.5, height: 1 });
  });

  it('is less than the box where the file is contained in it', () => {
    const file = { ...LIES, left: 50, top: 0, width: 100, height: 100 };
    const part = partOfFile({ ...AREA, file }, SIZE);
    expect(part?.share).toEqual({ left: 0, top: 0, width: 1, height: 1 });
    expect(part?.area).toMatchObject({ left: 50, width: 100 });
  });

  it('says too little where it is a strip, or where the file is not known', () => {
    expect(
      partOfFile({ ...AREA, height: 10, file: { ...LIES, left: 0, top: 0, width: 200, height: 100 } }, SIZE),
    ).toBeUndefined();
    expect(partOfFile(AREA, SIZE)).toBeUndefined();
  });
});

describe('two prints of one place', () => {
  const print = (grey: (part: number) => number) => Array.from({ length: PRINT_LENGTH }, (_, part) => grey(part));
  const photograph = print((part) => part % 200);

  it.each([
    ['as it is', false, photograph],
    ['scaled, a little lighter', false, print((part) => (part % 200) + 10)],
    ['with a label on it', false, print((part) => (part < PRINT_LENGTH / 5 ? 255 : part % 200))],
    ['another image', true, print((part) => 200 - (part % 200))],
  ])('of a photograph %s', (_name, isOther, other) => {
    expect(looksOther(photograph, other)).toBe(isOther);
  });
});
