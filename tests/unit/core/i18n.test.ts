import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readLocale } from '../../../scripts/locales/locale.ts';
import { language, textDirection, translate, translateCount } from '../../../src/core/i18n.ts';
import { percentText, sizeText } from '../../../src/core/words/numbers.ts';
import { listText } from '../../../src/pages/shared/list-text.ts';
import { speak } from '../speak.ts';

/** Frames that differ are two at least, as parts of a video are, and versions of an image that say how firm its verdict is are three. */
const ALWAYS_SEVERAL = ['framesSpread', 'firmnessRunning', 'firmnessFirm', 'timelineRunning', 'timelineAnswer'];

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
    ['en', ['1 image found', '2 images found', '1,234 images found']],
    ['de', ['1 Bild gefunden', '2 Bilder gefunden', '1.234 Bilder gefunden']],
    ['es', ['1 imagen encontrada', '2 imágenes encontradas', '1234 imágenes encontradas']],
    ['fr', ['1 image trouvée', '2 images trouvées', '1\u202F234 images trouvées']],
    ['pt_BR', ['1 imagem encontrada', '2 imagens encontradas', '1.234 imagens encontradas']],
    ['ja', ['画像が1件見つかりました', '画像が2件見つかりました', '画像が1,234件見つかりました']],
    ['zh_CN', ['找到 1 张图片', '找到 2 张图片', '找到 1,234 张图片']],
    ['ar', ['عُثر على صورة واحدة', 'عُثر على صورتين', 'عُثر على \u20681,234\u2069 صورة']],
  ])('count images: %s', (folder, words) => {
    speak(folder);
    expect([1, 2, 1_234].map((count) => translateCount('pageImagesFound', count))).toEqual(words);
  });

  /** With a number before it, a word in the plural is wrong of one thing; "Duration: 1" is right of any number. */
  it('that put a number before a word have a form for each number', () => {
    const uncounted = Object.entries(readLocale('en')).filter(
      ([key, { message }]) => /\$COUNT\$ \w+s\b/i.test(message) && !key.endsWith('_other'),
    );
    expect(uncounted.map(([key]) => key)).toEqual(ALWAYS_SEVERAL);
  });

  it.each([
    ['en', 'en-US', '82%', '3.4 MB', 'a, b'],
    ['de', 'de-AT', '82\u00A0%', '3,4 MB', 'a und b'],
    ['pt_BR', 'pt-BR', '82%', '3,4 MB', 'a, b'],
    ['ja', 'ja', '82%', '3.4 MB', 'a、b'],
    ['ar', 'ar', '\u2066\u206882\u2069%\u2069', '3.4 م.ب', 'a وb'],
  ])('are written as in their language: %s', (folder, uiLanguage, percent, size, list) => {
    speak(folder, uiLanguage);
    expect([percentText(0.82), sizeText(3_400_000), listText(['a', 'b'])]).toEqual([percent, size, list]);
  });
});

it.each([
  ['en', '1 byte', '835 bytes'],
  ['fr', '1\u00A0octet', '835\u00A0octets'],
  ['ja', '1 バイト', '835 バイト'],
])('bytes are written out: %s', (folder, one, several) => {
  speak(folder);
  expect([1, 835].map(sizeText)).toEqual([one, several]);
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

  it('and one that was put together here runs as they do: a list of a list begins on the right', () => {
    speak('ar');
    const list = translate('listNext', translate('listNext', 'فتح', 'اقتصاص'), 'com.example');
    expect(list).toBe('\u2067\u2068فتح\u2069، \u2068اقتصاص\u2069\u2069، \u2068com.example\u2069');
  });
});

describe('a script in a page whose extension was reloaded', () => {
  const { id } = fakeBrowser.runtime;
  afterEach(() => void Object.assign(fakeBrowser.runtime, { id }));

  it('goes on with the texts it has asked for', () => {
    speak('de', 'de-AT');
    const before = [translate('close'), translateCount('pageImagesFound', 2), language(), textDirection()];
    Object.assign(fakeBrowser.runtime, { id: undefined });
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    const after = [translate('close'), translateCount('pageImagesFound', 2), language(), textDirection()];
    expect(after).toEqual(before);
    expect(before).toEqual(['Schließen', '2 Bilder gefunden', 'de-AT', 'ltr']);
  });
});
