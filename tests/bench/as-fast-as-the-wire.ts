// `npm run bench`: from the click to the request and to the verdict, beside bare requests for the same bytes in the same run; a
// whole page, a large video, the same image again, the popup. In headless Chromium with the local build (`npm test` makes it).
// `--rounds N`; `--only image,page,video,popup`. Other work on the machine shows in every number: look at the ratios, and repeat.
import { parseArgs } from 'node:util';
import { startBenchBed } from './bench-bed.ts';
import { type BenchRow, printRows } from './bench-row.ts';
import { imageRows } from './image-rows.ts';
import { pageRows } from './page-rows.ts';
import { popupRows } from './popup-rows.ts';
import { videoRows } from './video-rows.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, only: { type: 'string', default: 'image,page,video,popup' } },
});
const rounds = Number(values.rounds);

/** In the command line of each process of this browser. */
const MARK = `--bench-of=${process.pid}`;

const PARTS: Readonly<Record<string, (bed: Awaited<ReturnType<typeof startBenchBed>>) => Promise<BenchRow[]>>> = {
  image: (bed) => imageRows(bed, rounds),
  page: (bed) => pageRows(bed, rounds),
  popup: (bed) => popupRows(bed, rounds),
  video: (bed) => videoRows(bed, Math.ceil(rounds / 4), MARK),
};

const bed = await startBenchBed([MARK]);
try {
  const rows: BenchRow[] = [];
  for (const part of values.only.split(',')) rows.push(...((await PARTS[part]?.(bed)) ?? []));
  printRows(rows);
} finally {
  await bed.close();
}
