/** Longest fact that is shown. Characters. */
const MAX_LENGTH = 120;

/** Of a longer text the rest would not be shown anyway. Characters. */
const MAX_READ = 4_000;

/** Characters that show nothing, or turn the direction of what is around them: a file could write over our own words. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]+/gu;

/** A text of a file's as it may be shown: one line, of some length; empty where nothing is left. */
export function plainText(text: string): string {
  const line = text.slice(0, MAX_READ).replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= MAX_LENGTH ? line : `${letters.slice(0, MAX_LENGTH - 1).join('')}…`;
}
