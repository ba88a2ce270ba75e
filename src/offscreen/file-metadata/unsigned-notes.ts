import { createByteReader } from '../../core/media/byte-reader.ts';
import type { PlainFacts, UnsignedNote } from '../../core/media/file-metadata.ts';
import { type ExifFacts, readExifFacts } from './exif-facts.ts';
import { generatorsOf } from './generator-of.ts';
import type { MetadataBlocks, NamedText } from './metadata-blocks.ts';
import { plainText } from './plain-text.ts';
import { readXmp, type XmpProperty } from './read-xmp.ts';
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

/** Texts that name the software a file was made with, the camera, the moment: PNG keywords, QuickTime's and Apple's names. */
const SOFTWARE_TEXTS = ['Software', '\xa9swr', '\xa9too', 'com.apple.quicktime.software'];
const MAKE_TEXTS = ['\xa9mak', 'com.apple.quicktime.make'];
const MODEL_TEXTS = ['\xa9mod', 'com.apple.quicktime.model'];
const TAKEN_TEXTS = ['Creation Time', '\xa9day', 'com.apple.quicktime.creationdate'];

/** Judges the metadata of a file. `more`: what a TIFF says in its own fields. */
export async function unsignedNotes(
  { exif, xmp, texts }: MetadataBlocks,
  more: readonly ExifFacts[],
): Promise<PlainlySaid> {
  const inExif = [...more];
  for (const block of exif) inExif.push(await readExifFacts(createByteReader(new Blob([block.slice()]))));
  const inXmp = xmp.map(readXmp);
  const all = [...texts, ...inExif.flatMap(({ texts: own }) => own)];

  const xmpValue = (name: XmpProperty) => inXmp.map((values) => values.get(name)).find((value) => value !== undefined);
  const textValue = (names: readonly string[]) => texts.find(({ name }) => names.includes(name))?.text;
  const exifValue = (name: 'make' | 'model' | 'software' | 'takenAt') =>
    inExif.map((facts) => facts[name]).find((value) => value !== undefined);

  const given = {
    software: exifValue('software') ?? xmpValue('Software') ?? textValue(SOFTWARE_TEXTS),
    creatorTool: xmpValue('CreatorTool'),
    make: exifValue('make') ?? xmpValue('Make') ?? textValue(MAKE_TEXTS),
    model: exifValue('model') ?? xmpValue('Model') ?? textValue(MODEL_TEXTS),
    takenAt: exifValue('takenAt') ?? xmpValue('DateTimeOriginal') ?? xmpValue('DateCreated') ?? textValue(TAKEN_TEXTS),
  };
  const facts = Object.fromEntries(
    Object.entries(given)
      .map(([name, value]) => [name, plainText(value ?? '')] as const)
      .filter(([, value]) => value !== ''),
  );

  const notes: UnsignedNote[] = [];
  for (const values of inXmp) {
    const term = sourceTerm(values.get('DigitalSourceType') ?? '');
    const says = term && claimOf([term]);
    if (term) notes.push({ kind: 'source', term, ...(says && { says }) });
    const system = plainText(values.get('AISystemUsed') ?? '');
    if (system) notes.push({ kind: 'ai-system', name: system });
    if (/^Made with Google AI\b/.test(values.get('Credit') ?? '')) notes.push({ kind: 'ai-system', name: 'Google AI' });
  }
  const software = [given.software, given.creatorTool].filter((name) => name !== undefined);
  const inComments = inXmp.flatMap((values): NamedText[] => {
    const text = values.get('UserComment');
    return text === undefined ? [] : [{ name: 'UserComment', text }];
  });
  const fields = [
    ...all,
    ...inComments,
    // ComfyUI's nodes for WebP write into these two.
    ...inExif.flatMap(({ make = '', model = '' }) => [
      { name: 'Make', text: make },
      { name: 'Model', text: model },
    ]),
  ];
  for (const name of generatorsOf(fields, software)) notes.push({ kind: 'generator', name });
  const level = aigcLevel([...all, ...inXmp.map((values) => ({ name: 'AIGC', text: values.get('AIGC') ?? '' }))]);
  if (level) notes.push({ kind: 'aigc-label', level });

  const provenance = xmpValue('provenance');
  return {
    notes: withoutRepeats(notes).slice(0, MAX_NOTES),
    facts,
    ...(provenance !== undefined && /^https?:$/.test(URL.parse(provenance)?.protocol ?? '') && { provenance }),
  };
}

/** The `Label` of the text `AIGC` (GB 45438-2025, appendix E; TC260-PG-20257A). */
function aigcLevel(texts: readonly NamedText[]): '1' | '2' | '3' | undefined {
  const written =
    texts.find(({ name }) => name === 'AIGC')?.text ?? texts.find(({ text }) => /^\{"AIGC"/.test(text))?.text;
  const level = /"Label"\s*:\s*"?([123])\b/.exec(written ?? '')?.[1];
  return level === '1' || level === '2' || level === '3' ? level : undefined;
}

function withoutRepeats(notes: readonly UnsignedNote[]): readonly UnsignedNote[] {
  const seen = new Map(notes.map((note) => [JSON.stringify(note), note]));
  return [...seen.values()];
}
