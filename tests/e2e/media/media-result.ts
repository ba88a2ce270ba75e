import { MEDIA_CASES } from './cases.ts';
import type { BrowserName, MediaCase, MediaGroup, Outcome } from './media-case.ts';
import { isRepeatedInFirefox } from './repeated-in-firefox.ts';

/** What comes out of one case, by browser, in the words of the table; undefined where it is not tried. */
export interface MediaResult {
  readonly group: MediaGroup;
  readonly line: string;
  readonly name: string;
  readonly cameOut: { readonly [name in BrowserName]?: string };
}

/** What the tests of all cases see come out, in their order. */
export function mediaResults(): readonly MediaResult[] {
  return MEDIA_CASES.map((one) => ({
    group: one.group,
    line: one.line,
    name: one.name,
    cameOut: {
      Chromium: wordsIn(one, 'Chromium'),
      ...(isRepeatedInFirefox(one) && { Firefox: wordsIn(one, 'Firefox') }),
    },
  }));
}

/** What must come out of a case in a browser. */
export function outcomeIn({ outcome, impossible }: MediaCase, browser: BrowserName): Outcome {
  const not = impossible?.[browser];
  if (not) return { kind: 'sentence', ...not };
  return typeof outcome === 'function' ? outcome(browser) : outcome;
}

function wordsIn(one: MediaCase, browser: BrowserName): string {
  const reason = one.impossible?.[browser]?.reason;
  const asked = one.press?.includes('Check anyway') ? 'asked first, then ' : '';
  return reason === undefined ? asked + wordsFor(outcomeIn(one, browser)) : `–: ${reason}`;
}

function wordsFor(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'original':
      return 'original file';
    case 'converted':
      return outcome.words.replace(/^converted from [^,]+/, 'converted to PNG');
    case 'pixels':
      return 'pixels of the element';
    case 'screen':
      return 'screen';
    case 'sentence':
      return `refused: ${outcome.reason}`;
  }
}
