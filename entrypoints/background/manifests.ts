/** Manifest stores are long, and hardly ever looked at: those of the latest checks are remembered. */
const REMEMBERED = 8;

/** The whole manifest stores of files, as JSON, for as long as the background lives. They are not stored. */
export interface Manifests {
  put(checkId: string, manifest: string): void;
  get(checkId: string): string | undefined;
}

/** None yet. */
export function createManifests(): Manifests {
  const manifests = new Map<string, string>();
  return {
    put(checkId, manifest) {
      manifests.delete(checkId);
      manifests.set(checkId, manifest);
      for (const oldest of [...manifests.keys()].slice(0, -REMEMBERED)) manifests.delete(oldest);
    },
    get: (checkId) => manifests.get(checkId),
  };
}
