import { describe, expect, it } from 'vitest';
import { CHANGED, isMadeFlat } from '../fixtures/made-flat.ts';
import { PHOTOGRAPHS } from '../fixtures/photographs.ts';

describe.each(PHOTOGRAPHS)('a photograph ($name)', ({ path }) => {
  it.each(CHANGED)('is not taken for a drawing %s', (_name, how, type) => {
    expect(isMadeFlat([path], how, type)).not.toBe(true);
  });
});
