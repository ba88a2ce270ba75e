import { describe, expect, it } from 'vitest';
import { readLocale } from '../../scripts/locales/locale.ts';
import { sourceOf } from './source-files.ts';

/** What our English does not say, an example of it, and what to write instead. */
type Rule = readonly [words: RegExp, example: string, instead: string];

/** In all that users read. */
const WORDS: readonly Rule[] = [
  [/\bpictures?\b/i, 'this picture', '“image” or “video”; “media” or “file” where both are meant'],
  [/\bphotos?\b/i, 'a photo', '“image”: nobody said that it is a photograph'],
  [/\b(fake|authentic|genuine|verified)\b/i, 'a fake image', 'what BitMind says: “likely AI-generated”'],
  [/\bstands? (beside|next to|there)\b/i, 'the answer stands beside it', '“appears next to it”'],
  [/\blets? no\b/i, 'lets no extension', '“can’t”, or “doesn’t let”'],
  [/\b(are|be|is|was) (had|told of)\b/i, 'how it was had', 'who does what: “how it was obtained”'],
  [/\b(that|those) of\b|\bof which\b/i, 'the limit of which', 'name the thing again'],
  [
    /\bWhat\b[^.?]+\b(is not what|is,? is)\b/,
    'What was signed is not what this file is',
    'begin with the thing itself',
  ],
  [/\bwhoever (manages|holds)\b/i, 'ask whoever manages it', '“your administrator”'],
  [/\balone\b/i, 'by BitMind alone', '“only”'],
  [/\bby itself\b/i, 'renewed by itself', '“automatically”'],
  [/\bgo(es|ing)? on\b/i, 'Going on in 5 s', '“continue”'],
  [/\b(inconclusive|the) band\b/i, 'Inconclusive band', '“range”'],
  [/\bin the settings\b/i, 'in the settings', '“in Settings”'],
  [/\d\$? %/, '97 %', '“97%”'],
];

/** In the texts of the extension, which are short and spoken to somebody. */
const TEXTS: readonly Rule[] = [
  [/['"]/, "isn't", 'curly: “ ” ’'],
  [/\.\.\./, 'Reading...', 'the one character …'],
  // The words about detectors are fixed.
  [/; (?!detectors )/, 'Nothing is lost; try again', 'two sentences'],
  [/\b(could|is|are|was|were|do|does|did|has|have|will) not\b|\bcannot\b/i, 'cannot', 'the short form: “can’t”'],
  [/\bLook at “/, 'Look at “API key”', '“Check “…””'],
  [/\bstatus (\d|\$)/i, 'status 500', '“error 500”'],
  [/\bfault\b/i, 'had a fault', '“a problem”'],
  [/\brefuse[sd]?\b/i, 'refused the client', '“didn’t accept”'],
];

const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'docs/admin.md',
  'docs/store/listing.md',
  'docs/store/permissions.md',
  'docs/store/privacy.md',
  'docs/trust.md',
];
const texts = Object.entries(readLocale('en')).map(([key, { message }]) => `${key}: ${message}`);
const lines = DOCUMENTS.flatMap((file) =>
  sourceOf(file)
    .split('\n')
    .map((line) => `${file}: ${line}`),
);

describe('our English', () => {
  it.each([
    ...WORDS.map((rule) => [...rule, [...texts, ...lines]] as const),
    ...TEXTS.map((rule) => [...rule, texts] as const),
  ])('has no %s, as in "%s": write %s', (words, example, _instead, all) => {
    expect(example).toMatch(words);
    expect(all.filter((one) => words.test(one))).toEqual([]);
  });
});
