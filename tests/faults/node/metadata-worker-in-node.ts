import type { FileMetadata, FileMetadataRead } from '../../../src/core/media/file-metadata.ts';
import type { FileMetadataRequest } from '../../../src/core/protocol/document-work.ts';

let said: FileMetadata = { credentials: { state: 'none' }, notes: [], facts: {} };
let hold: (file: Blob) => Promise<void> = () => Promise.resolve();

/** The worker that reads what a file says about itself: it finds the same in all, nothing at first. */
export class MetadataWorkerInNode {
  onmessage?: (event: { readonly data: FileMetadataRead }) => void;

  postMessage({ file }: FileMetadataRequest): void {
    const data = { fileMetadata: said };
    void hold(file).then(() => this.onmessage?.({ data }));
  }

  terminate(): void {}
}

/** Has files say this from now on; those that are held not before the function is called that this gives. */
export function holdMetadata(fileMetadata: FileMetadata, isHeld: (file: Blob) => boolean = () => true): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  [said, hold] = [fileMetadata, (file) => (isHeld(file) ? promise : Promise.resolve())];
  return resolve;
}
