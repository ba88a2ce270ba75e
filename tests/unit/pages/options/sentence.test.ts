import { describe, expect, it } from 'vitest';
import { readLocale, TRANSLATIONS } from '../../../../scripts/locales/locale.ts';
import type { MessageKey } from '../../../../src/core/i18n.ts';
import { sentenceParts } from '../../../../src/pages/options/sentence.tsx';
import { speak } from '../../speak.ts';

const SENTENCES: readonly (readonly [MessageKey, number])[] = [
  ['askVideoAbove', 1],
  ['askPageAbove', 1],
  ['reuseDays', 1],
  ['bandSentence', 2],
  ['clipSeconds', 1],
  ['requestsPerHour', 1],
];

describe('a sentence with fields in it', () => {
  it.each([
    ['en', ['Ask before sending videos over ', 0, ' MB']],
    ['ja', [0, ' MBを超える動画は送る前に確認する']],
    ['ar', ['السؤال قبل إرسال الفيديوهات التي تتجاوز ', 0, ' ميغابايت']],
  ] as const)('has its field where its language has it: %s', (language, parts) => {
    speak(language);
    expect(sentenceParts('askVideoAbove', 1)).toEqual(parts);
  });

  it.each(['en', ...TRANSLATIONS])('has all its words and each field once: %s', (language) => {
    speak(language);
    for (const [text, count] of SENTENCES) {
      const parts = sentenceParts(text, count);
      expect(parts.filter((part) => typeof part === 'number').sort(), text).toEqual([0, 1].slice(0, count));
      const words = readLocale(language)[text]?.message.replaceAll(/\$\w+\$/g, '');
      expect(parts.filter((part) => typeof part === 'string').join(''), text).toBe(words);
    }
  });
});
