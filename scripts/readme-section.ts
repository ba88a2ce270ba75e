import { join } from 'node:path';

/** The README, of which some parts are made. */
export const README_FILE = join(import.meta.dirname, '../README.md');

/** A text with `content` between the two marks of a name (`<!-- name -->`, `<!-- /name -->`). Throws where they are missing. */
export function withSection(text: string, name: string, content: string): string {
  const [startMark, endMark] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(startMark), text.indexOf(endMark)];
  if (start < 0 || end < start) throw new Error(`README.md lacks ${startMark} or ${endMark}`);
  return `${text.slice(0, start + startMark.length)}\n\n${content}\n\n${text.slice(end)}`;
}
