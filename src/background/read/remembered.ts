import type { WholeCredentials } from '../../core/media/file-metadata.ts';

/** As many as the popup lists checks. */
const REMEMBERED = 8;

/** Something of the latest checks, by their ids, for as long as the background lives; never stored. */
export interface Remembered<Value> {
  put(checkId: string, value: Value): void;
  get(checkId: string): Value | undefined;
  forget(checkId: string): void;
}

/** The files the user gave: they can be given again. */
export type LocalFiles = Remembered<Blob>;

/** The whole Content Credentials of files: they are long, and hardly ever looked at. */
export type Manifests = Remembered<WholeCredentials>;

/** None yet. */
export function createRemembered<Value>(): Remembered<Value> {
  const values = new Map<string, Value>();
  return {
    put(checkId, value) {
      values.delete(checkId);
      values.set(checkId, value);
      for (const oldest of [...values.keys()].slice(0, -REMEMBERED)) values.delete(oldest);
    },
    get: (checkId) => values.get(checkId),
    forget: (checkId) => void values.delete(checkId),
  };
}
