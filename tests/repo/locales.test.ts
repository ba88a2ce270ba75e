import { describe, expect, it } from 'vitest';
import { readLocale, splitKey, TRANSLATIONS } from '../../scripts/locales/locale.ts';
import { localeFaults } from '../../scripts/locales/locale-faults.ts';
import { textDirection } from '../../src/core/i18n.ts';
import { speak } from '../unit/speak.ts';
import { hardCodedTexts } from './hard-coded-texts.ts';
import { sourceFiles, sourceOf } from './source-files.ts';

const english = readLocale('en');
const code = sourceFiles().map(sourceOf).join('\n');

/** `Intl.Locale.prototype.getTextInfo` is missing in TypeScript's own declarations. */
function textInfo(tag: string): unknown {
  const locale = new Intl.Locale(tag);
  return Reflect.apply(Reflect.get(locale, 'getTextInfo'), locale, []);
}

describe('texts', () => {
  it('are all used', () => {
    const unused = Object.keys(english).filter((key) => !new RegExp(`['"_]${splitKey(key).base}(_|['"])`).test(code));
    expect(unused).toEqual([]);
  });

  it.each(Object.entries(english))('%s declares the placeholders it uses', (_key, { message, placeholders = {} }) => {
    const used = [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name?.toLowerCase()).sort();
    expect(used).toEqual(Object.keys(placeholders).sort());
  });

  it.each(['en', ...TRANSLATIONS])('of %s lack nothing and have nothing unknown (npm run locales)', (folder) => {
    expect(localeFaults(english, readLocale(folder))).toEqual([]);
  });

  it.each(['en', ...TRANSLATIONS])('of %s name their language', (folder) => {
    expect(readLocale(folder).languageTag?.message).toBe(folder.replace('_', '-'));
  });

  it.each(['en', ...TRANSLATIONS])('of %s are written in the direction of their script', (folder) => {
    speak(folder);
    const tag = folder.replace('_', '-');
    expect(textInfo(tag)).toEqual({ direction: textDirection() });
  });

  it('are in no source file itself', () => {
    const found = sourceFiles().filter((file) => file.endsWith('.tsx'));
    expect(found.flatMap((file) => hardCodedTexts(sourceOf(file)).map((text) => `${file}: ${text}`))).toEqual([]);
  });

  it('are found where they are written into a source file', () => {
    const written = 'const a = <p title="Sign in">Try <b>again</b> {translate("x")}</p>;';
    expect(hardCodedTexts(written)).toEqual(['title="Sign in"', 'Try', 'again']);
  });
});
