import { describe, expect, it } from 'vitest';
import { language, textDirection, translate, translateCount } from '../../src/i18n.ts';
import { listText, percentText, sizeText } from '../../src/ui/shared/numbers.ts';
import { speak } from './speak.ts';

describe('texts with numbers', () => {
  it.each([
    ['en', 1, 'The passphrase needs at least 1 character.'],
    ['en', 8, 'The passphrase needs at least 8 characters.'],
    ['fr', 1, 'La phrase secrète doit avoir au moins 1 caractère.'],
    ['ja', 8, 'パスフレーズは8文字以上にしてください。'],
    ['ar', 1, 'يجب ألا تقل عبارة المرور عن حرف واحد.'],
    ['ar', 8, 'يجب ألا تقل عبارة المرور عن \u20688\u2069 أحرف.'],
    ['ar', 12, 'يجب ألا تقل عبارة المرور عن \u206812\u2069 حرفًا.'],
  ])('take the form their language has for them: %s, %i', (folder, count, words) => {
    speak(folder);
    expect(translateCount('passphraseShort', count)).toBe(words);
  });

  it.each([
    ['en', 'en-US', '82 %', '3.4 MB', 'a, b'],
    ['de', 'de-AT', '82\u00A0%', '3,4 MB', 'a und b'],
    ['pt_BR', 'pt-BR', '82%', '3,4 MB', 'a, b'],
    ['ja', 'ja', '82%', '3.4 MB', 'a、b'],
    ['ar', 'ar', '\u2066\u206882\u2069%\u2069', '3.4 م.ب', 'a وb'],
  ])('are written as in their language: %s', (folder, uiLanguage, percent, size, list) => {
    speak(folder, uiLanguage);
    expect([percentText(0.82), sizeText(3_400_000), listText(['a', 'b'])]).toEqual([percent, size, list]);
  });
});

describe('the language', () => {
  it.each([
    ['de', 'de-AT', 'de-AT'],
    ['pt_BR', 'pt-PT', 'pt-PT'],
    // The browser speaks Dutch, for which it takes the English texts.
    ['en', 'nl', 'en'],
  ])('of the texts in %s, in a browser in %s, is %s', (folder, uiLanguage, expected) => {
    speak(folder, uiLanguage);
    expect(language()).toBe(expected);
  });

  it('keeps what is put into a text from right to left in its own direction', () => {
    speak('ar');
    expect(textDirection()).toBe('rtl');
    expect(translate('askSiteAccessOnly', 'cdn.example')).toContain('\u2068cdn.example\u2069');
  });
});
