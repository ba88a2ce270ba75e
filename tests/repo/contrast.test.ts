import { describe, expect, it } from 'vitest';
import { sourceOf } from './source-files.ts';

const theme = sourceOf('src/core/view/theme.css');

/** A colour of theme.css in the light and in the dark theme. */
function coloursOf(token: string): readonly [light: string, dark: string] {
  const [, light, dark] = new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(theme) ?? [];
  if (!light || !dark) throw new Error(`theme.css has no --${token} for both themes`);
  return [light, dark];
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['surface', 'surface-raised'];
const TEXTS = ['text', 'text-quiet', 'ai', 'not-ai', 'inconclusive', 'failed', 'accent'];
const CASES = [...TEXTS.map((token) => [token, 4.5] as const), ['edge', 3] as const].flatMap(([token, least]) =>
  GROUNDS.map((ground) => [token, ground, least] as const),
);

describe('contrast', () => {
  it.each(CASES)('of %s to %s is at least %d in both themes', (token, ground, least) => {
    const grounds = coloursOf(ground);
    for (const [index, colour] of coloursOf(token).entries()) {
      expect(contrast(colour, grounds[index] ?? '')).toBeGreaterThanOrEqual(least);
    }
  });
});
