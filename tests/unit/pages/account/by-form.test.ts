import { beforeAll, describe, expect, it } from 'vitest';
import { readLocale, TRANSLATIONS } from '../../../../scripts/locales/locale.ts';
import type { ErrorData } from '../../../../src/core/errors/error-data.ts';
import { errorWords } from '../../../../src/core/words/error-sentence.ts';
import { byForm } from '../../../../src/pages/account/by-form.ts';
import { ERROR_EXAMPLES } from '../../../fixtures/error-examples.ts';
import { speakEnglish } from '../../english.ts';
import { speak } from '../../speak.ts';

/** How each language speaks of the settings inside a sentence. */
const SETTINGS = {
  en: /\bSettings\b/,
  ar: /الإعدادات/,
  de: /Einstellungen/,
  es: /\bajustes\b/,
  fr: /paramètres/,
  ja: /(?<!組織の)設定(?!が完了)/, // What an organisation set, or has not finished setting up, is another thing.
  pt_BR: /configurações/,
  zh_CN: /设置(?!。)/,
} as const satisfies Record<(typeof TRANSLATIONS)[number] | 'en', RegExp>;

const all = Object.values(ERROR_EXAMPLES).flat();
const here = (error: ErrorData) => errorWords(error, { textHere: byForm }).sentence;

describe('beside the form of the account, an error', () => {
  beforeAll(speakEnglish);

  const sentences: readonly (readonly [ErrorData, string])[] = [
    [{ code: 'sign-in-refused', method: 'api-key' }, 'BitMind didn’t accept this API key. Check “API key”.'],
    [
      { code: 'sign-in-refused', method: 'oauth-client' },
      'BitMind didn’t accept these credentials. Check “Client ID” and “Client secret”.',
    ],
    [
      { code: 'sign-in-refused', method: 'oauth-certificate' },
      'BitMind didn’t accept these credentials. Check “Client ID” and “Certificate (PEM)”.',
    ],
    [
      { code: 'unusable-credential', field: 'apiKey' },
      '“API key” contains something that doesn’t belong there, so nothing was sent. Copy the value again.',
    ],
    [
      { code: 'standard-api-key' },
      'This key is for BitMind’s standard API. The Enterprise API needs a key that starts with “enterprise-”. Check “API key”.',
    ],
    [
      { code: 'not-permitted', method: 'oauth-certificate' },
      'BitMind didn’t accept the certificate, or your account doesn’t allow this. Check “Certificate (PEM)”, or ask your account administrator.',
    ],
    [
      { code: 'not-permitted', method: 'oauth-client' },
      'Your BitMind account doesn’t allow this. If it uses a certificate, choose “OAuth client with certificate” and add it. Otherwise, ask your account administrator.',
    ],
    [{ code: 'not-signed-in' }, 'You’re not signed in. Enter your credentials.'],
    [{ code: 'locked' }, 'Your BitMind account is locked. Enter your passphrase above, then try again.'],
    [{ code: 'session-ended' }, 'You were signed out when the browser closed. Enter your credentials again.'],
    [
      { code: 'service-unreachable' },
      'BitMind can’t be reached. Check your connection and “Service address”, then try again. Nothing was lost.',
    ],
    [
      { code: 'service-timeout', limitMs: 10_000 },
      'BitMind didn’t answer within 10 sec. Nothing was lost. Try again in a moment, or check “Service address”.',
    ],
    [
      { code: 'service-redirected' },
      'The service address redirects elsewhere. Your credentials weren’t sent there. Check “Service address”.',
    ],
    [
      { code: 'unreadable-answer' },
      'The answer doesn’t look like one from BitMind. Try again, or check “Service address”.',
    ],
    [
      { code: 'not-bitmind' },
      'Something answers at this address, but it isn’t BitMind’s Enterprise API. Check “Service address”.',
    ],
    [
      { code: 'service-access-missing', origin: 'https://bitmind.example' },
      'This extension isn’t allowed to reach https://bitmind.example yet. Choose “Allow access”.',
    ],
  ];
  it.each(sentences)('%o reads as there', (error, sentence) => {
    expect(here(error)).toBe(sentence);
  });

  it('with a sentence of its own is in this table', () => {
    const others = all.filter((error) => !sentences.some(([{ code }]) => code === error.code));
    for (const error of others) expect(here(error)).toBe(errorWords(error).sentence);
  });
});

describe.each(['en', ...TRANSLATIONS] as const)('in %s', (language) => {
  beforeAll(() => speak(language));

  it.each(all)('$code sends nobody to the settings who is there', (error) => {
    expect(here(error)).not.toMatch(SETTINGS[language]);
  });

  it('the word is one that sentences elsewhere have', () => {
    expect(readLocale(language).errorApiKeyRefused?.message).toMatch(SETTINGS[language]);
  });
});
