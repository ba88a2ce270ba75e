import fc from 'fast-check';
import { COSTLY_FILES } from '../fixtures/costly-files.ts';
import { CORPUS } from '../unit/offscreen/file-metadata/metadata-corpus.ts';

type Bytes = Buffer<ArrayBuffer>;

/** No file is made larger. Bytes. */
export const MOST_BYTES = 1_000_000;

/** One change of a file. Places and lengths are parts of what is there. */
type Change =
  | { readonly kind: 'set'; readonly at: number; readonly byte: number }
  /** A number of four bytes, as lengths and places are. */
  | { readonly kind: 'number'; readonly at: number; readonly value: number; readonly isLittle: boolean }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  | {
      readonly kind: 'insert';
      readonly at: number;
      readonly from: string;
      readonly part: number;
      readonly length: number;
    };

/** How a file is made: short enough to be printed and kept. */
export interface Recipe {
  readonly file: string;
  readonly changes: readonly Change[];
}

const FILES: ReadonlyMap<string, () => Bytes> = new Map([
  ...CORPUS.map(([name, file]) => [name, () => file] as const),
  ...Object.entries(COSTLY_FILES),
]);

/** The files to begin with, by their names. */
export const FILE_NAMES: readonly string[] = [...FILES.keys()];

/** The file that is begun with. */
export const fileOf = (name: string): Bytes => FILES.get(name)?.() ?? Buffer.alloc(0);

/** Most changes are made near the beginning, where the structure is. */
const part = fc.double({ min: 0, max: 1, noNaN: true }).map((drawn) => drawn ** 3);
const numbers = fc.oneof(
  fc.constantFrom(0, 1, 7, 8, 9, 0x7fffffff, 0x80000000, 0xfffffff8, 0xffffffff),
  fc.nat({ max: MOST_BYTES }),
);

/** Any recipe that begins with one of these files. */
export function recipes(files: readonly string[]): fc.Arbitrary<Recipe> {
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.record({ kind: fc.constant('set'), at: part, byte: fc.nat({ max: 255 }) }),
    fc.record({ kind: fc.constant('number'), at: part, value: numbers, isLittle: fc.boolean() }),
    fc.record({ kind: fc.constant('cut'), at: part, length: part }),
    fc.record({ kind: fc.constant('repeat'), at: part, length: part, times: fc.integer({ min: 2, max: 100_000 }) }),
    fc.record({ kind: fc.constant('insert'), at: part, from: fc.constantFrom(...files), part, length: part }),
  );
  return fc.record({ file: fc.constantFrom(...files), changes: fc.array(change, { maxLength: 8 }) });
}

/** The file that a recipe makes. */
export function made({ file, changes }: Recipe): Bytes {
  return changes.reduce<Bytes>((bytes, change) => changed(bytes, change), fileOf(file)).subarray(0, MOST_BYTES);
}

function changed(bytes: Bytes, change: Change): Bytes {
  const at = Math.floor(change.at * Math.max(0, bytes.length - 4));
  const until = (length: number) => Math.min(bytes.length, at + 1 + Math.floor(length * (bytes.length - at)));
  switch (change.kind) {
    case 'set': {
      const other = Buffer.from(bytes);
      other[at] = change.byte;
      return other;
    }
    case 'number': {
      const other = Buffer.concat([bytes, Buffer.alloc(4)]);
      if (change.isLittle) other.writeUInt32LE(change.value, at);
      else other.writeUInt32BE(change.value, at);
      return other.subarray(0, Math.max(4, bytes.length));
    }
    case 'cut':
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(until(change.length))]);
    case 'repeat': {
      const piece = bytes.subarray(at, until(change.length));
      const times = Math.min(change.times, Math.ceil(MOST_BYTES / piece.length));
      return Buffer.concat([bytes.subarray(0, at), ...Array.from({ length: times }, () => piece), bytes.subarray(at)]);
    }
    case 'insert': {
      const other = fileOf(change.from);
      const from = Math.floor(change.part * other.length);
      const piece = other.subarray(from, from + 1 + Math.floor(change.length * other.length));
      return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
    }
  }
}
