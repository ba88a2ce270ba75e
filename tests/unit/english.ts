import { fakeBrowser } from 'wxt/testing/fake-browser';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** Gives the fake browser the English texts, by the rules of `i18n.getMessage`. */
export function speakEnglish(): void {
  const texts: Readonly<Record<string, Message>> = messages;
  Object.assign(fakeBrowser.i18n, {
    getUILanguage: () => 'en-US',
    getMessage(key: string, substitutions: readonly string[] = []) {
      const { message, placeholders = {} } = texts[key] ?? { message: '' };
      return message.replace(/\$(\w+)\$/g, (whole, name: string) => {
        const index = placeholders[name.toLowerCase()]?.content.match(/^\$(\d)$/)?.[1];
        return index === undefined ? whole : (substitutions[Number(index) - 1] ?? '');
      });
    },
  });
}
