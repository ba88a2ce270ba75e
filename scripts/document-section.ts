import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document of which a part is made, between two marks of a name: `<!-- name -->`, `<!-- /name -->`. */
export interface MadeSection {
  /** From the root of the repository. */
  readonly file: string;
  readonly name: string;
}

/** A text with `content` between the two marks of a name. Throws where they are missing. */
export function withSection(text: string, { file, name }: MadeSection, content: string): string {
  const [startMark, endMark] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(startMark), text.indexOf(endMark)];
  if (start < 0 || end < start) throw new Error(`${file} lacks ${startMark} or ${endMark}`);
  return `${text.slice(0, start + startMark.length)}\n\n${content}\n\n${text.slice(end)}`;
}

/** Whether the document shows this content. */
export function showsSection(section: MadeSection, content: string): boolean {
  const text = readFileSync(pathOf(section), 'utf8');
  return withSection(text, section, content) === text;
}

/** Writes the content into the document. */
export function writeSection(section: MadeSection, content: string): void {
  writeFileSync(pathOf(section), withSection(readFileSync(pathOf(section), 'utf8'), section, content));
}

function pathOf({ file }: MadeSection): string {
  return join(import.meta.dirname, '..', file);
}
