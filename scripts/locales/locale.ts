import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One text, as browsers read it (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/i18n/Locale-Specific_Message_reference). */
export interface Message {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example?: string }>>;
}

/** The texts of a language, by key. */
export type Locale = Readonly<Record<string, Message>>;

/** The folders of public/_locales beside that of English, from which they are translated. */
export const TRANSLATIONS = ['ar', 'de', 'es', 'fr', 'ja', 'pt_BR', 'zh_CN'] as const;

/** Plural categories stand behind a key: `pictures_one`. */
const CATEGORY = /_(zero|one|two|few|many|other)$/;

/** The key without its plural category, and the category if it has one. */
export function splitKey(key: string): { readonly base: string; readonly category?: string } {
  const [, category] = CATEGORY.exec(key) ?? [];
  return category === undefined ? { base: key } : { base: key.replace(CATEGORY, ''), category };
}

/** The keys a language must have, in the order of English: of a text that depends on a number, one for each category. */
export function keysFor(tag: string, english: Locale): string[] {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  const keys = Object.keys(english).flatMap((key) => {
    const { base, category } = splitKey(key);
    return category === undefined ? [key] : pluralCategories.map((one) => `${base}_${one}`);
  });
  return [...new Set(keys)];
}

/** What English says under a key; for a category that English has not, its `_other`. */
export function englishFor(key: string, english: Locale): Message | undefined {
  const { base, category } = splitKey(key);
  return english[key] ?? (category === undefined ? undefined : english[`${base}_other`]);
}

/** Reads the texts of a folder of public/_locales. */
export function readLocale(folder: string): Locale {
  return JSON.parse(readFileSync(fileOf(folder), 'utf8'));
}

/**
 * Writes the texts of a folder of public/_locales; `npm run format` gives them their line breaks. Soft hyphens are written as
 * escapes, because nobody sees them otherwise.
 */
export function writeLocale(folder: string, locale: Locale): void {
  writeFileSync(fileOf(folder), `${JSON.stringify(locale, undefined, 2).replaceAll('\u00AD', '\\u00ad')}\n`);
}

function fileOf(folder: string): string {
  return join(import.meta.dirname, '../../public/_locales', folder, 'messages.json');
}
