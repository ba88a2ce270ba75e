import type { PlainFacts, UnsignedNote } from '../../core/media/file-metadata.ts';
import { generatorsOf } from './generator-of.ts';
import type { NamedText } from './metadata-blocks.ts';
import { plainText } from './plain-text.ts';
import type { FileFields } from './read-fields.ts';
import { claimOf, sourceTerm } from './source-terms.ts';

/** What is not signed: notes of AI, facts, and where the file says that its credentials are. */
export interface PlainlySaid {
  readonly notes: readonly UnsignedNote[];
  readonly facts: PlainFacts;
  /** An http(s) address. */
  readonly provenance?: string;
}

/** More notes of one file are not kept: each is shown. */
const MAX_NOTES = 8;

/** The fields that give each fact, by their names wherever they stand: PNG keywords, QuickTime's and Apple's among them. */
const FACTS: Readonly<Record<keyof PlainFacts, readonly string[]>> = {
  software: ['Software', '\xa9swr', '\xa9too', 'com.apple.quicktime.software', 'OriginatingProgram'],
  creatorTool: ['CreatorTool'],
  make: ['Make', '\xa9mak', 'com.apple.quicktime.make'],
  model: ['Model', '\xa9mod', 'com.apple.quicktime.model'],
  takenAt: ['DateTimeOriginal', 'DateCreated', 'Creation Time', '\xa9day', 'com.apple.quicktime.creationdate'],
};

/** What generators put into fields that are meant for something else: ComfyUI its workflow in the place of a camera's make. */
const IS_DATA = /^\w*:?\s*[{[]/;

/** Judges the fields of a file. */
export function unsignedNotes({ exif, xmp, iptc, texts }: FileFields): PlainlySaid {
  const all = [...exif, ...xmp, ...texts, ...iptc];
  const valuesOf = (...names: readonly string[]) =>
    names.flatMap((name) => all.filter((field) => field.name === name).map(({ text }) => text));
  const facts = Object.fromEntries(
    Object.entries(FACTS)
      .map(([fact, names]) => [fact, plainText(valuesOf(...names)[0] ?? '')] as const)
      .filter(([, value]) => value !== '' && !IS_DATA.test(value)),
  );
  const inXmp = (name: string) => xmp.filter((field) => field.name === name).map(({ text }) => text);
  const level = aigcLevel(all);
  const notes: readonly UnsignedNote[] = [
    ...inXmp('DigitalSourceType').flatMap(sourceNote),
    ...inXmp('AISystemUsed').flatMap(systemNote),
    ...(valuesOf('Credit').some((credit) => /^(Made|Edited|Created) with Google AI\b/.test(credit))
      ? systemNote('Google AI')
      : []),
    ...generatorsOf(all, valuesOf(...FACTS.software, ...FACTS.creatorTool)).map(
      (name) => ({ kind: 'generator', name }) as const,
    ),
    ...(level ? [{ kind: 'aigc-label', level } as const] : []),
  ];
  const [provenance] = inXmp('provenance');
  return {
    notes: withoutRepeats(notes).slice(0, MAX_NOTES),
    facts,
    ...(provenance !== undefined && /^https?:$/.test(URL.parse(provenance)?.protocol ?? '') && { provenance }),
  };
}

function sourceNote(written: string): UnsignedNote[] {
  const term = sourceTerm(written);
  const says = term && claimOf([term]);
  return term ? [{ kind: 'source', term, ...(says && { says }) }] : [];
}

function systemNote(written: string): UnsignedNote[] {
  const name = plainText(written);
  return name ? [{ kind: 'ai-system', name }] : [];
}

function withoutRepeats(notes: readonly UnsignedNote[]): readonly UnsignedNote[] {
  const seen = new Map(notes.map((note) => [JSON.stringify(note), note]));
  return [...seen.values()];
}

/** The field by its own name; or in JSON, where a format has no names for fields, and it is written into a comment. */
function labelIn({ name, text }: NamedText): string | undefined {
  if (/^AIGC$/i.test(name)) return text;
  return /^\s*\{/.test(text) ? /"AIGC\\*"\s*:(.*)/s.exec(text)?.[1] : undefined;
}

/** As JSON, or as JSON within a text of JSON. */
const LABEL = /"Label\\*"\s*:\s*\\*"?([123])\b/;

/** The level that China's label gives (GB 45438-2025, appendix E; TC260-PG-20257A); undefined where there is none. */
function aigcLevel(texts: readonly NamedText[]): '1' | '2' | '3' | undefined {
  const levels = texts.map((field) => LABEL.exec(labelIn(field) ?? '')?.[1]);
  return (['1', '2', '3'] as const).find((level) => levels.includes(level));
}
