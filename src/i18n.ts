import type messages from '../public/_locales/en/messages.json';
import { browser } from './platform/browser.ts';

/** The name of one text in public/_locales. */
export type MessageKey = keyof typeof messages;

/** The text in the browser's language, its placeholders filled in. */
export function translate(key: MessageKey, ...substitutions: readonly string[]): string {
  return browser.i18n.getMessage(key, [...substitutions]);
}

/** The browser's language, for `Intl`. */
export function language(): string {
  return browser.i18n.getUILanguage();
}

/** The direction in which the texts are written (`rtl` for Arabic, say). */
export function textDirection(): string {
  return browser.i18n.getMessage('@@bidi_dir');
}
