import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Locale, readLocale } from '../../scripts/locales/locale.ts';

/** Gives the fake browser the texts of a folder of public/_locales, by the rules of `i18n.getMessage`. */
export function speak(folder: string, uiLanguage = folder.replace('_', '-')): void {
  const texts: Locale = readLocale(folder);
  Object.assign(fakeBrowser.i18n, {
    getUILanguage: () => uiLanguage,
    getMessage(key: string, substitutions: readonly string[] = []) {
      const { message, placeholders = {} } = texts[key] ?? { message: '' };
      return message.replace(/\$(\w+)\$/g, (whole, name: string) => {
        const index = placeholders[name.toLowerCase()]?.content.match(/^\$(\d)$/)?.[1];
        return index === undefined ? whole : (substitutions[Number(index) - 1] ?? '');
      });
    },
  });
}
