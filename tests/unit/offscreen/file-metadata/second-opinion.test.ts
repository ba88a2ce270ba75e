// @module-tag exiftool
import { beforeAll, expect, it } from 'vitest';
import { exiftoolFields, ourFields } from './both-opinions.ts';
import { CORPUS } from './metadata-corpus.ts';

let its: ReturnType<typeof exiftoolFields> = [];
beforeAll(() => {
  its = exiftoolFields(CORPUS.map(([, file]) => file));
});

it.each(CORPUS.map(([name, file], index) => [name, file, index] as const))(
  'exiftool finds the same fields as we do: %s',
  async (_name, file, index) => {
    expect(its[index]).not.toEqual([]);
    expect(await ourFields(file)).toEqual(its[index]);
  },
);
