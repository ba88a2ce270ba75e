// @module-tag exiftool
// @module-tag ffmpeg
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { convertPhotograph } from '../../../fixtures/convert-photograph.ts';
import { makeVideo } from '../../../fixtures/make-video.ts';
import { PHOTOGRAPHS } from '../../../fixtures/photographs.ts';
import { exiftoolFields, ourFields } from './both-opinions.ts';

const TYPE = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';

/** What each kind of metadata is given. */
const KINDS: Readonly<Record<'exif' | 'xmp' | 'iptc', readonly string[]>> = {
  exif: ['-EXIF:Make=Example', '-EXIF:Model=One', '-EXIF:Software=Made', '-EXIF:UserComment=女の子 Steps: 2, Seed: 1'],
  xmp: [`-XMP-iptcExt:DigitalSourceType=${TYPE}`, '-XMP-xmp:CreatorTool=Example', '-XMP-photoshop:Credit=Somebody'],
  iptc: ['-IPTC:Credit=Made with Google AI', '-IPTC:OriginatingProgram=Example', '-IPTC:Caption-Abstract=a ship'],
};
type Kind = keyof typeof KINDS;

const picture = (name: Parameters<typeof convertPhotograph>[0]) => () => convertPhotograph(name);
const video = (name: Parameters<typeof makeVideo>[0]) => () => makeVideo(name);

/** What exiftool can write into each format. */
const FILES: readonly (readonly [name: string, make: () => Promise<Buffer>, kinds: readonly Kind[]])[] = [
  ['a.jpg', async () => readFileSync(PHOTOGRAPHS[0]?.path ?? ''), ['exif', 'xmp', 'iptc']],
  ['a.png', picture('a.png'), ['exif', 'xmp', 'iptc']],
  ['a.webp', picture('a.webp'), ['exif', 'xmp']],
  ['a.tiff', picture('a.tiff'), ['exif', 'xmp', 'iptc']],
  ['a.gif', picture('a.gif'), ['xmp']],
  ['a.avif', picture('a.avif'), ['exif', 'xmp']],
  ['a.mp4', video('a.mp4'), ['xmp']],
  ['a.mov', video('a.mov'), ['xmp']],
];
it.each(FILES)('what exiftool writes into %s is found', async (name, make, kinds) => {
  const folder = mkdtempSync(join(tmpdir(), 'written-'));
  try {
    writeFileSync(join(folder, name), await make());
    const fields = kinds.flatMap((kind) => KINDS[kind]);
    execFileSync('exiftool', ['-q', '-overwrite_original', '-charset', 'utf8', ...fields, name], { cwd: folder });
    const file = readFileSync(join(folder, name));
    const found = await ourFields(file);
    expect(found).toEqual(expect.arrayContaining(fields.map((field) => field.replace(/^-[\w-]+:/, ''))));
    expect(found).toEqual(exiftoolFields([file])[0]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
