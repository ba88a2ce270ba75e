import { watch } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const WATCHED = ['entrypoints', 'src', 'public'];
/** Editors write a file in several steps; what comes within this time is one change. Milliseconds. */
const SETTLING_MS = 150;

/** Calls `onChange` after each change in the sources, one call at a time, until the signal says stop. */
export function watchSources(onChange: (file: string) => Promise<void>, signal: AbortSignal): void {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  for (const folder of WATCHED) {
    watch(join(ROOT, folder), { recursive: true, signal }, (_kind, name) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        last = last.then(() => onChange(join(folder, name ?? '')));
      }, SETTLING_MS);
    });
  }
}
