import { join } from 'node:path';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { ERROR_CATALOGUE, type ErrorAction } from '../../src/core/errors/error-catalogue.ts';
import type { ErrorCode, ErrorOf } from '../../src/core/errors/error-data.ts';
import { ERROR_EXAMPLES } from '../../tests/fixtures/error-examples.ts';
import { markdownTable } from '../markdown-table.ts';

/** Where the table is kept. */
export const ERRORS_FILE = join(import.meta.dirname, '../../docs/errors.md');

/** The words on the button of each action. */
const BUTTONS: Record<ErrorAction, keyof typeof messages> = {
  'try-again': 'tryAgain',
  'sign-in': 'signIn',
  unlock: 'unlock',
  'open-settings': 'openSettings',
  'allow-all-sites': 'allowAllSites',
  'use-screen': 'useScreen',
};

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example?: string }>>;
}

/** The catalogue of errors as Markdown: each code, what people read, in English, and the buttons that come with it. */
export function errorTable(): string {
  const codes = Object.keys(ERROR_CATALOGUE).filter(isCode);
  const rows = codes.flatMap((code) => rowsOf(code));
  return `# Errors

What can go wrong, by code: what is said, and what can be done about it at once. A sentence that speaks of the screen has a second
form, for where that may not be captured. Values in the sentences are examples. Made of src/core/errors and the English texts by
\`npm run error-table\`.

${markdownTable([['code', 'sentence', 'buttons'], ...rows])}
`;
}

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CATALOGUE, code);
}

/** A row for each sentence that a code can have. */
function rowsOf<Code extends ErrorCode>(code: Code): string[][] {
  const { sentence, withoutScreen, actions } = ERROR_CATALOGUE[code];
  const examples: readonly ErrorOf<Code>[] = ERROR_EXAMPLES[code];
  const rows = (one: typeof sentence, offered: readonly ErrorAction[]) => {
    const keys = new Set(examples.map((error) => (typeof one === 'function' ? one(error) : one)));
    const buttons = offered.map((action) => `“${englishOf(BUTTONS[action])}”`).join(', ');
    return [...keys].map((key) => [`\`${code}\``, englishOf(key), buttons]);
  };
  const others = actions.filter((action) => action !== 'use-screen');
  return [...rows(sentence, actions), ...(withoutScreen ? rows(withoutScreen, others) : [])];
}

/** The text of a key, with its own examples for values. */
function englishOf(key: keyof typeof messages): string {
  const { message, placeholders = {} }: Message = messages[key];
  return message.replace(/\$(\w+)\$/g, (whole, name: string) => placeholders[name.toLowerCase()]?.example ?? whole);
}
