import type { CheckRecord } from '../../../src/core/check/check-record.ts';
import { aCheck } from '../../a-check.ts';
import { exampleResults } from '../../example-results.ts';

// The toolbar's popup in every state of the account, over every content, in four languages and both themes: pairs of them, twenty
// in each browser. Its shape is held (its size, nothing cut off, out of reach, or moved by the account's answer), and its picture.

export const ACCOUNTS = ['signed-out', 'connected', 'refused', 'locked', 'unreachable'] as const;
export const LANGUAGES = ['en', 'de', 'ja', 'ar'] as const;
/** In an order in which one follows from the other. */
export const CONTENTS = ['nothing', 'page run', '30 checks'] as const;

export type PopupLanguage = (typeof LANGUAGES)[number];

/** One look of the popup. */
export interface PopupLook {
  readonly account: (typeof ACCOUNTS)[number];
  readonly content: (typeof CONTENTS)[number];
  readonly theme: 'light' | 'dark';
}

/** Those of a language: with the others', each pair of an account, a content, a theme and a language is in one of them. */
export function popupLooks(language: PopupLanguage): readonly PopupLook[] {
  const number = LANGUAGES.indexOf(language);
  const looks = ACCOUNTS.map((account, index): PopupLook => {
    const content = CONTENTS[(index + number) % CONTENTS.length] ?? 'nothing';
    return { account, content, theme: (index + Math.floor(number / 2)) % 2 === 0 ? 'light' : 'dark' };
  });
  return looks.toSorted((one, other) => CONTENTS.indexOf(one.content) - CONTENTS.indexOf(other.content));
}

/** Checks of every kind, from a day that stays as young as can be. */
export function thirtyChecks(): readonly CheckRecord[] {
  const day = Date.UTC(2099, 0, 2, 12);
  // What files say is in a look of its own (popup.png): these are about what is around the rows.
  const kinds = exampleResults(day).map(({ fileMetadata: _, ...check }) => check);
  const more = Array.from({ length: 30 - kinds.length }, (_, index) =>
    aCheck(`more-${index}`, day - (200 + index) * 60_000, { verdict: { isAi: true, likelihood: index / 30 } }),
  );
  return [...kinds, ...more];
}
