import type { ComponentChild, JSX } from 'preact';
import { type MessageKey, translate } from '../../core/i18n.ts';

/** Stands in a text where a field goes, with the field's number behind it: Unicode's sign for an object among characters. */
const OBJECT = '\uFFFC';

/** A field in a text, and the isolates that i18n.ts puts around whatever it puts into one. */
const FIELD = /\u2068?\uFFFC(\d)\u2069?/;

interface SentenceProps {
  readonly text: MessageKey;
  /** In the order of the text's placeholders. */
  readonly fields: readonly ComponentChild[];
}

/** A text with fields in it, each where its language puts it. */
export function Sentence({ text, fields }: SentenceProps): JSX.Element {
  return (
    <span class="sentence">
      {sentenceParts(text, fields.length).map((part) => (typeof part === 'string' ? part : fields[part]))}
    </span>
  );
}

/** The parts of a text, in its language's order: words, and the numbers of the fields between them. */
export function sentenceParts(text: MessageKey, fieldCount: number): (string | number)[] {
  const marks = Array.from({ length: fieldCount }, (_, index) => `${OBJECT}${index}`);
  const parts = translate(text, ...marks).split(FIELD);
  return parts.map((part, index) => (index % 2 === 0 ? part : Number(part))).filter((part) => part !== '');
}

/** The whole sentence as a field's name: an ellipsis stands where the field is in the middle of it. */
export function sentenceName(text: MessageKey): string {
  return translate(text, '…').replace(/ \u2068?…\u2069?$/, '');
}
