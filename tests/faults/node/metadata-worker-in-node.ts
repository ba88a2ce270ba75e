import type { FileMetadata, FileMetadataRead } from '../../../src/core/media/file-metadata.ts';

let said: FileMetadata = { credentials: { state: 'none' }, notes: [], facts: {} };
let held: Promise<void> = Promise.resolve();

/** The worker that reads what a file says about itself: it finds the same in all, nothing at first. */
export class MetadataWorkerInNode {
  onmessage?: (event: { readonly data: FileMetadataRead }) => void;

  postMessage(): void {
    const data = { fileMetadata: said };
    void held.then(() => this.onmessage?.({ data }));
  }

  terminate(): void {}
}

/** Has files say this from now on, but not before the function is called that this gives. */
export function holdMetadata(fileMetadata: FileMetadata): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  [said, held] = [fileMetadata, promise];
  return resolve;
}
