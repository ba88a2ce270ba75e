/** A piece of HTML in which everything that came from elsewhere is escaped. Made by `markup` alone. */
export interface Markup {
  readonly [IS_MARKUP]: string;
  toString(): string;
}

const IS_MARKUP = Symbol('markup');

/** What may stand in markup: text is escaped, other markup is not escaped again, `undefined` is nothing. */
export type MarkupValue = string | Markup | readonly Markup[] | undefined;

/**
 * Writes HTML for a file of its own. Values may stand in text and in attributes in double quotes, and nowhere else: not in a
 * tag, a style or a script.
 */
export function markup(pieces: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return made(pieces.map((piece, index) => piece + written(values[index])).join(''));
}

/** This software's own words, as they are: a style sheet, in which nothing is escaped. Never for what came from elsewhere. */
markup.trusted = (text: string): Markup => made(text);

function made(text: string): Markup {
  return { [IS_MARKUP]: text, toString: () => text };
}

function written(value: MarkupValue): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escaped(value);
  return IS_MARKUP in value ? value[IS_MARKUP] : value.map((one) => one[IS_MARKUP]).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Characters that are not seen but change what is: controls, those without width, those that turn the text's direction. */
const UNSEEN = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/gu;

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSEEN, (character) => `\\u${hex(character)}`)
    .replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '');
}

/** An unseen character as code writes it: `202E`. */
function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
