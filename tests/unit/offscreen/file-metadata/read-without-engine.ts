import { expect } from 'vitest';
import type { FileMetadata } from '../../../../src/core/media/file-metadata.ts';
import { readFileMetadata } from '../../../../src/offscreen/file-metadata/read-file-metadata.ts';

type Bytes = Buffer<ArrayBuffer>;

export const NO_ENGINE = {
  manifestStore: () => Promise.reject(new Error('no engine')),
  anchors: '',
  fetchesRemote: false,
};

/** What a file says that has no credentials. */
export async function fileMetadataOf(file: Bytes): Promise<Exclude<FileMetadata, { unread: unknown }>> {
  const { fileMetadata } = await readFileMetadata(new Blob([file]), NO_ENGINE);
  if ('unread' in fileMetadata) throw new Error(fileMetadata.unread);
  expect(fileMetadata.credentials.state).not.toBe('broken'); // The engine was asked, although there are no credentials.
  return fileMetadata;
}
