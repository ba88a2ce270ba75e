import { describe, expect, it } from 'vitest';
import { contrastLeft } from '../../../../src/page/find/is-filtered-away.ts';

const times = (count: number, filter: string) => Array.from({ length: count }, () => filter).join(' ');

describe('a filter of the page’s root leaves enough to read by', () => {
  it.each([
    'none',
    '',
    'invert(1)',
    'invert(1) hue-rotate(180deg)',
    'invert(0.9) hue-rotate(180deg) contrast(0.95)',
    'grayscale(1)',
    'sepia(0.35) brightness(0.8) contrast(0.9)',
    'opacity(0.8)',
    'brightness(1.2) saturate(3)',
    'contrast(1.5)',
    'brightness(0.7) contrast(0.8)',
    'drop-shadow(rgb(0, 0, 0) 0px 0px 3px)',
  ])('%s', (filter) => {
    expect(contrastLeft(filter)).toBeGreaterThan(0.5);
  });
});

describe('a filter of the page’s root leaves too little', () => {
  it.each([
    'opacity(0)',
    'opacity(0.01)',
    times(10, 'opacity(0.8)'),
    times(10, 'brightness(0.9)'),
    'brightness(0)',
    'brightness(50)',
    'contrast(90)',
    'contrast(0)',
    times(4, 'contrast(0.8)'),
    'invert(0.5)',
    'invert(0.6)',
    'blur(9px)',
    'url("#f")',
    'invert(1) opacity(0.7) brightness(0.6)',
  ])('%s', (filter) => {
    expect(contrastLeft(filter)).toBeLessThan(0.5);
  });
});
