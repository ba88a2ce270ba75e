import type messages from '../../public/_locales/en/messages.json';
import { browser } from './browser/browser.ts';
import { hasRuntime } from './browser/quirks.ts';

/** The name of one text in public/_locales. */
export type MessageKey = keyof typeof messages;

/**
 * The name of a text that depends on a number. It is there once for each plural category of a language
 * (https://cldr.unicode.org/index/cldr-spec/plural-rules), with the category behind it: `passphraseShort_one`.
 */
export type CountedKey = MessageKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

/** `i18n` as it is: WXT's types know the keys of English alone, and other languages have other plural categories. */
interface Texts {
  getMessage(key: string, substitutions: string[]): string;
}

/** Those of our languages that are written from right to left. tests/repo/locales.test.ts holds it against `Intl`. */
const RIGHT_TO_LEFT: readonly (string | undefined)[] = ['ar'];

/** The texts that were asked for, as they were last. */
const known = new Map<string, string>();

/** The browser's own language, as it was last. */
let knownLanguage = 'en';

/**
 * A text as it is. A script in a page whose extension was reloaded has no texts any more: `i18n` is not there, or throws
 * (Chromium 156). It goes on with those it has asked for before.
 */
function message(key: string, substitutions: string[] = []): string {
  if (!hasRuntime()) return known.get(key) ?? '';
  const i18n: Texts = browser.i18n;
  const text = i18n.getMessage(key, substitutions);
  known.set(key, text);
  return text;
}

/** The text in the user's language, its placeholders filled in. */
export function translate(key: MessageKey, ...substitutions: readonly string[]): string {
  return message(key, isolated(substitutions));
}

/** The text for a number of things; its first placeholder is that number. */
export function translateCount(key: CountedKey, count: number, ...others: readonly string[]): string {
  const category = new Intl.PluralRules(language()).select(count);
  const substitutions = isolated([new Intl.NumberFormat(language()).format(count), ...others]);
  return message(`${key}_${category}`, substitutions);
}

/**
 * The language of the texts, for `Intl` and for `lang`: the browser's own, with its region, where there are texts in it, else
 * the one the browser takes in its stead.
 */
export function language(): string {
  if (hasRuntime()) knownLanguage = browser.i18n.getUILanguage();
  const ofTexts = message('languageTag');
  return subtag(knownLanguage) === subtag(ofTexts) ? knownLanguage : ofTexts;
}

/** The direction in which the texts are written. */
export function textDirection(): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(subtag(message('languageTag'))) ? 'rtl' : 'ltr';
}

/** The first part of a BCP 47 tag: the language alone. */
function subtag(tag: string): string | undefined {
  return tag.split('-')[0];
}

/** Facts in one line: "JPEG · 237 kB". */
export function factsLine(facts: readonly string[]): string {
  return isolated(facts).join(' · ');
}

/**
 * What is put into a text from right to left keeps a direction of its own (first strong isolate, Unicode 9): else the dots
 * of an address and the sign behind a number change their places. What begins with such a part was put together here, and runs as our
 * texts do: no letter in a part of it says so.
 */
function isolated(substitutions: readonly string[]): string[] {
  if (textDirection() === 'ltr') return [...substitutions];
  return substitutions.map((text) => `${/^[\u2067\u2068]/.test(text) ? '\u2067' : '\u2068'}${text}\u2069`);
}
