import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileBudget } from '../../../../src/offscreen/file-metadata/file-budget.ts';
import { metadataFormat } from '../../../../src/offscreen/file-metadata/file-format.ts';
import type { NamedText } from '../../../../src/offscreen/file-metadata/metadata-blocks.ts';
import { createMetadataReader } from '../../../../src/offscreen/file-metadata/metadata-reader.ts';
import { readFields } from '../../../../src/offscreen/file-metadata/read-fields.ts';

/** The fields that are read, by exiftool's names. */
const FIELDS = [
  ...['ImageDescription', 'Make', 'Model', 'Software', 'Artist', 'DateTimeOriginal', 'UserComment'],
  ...['XPTitle', 'XPComment', 'XPKeywords', 'XPSubject'],
  ...['DigitalSourceType', 'AISystemUsed', 'CreatorTool', 'Description', 'DateCreated', 'Credit'],
  ...['Provenance', 'Aigc', 'SpecialInstructions', 'OriginatingProgram', 'Caption-Abstract'],
  ...['Parameters', 'Comment', 'CreationTime', 'SoftwareVersion'],
];

/** What exiftool calls some of the containers' own names. */
const ITS_NAMES: Readonly<Record<string, string>> = {
  '\xa9swr': 'SoftwareVersion',
  '\xa9mod': 'Model',
  'com.apple.quicktime.make': 'Make',
  '\xa9cmt': 'Comment',
  desc: 'Description',
  AIGC: 'Aigc',
};

/** A field as `name=value`; dates are written in more than one way, and so is what surrounds a text. */
const asOne = (name: string, value: string) =>
  `${name}=${/Date|Time/.test(name) ? value.replace(/\D/g, '') : value.replace(/\s+/g, ' ').trim()}`;

const each = (fields: readonly string[]) => [...new Set(fields)].sort();

/** The fields that exiftool finds in each of some files. */
export function exiftoolFields(files: readonly Uint8Array[]): readonly (readonly string[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    const names = files.map((_, index) => String(index).padStart(3, '0'));
    for (const [index, name] of names.entries()) writeFileSync(join(folder, name), files[index] ?? '');
    // -G0: with the kind of each field; -a: each of its values; -n: as they are in the file; -m: small faults are no matter.
    const told = execFileSync('exiftool', ['-json', '-G0', '-a', '-n', '-m', '-U', ...names], {
      cwd: folder,
      maxBuffer: 100_000_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const opinions: readonly Readonly<Record<string, unknown>>[] = JSON.parse(told.toString());
    return opinions.map((opinion) => each(Object.entries(opinion).flatMap(fieldOf)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fieldOf([key, value]: readonly [string, unknown]): string[] {
  const name = key.replace(/^.*:/, '').replace('AIGC', 'Aigc'); // It has both.
  return FIELDS.includes(name) && !key.startsWith('Composite:') ? [asOne(name, String(value))] : [];
}

/** The fields that we find in a file, in its words. */
export async function ourFields(file: Buffer<ArrayBuffer>): Promise<readonly string[]> {
  const budget = createFileBudget();
  const reader = createMetadataReader(new Blob([file]), budget);
  const format = await metadataFormat(reader);
  if (!format) throw new Error('the format is not known');
  const { exif, xmp, iptc, texts } = await readFields(await format.walk(reader), budget);
  const named = ({ name, text }: NamedText) => {
    const its = ITS_NAMES[name] ?? name.replace(/ /g, '').replace(/^[a-z]/, (letter) => letter.toUpperCase());
    return asOne(its, text);
  };
  return each(
    [...exif, ...xmp, ...iptc, ...texts].map(named).filter((field) => FIELDS.includes(field.replace(/=.*$/s, ''))),
  );
}
