import { englishFor, keysFor, type Locale, type Message } from './locale.ts';

/** What stores and browsers take, in characters (https://developer.chrome.com/docs/extensions/reference/manifest). */
const LIMITS: Readonly<Record<string, number>> = {
  extensionName: 45,
  extensionShortName: 45,
  extensionDescription: 132,
};

/** How much longer than English a translation may be: beyond it, something is doubled or it is another text. */
const LONGEST = { factor: 1.8, characters: 20 };

/** What is wrong with the texts of a language: one line each, with the key first. */
export function localeFaults(english: Locale, locale: Locale): string[] {
  const tag = locale.languageTag?.message ?? 'en';
  const wanted = keysFor(tag, english);
  const missing = wanted.filter((key) => !locale[key]).map((key) => `${key}: missing`);
  const faults = Object.entries(locale).flatMap(([key, text]) => {
    const original = englishFor(key, english);
    if (!original || !wanted.includes(key)) return [`${key}: unknown`];
    const faults = [...textFaults(key, text, original), ...quoteFaults(text, original, english, locale)];
    return faults.map((fault) => `${key}: ${fault}`);
  });
  return [...missing, ...faults];
}

function textFaults(key: string, { message, placeholders = {} }: Message, original: Message): string[] {
  const used = usedPlaceholders(message);
  const wanted = usedPlaceholders(original.message);
  // "One picture" may do without its number.
  const isCounted = /_(zero|one|two)$/.test(key);
  const limit = LIMITS[key] ?? original.message.length * LONGEST.factor + LONGEST.characters;
  return [
    ...(message.trim() === '' || message !== message.trim() ? ['empty, or with space around it'] : []),
    ...wanted
      .filter((name) => !used.includes(name) && !(isCounted && name === 'count'))
      .map((name) => `lacks $${name}$`),
    ...used.filter((name) => !wanted.includes(name)).map((name) => `has unknown $${name}$`),
    ...used
      .filter((name) => placeholders[name]?.content !== original.placeholders?.[name]?.content)
      .map((name) => `$${name}$ is not declared as in English`),
    ...(message.length > limit ? [`has ${message.length} characters, of at most ${Math.floor(limit)}`] : []),
  ];
}

/** A text that quotes a name of another one (“Client ID”) has to quote what that one is called in its language. */
function quoteFaults({ message }: Message, original: Message, english: Locale, locale: Locale): string[] {
  const quoted = [...original.message.matchAll(/“([^”]+)”/g)].map(([, name]) => name);
  return quoted.flatMap((name) => {
    const names = Object.keys(english).filter((key) => english[key]?.message === name);
    const isQuoted = names.some((key) => message.includes(locale[key]?.message ?? ''));
    return names.length === 0 || isQuoted ? [] : [`does not quote “${name}” by its name`];
  });
}

/** The placeholders in a text, each once, in small letters. */
function usedPlaceholders(message: string): string[] {
  return [...new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase()))].sort();
}
