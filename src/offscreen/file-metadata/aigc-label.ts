import type { NamedText } from './metadata-blocks.ts';

/** The field by its own name, or a text that holds it: where a format has no names for fields, it is written into a comment. */
const holdsLabel = ({ name, text }: NamedText) => name === 'AIGC' || /^\s*\{\s*"AIGC"/.test(text);

/** As JSON, or as JSON within a text of JSON. */
const LABEL = /"Label\\*"\s*:\s*\\*"?([123])\b/;

/** The level that China's label gives (GB 45438-2025, appendix E; TC260-PG-20257A); undefined where there is none. */
export function aigcLevel(texts: readonly NamedText[]): '1' | '2' | '3' | undefined {
  const levels = texts.filter(holdsLabel).map(({ text }) => LABEL.exec(text)?.[1]);
  return (['1', '2', '3'] as const).find((level) => levels.includes(level));
}
