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

/**
 * A sentence of this software's, in which isolates (core/i18n.ts) give what was put into it a direction of its own: each becomes an
 * element, which ends here in any case. What came from elsewhere has none by then (offscreen/file-metadata/plain-text.ts), or stands alone.
 */
markup.sentence = (text: string): Markup => {
  let open = 0;
  const pieces = text.split(/([\u2066-\u2069])/).map((piece) => {
    const tag = ISOLATES[piece];
    if (tag !== undefined) open += 1;
    else if (piece === POP && open > 0) open -= 1;
    else return escaped(piece);
    return tag ?? '</bdi>';
  });
  return made(pieces.join('') + '</bdi>'.repeat(open));
};

/** Unicode's isolates (UAX #9) as elements, and what ends each of them. */
const ISOLATES: Readonly<Record<string, string>> = {
  '\u2066': '<bdi dir="ltr">',
  '\u2067': '<bdi dir="rtl">',
  '\u2068': '<bdi>',
};
const POP = '\u2069';

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
