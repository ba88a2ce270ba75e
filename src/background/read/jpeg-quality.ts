import { bigEndian, createByteReader } from '../../core/media/byte-reader.ts';
import { jpegMarkers, START_OF_SCAN } from './jpeg-markers.ts';

/** Defines quantisation tables (ITU-T T.81, section B.2.4.1). */
const QUANTISATION_TABLES = 0xdb;

/** The example table for luminance of ITU-T T.81 (K.1), by rows; the Independent JPEG Group's encoder scales it by its quality. */
const EXAMPLE = [
  [16, 11, 10, 16, 24, 40, 51, 61],
  [12, 12, 14, 19, 26, 58, 60, 55],
  [14, 13, 16, 24, 40, 57, 69, 56],
  [14, 17, 22, 29, 51, 87, 80, 62],
  [18, 22, 37, 56, 68, 109, 103, 77],
  [24, 35, 55, 64, 81, 104, 113, 92],
  [49, 64, 78, 87, 103, 121, 120, 101],
  [72, 92, 95, 98, 112, 100, 103, 99],
].flat();

/**
 * The quality from 1 to 100 that a JPEG was coded with last, estimated by the sum of its quantisation steps for luminance: exact where
 * its encoder scales the example table, as most do; for others that of the nearest such table. Undefined for what has none.
 */
export async function jpegQuality(jpeg: Blob): Promise<number | undefined> {
  const steps = await luminanceSteps(jpeg);
  if (steps === undefined) return undefined;
  const distance = (quality: number) => Math.abs(stepsAt(quality) - steps);
  let nearest = 100;
  for (let quality = 99; quality > 0; quality -= 1) if (distance(quality) < distance(nearest)) nearest = quality;
  return nearest;
}

/** The sum of the steps at a quality: jcparam.c of the IJG's encoder scales the table so. */
function stepsAt(quality: number): number {
  const percent = quality < 50 ? Math.floor(5_000 / quality) : 200 - 2 * quality;
  const scaled = (step: number) => Math.min(Math.max(Math.floor((step * percent + 50) / 100), 1), 255);
  return EXAMPLE.reduce((sum, step) => sum + scaled(step), 0);
}

/** The sum of the steps of table 0, which is for luminance, where it comes before the first scan. */
async function luminanceSteps(jpeg: Blob): Promise<number | undefined> {
  const reader = createByteReader(jpeg);
  for await (const { kind, start } of jpegMarkers(reader)) {
    if (kind === START_OF_SCAN) return undefined;
    if (kind !== QUANTISATION_TABLES) continue;
    const end = start - 2 + bigEndian(await reader.bytes(start - 2, 2), 0, 2);
    for (let at = start; at < end; ) {
      const [head = 0] = await reader.bytes(at, 1);
      const size = head < 16 ? 1 : 2;
      const table = await reader.bytes(at + 1, 64 * size);
      at += 1 + 64 * size;
      if (at > end) break;
      if (head % 16 === 0) return table.reduce((sum, byte, index) => sum + byte * 256 ** ((index + 1) % size), 0);
    }
  }
  return undefined;
}
