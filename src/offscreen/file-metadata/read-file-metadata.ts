import { createByteReader } from '../../core/media/byte-reader.ts';
import type { Credentials, FileMetadataRead } from '../../core/media/file-metadata.ts';
import { readExifFacts } from './exif-facts.ts';
import { metadataFormat } from './file-format.ts';
import { type CredentialEngine, readCredentials } from './read-credentials.ts';
import { unsignedNotes } from './unsigned-notes.ts';

/**
 * Reads what a file says about itself. The container's own structure decides what is looked at: bytes that stand anywhere else
 * in the file are no metadata. The engine for Content Credentials is asked only where their place is not empty.
 */
export async function readFileMetadata(file: Blob, engine: CredentialEngine): Promise<FileMetadataRead> {
  const reader = createByteReader(file);
  const format = await metadataFormat(reader);
  if (!format) return { fileMetadata: { unread: 'format' } };
  const blocks = await format.walk(reader);
  const inFields = format.type === 'image/tiff' ? [await readExifFacts(reader)] : [];
  const { notes, facts, provenance } = await unsignedNotes(blocks, inFields);
  const host = provenance === undefined ? undefined : new URL(provenance).host;
  const elsewhere: Credentials = host === undefined ? { state: 'none' } : { state: 'remote', host };
  if (blocks.hasC2pa || (host !== undefined && engine.fetchesRemote)) {
    const { credentials, manifest } = await readCredentials(file, format.type, engine);
    // What could not be fetched is not broken.
    const isUnfetched = !blocks.hasC2pa && manifest === undefined && credentials.state === 'broken';
    const found = isUnfetched ? elsewhere : credentials;
    return { fileMetadata: { credentials: found, notes, facts }, ...(manifest !== undefined && { manifest }) };
  }
  return { fileMetadata: { credentials: elsewhere, notes, facts } };
}
