// `npm run locales`: what each language lacks. `npm run locales -- de new.json` puts the texts of a file into a language;
// the file holds texts by key, and nothing else: { "close": "Schließen" }.
import { readFileSync } from 'node:fs';
import {
  englishFor,
  keysFor,
  type Locale,
  type Message,
  readLocale,
  TRANSLATIONS,
  writeLocale,
} from './locales/locale.ts';
import { localeFaults } from './locales/locale-faults.ts';
import { typeset } from './locales/typography.ts';
import { runTool } from './run-tool.ts';

const english = readLocale('en');
const [folder, file] = process.argv.slice(2);

if (folder && file) {
  const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
  writeLocale(folder, withTexts(folder, texts));
  await runTool('biome', 'format', '--write', `public/_locales/${folder}/messages.json`);
}

for (const one of folder ? [folder] : TRANSLATIONS) {
  const faults = localeFaults(english, readLocale(one));
  console.log(`${one}: ${faults.length === 0 ? 'complete' : `${faults.length} to do`}`);
  for (const fault of faults) {
    const words = englishFor(fault.split(':')[0] ?? '', english)?.message;
    console.log(`  ${fault}${words ? ` (${words})` : ''}`);
  }
  if (faults.length > 0) process.exitCode = 1;
}

/** The texts of a language with new ones among them, in the order of English; what English no longer has is left out. */
function withTexts(locale: string, texts: Readonly<Record<string, string>>): Locale {
  const before = readLocale(locale);
  const entries = keysFor(locale.replace('_', '-'), english).flatMap((key): [string, Message][] => {
    const message = texts[key] ?? before[key]?.message;
    return message === undefined ? [] : [[key, { message: typeset(locale, message), ...placeholdersOf(key) }]];
  });
  return Object.fromEntries(entries);
}

function placeholdersOf(key: string): Pick<Message, 'placeholders'> {
  const declared = Object.entries(englishFor(key, english)?.placeholders ?? {});
  if (declared.length === 0) return {};
  return { placeholders: Object.fromEntries(declared.map(([name, { content }]) => [name, { content }])) };
}
