import { type Zippable, zipSync } from 'fflate';

/** The first day a ZIP file can name. A package tells what is in it, not when it was made. */
const FIRST_DAY = new Date(1980, 0, 1);

/** Unix, as the system that made the package, and what it keeps of a file: an ordinary one, readable by all. */
const UNIX = { os: 3, attrs: 0o100644 << 16 };

/** Makes a ZIP file of files by their paths: of the same files the same bytes, in whatever order and at whatever time. */
export function pack(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort()) {
    const bytes = files.get(path);
    if (bytes) entries[path] = [bytes, { level: 9, mtime: FIRST_DAY, ...UNIX }];
  }
  return zipSync(entries);
}
