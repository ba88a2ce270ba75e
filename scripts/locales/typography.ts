const NO_BREAK = '\u00A0';
const NARROW_NO_BREAK = '\u202F';

/** A text with the spaces and signs that its language is printed with, whichever a keyboard gave. */
export function typeset(folder: string, message: string): string {
  switch (folder) {
    case 'fr':
      return message
        .replace(/ ([;!?])/g, `${NARROW_NO_BREAK}$1`)
        .replace(/ ([:»%])/g, `${NO_BREAK}$1`)
        .replace(/« /g, `«${NO_BREAK}`);
    case 'de':
    case 'es':
      return message.replace(/ ([…%])/g, `${NO_BREAK}$1`);
    case 'ja':
      return wide(wide(wideBrackets(message), /\?/g), /:(?![ /])/g).replaceAll('~', '\u301C');
    case 'zh_CN':
      return wide(wideBrackets(message), /[,;?]|:(?!\/)/g);
    default:
      return message;
  }
}

/** Brackets that follow a word without a space are as wide as its letters. */
function wideBrackets(message: string): string {
  return message.replace(/(\S)\(([^()]*)\)/g, '$1\uFF08$2\uFF09');
}

/** Signs in their full width: in Unicode each stands this far behind the narrow one. */
function wide(message: string, signs: RegExp): string {
  return message.replace(signs, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
