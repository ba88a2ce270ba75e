/** As many files as the popup lists checks; a file is a reference, not its bytes. */
const REMEMBERED = 8;

/** The files the user gave, for as long as the background lives: they can be given again. */
export interface LocalFiles {
  put(checkId: string, file: Blob): void;
  get(checkId: string): Blob | undefined;
}

/** None yet. */
export function createLocalFiles(): LocalFiles {
  const files = new Map<string, Blob>();
  return {
    put(checkId, file) {
      files.set(checkId, file);
      for (const oldest of [...files.keys()].slice(0, -REMEMBERED)) files.delete(oldest);
    },
    get: (checkId) => files.get(checkId),
  };
}
