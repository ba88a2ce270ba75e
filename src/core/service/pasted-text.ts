/** What takes no room on the screen: zero-width characters, marks of direction and of byte order, soft hyphens, controls. */
const INVISIBLE = /(?!\s)\p{Cc}|\p{Default_Ignorable_Code_Point}/gu;

/** Signs that open and close a quotation, by kind: languages and keyboards mix those of a kind. */
const QUOTATIONS = ['"“”„‟＂', "'‘’‚‛＇", '`´', '«»', '‹›', '「」', '『』'].map(
  (signs) => new RegExp(`^[${signs}]([^${signs}]+)[${signs}][,;]?$`, 'su'),
);

/** An option of curl's. */
const HEADER_OPTION = /^(?:-H|--header)\s+/;

/** An `Authorization` header with its scheme, or the scheme alone (RFC 6750). */
const BEARER = /^(?:Authorization\s*:\s*)?Bearer\s+(?=\S+$)/i;

/** `NAME=value`, `export NAME=value`, `"name": "value",`, `Name: value`. */
const ASSIGNMENT = /^((?:export|set|const|let|var)\s+|\$env:)?([^:=：＝]{1,60})[:=：＝]\s*(\S.*)$/isu;

/** Words for credentials, with which names of variables, members and headers end. */
const CREDENTIAL_WORDS: readonly string[] = [
  ...['api', 'apikey', 'key', 'token', 'bearer', 'authorization', 'bitmind', 'credential', 'credentials'],
  ...['client', 'clientid', 'id', 'clientsecret', 'secret', 'password', 'certificate', 'cert', 'crt', 'pem', 'data'],
];

/** Words that stand before them in labels. */
const LABEL_WORDS: readonly string[] = ['the', 'my', 'your', 'our', 'new', 'enterprise', 'oauth', 'access'];

/** `BITMIND_ACCOUNT`: how variables of the environment are called. */
const VARIABLE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** A text without the characters that nobody who copies it sees, nor means. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/**
 * The value alone of a text that brings along what stood around it: white space, quotation marks around the whole,
 * `Bearer `, the name of a variable. What may belong to the value stays, unless `isValue` knows what is left for one.
 */
export function unwrapped(text: string, isValue: (rest: string) => boolean = () => false): string {
  const bare = withoutSigns(text).replace(/^(set\s+)"(.*)"$/is, '$1$2'); // The marks are none of the value's, says Windows.
  const [, keyword, name, rest] = ASSIGNMENT.exec(bare) ?? [];
  if (name === undefined || rest === undefined) return bare;
  const value = withoutSigns(rest);
  const isNamed = keyword !== undefined || isName(name.trim()) || isValue(value);
  return isNamed && /^\S+$/.test(value) ? value : bare;
}

/** The same as far as no name goes: there is one at most. */
function withoutSigns(text: string): string {
  const trimmed = text.trim();
  const inner = unquoted(trimmed).replace(HEADER_OPTION, '').replace(BEARER, '');
  return inner === trimmed ? inner : withoutSigns(inner);
}

function unquoted(text: string): string {
  return QUOTATIONS.reduce((value, quotation) => value.replace(quotation, '$1'), text);
}

/** Whether what stands before a colon or an equals sign is a name, and no beginning of a value. */
function isName(text: string): boolean {
  const name = unquoted(text);
  if (name !== text || VARIABLE.test(name)) return true;
  if (/[^ -~]/.test(name)) return true; // No credential has such characters: it is a label, in the user's language.
  const words = name.split(/[\s_.-]+|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
  if (!CREDENTIAL_WORDS.includes(words.at(-1) ?? '')) return false;
  return !/\s/.test(name) || words.every((word) => CREDENTIAL_WORDS.includes(word) || LABEL_WORDS.includes(word));
}
