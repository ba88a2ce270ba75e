import type { Credentials, FileMetadataRead } from '../../core/media/file-metadata.ts';
import { createFileBudget } from './file-budget.ts';
import { metadataFormat } from './file-format.ts';
import { createMetadataReader } from './metadata-reader.ts';
import { type CredentialEngine, readCredentials } from './read-credentials.ts';
import { readFields } from './read-fields.ts';
import { unsignedNotes } from './unsigned-notes.ts';

/** A larger manifest store is not given to the engine, which has it in memory several times. Bytes. */
export const MAX_STORE_BYTES = 16_000_000;

/**
 * Reads what a file says about itself. The container's own structure decides what is looked at: bytes that stand anywhere else
 * in the file are no metadata. The engine for Content Credentials is asked only where their place is not empty. Rejects for a
 * file that costs more than any needs.
 */
export async function readFileMetadata(file: Blob, engine: CredentialEngine): Promise<FileMetadataRead> {
  const budget = createFileBudget();
  const reader = createMetadataReader(file, budget);
  const format = await metadataFormat(reader);
  if (!format) return { fileMetadata: { unread: 'format' } };
  const blocks = await format.walk(reader);
  if (blocks.c2paBytes > MAX_STORE_BYTES) throw new Error('Content Credentials are too large');
  const { notes, facts, provenance } = unsignedNotes(await readFields(blocks, budget));
  const host = provenance === undefined ? undefined : new URL(provenance).host;
  const elsewhere: Credentials = host === undefined ? { state: 'none' } : { state: 'remote', host };
  if (blocks.c2paBytes > 0 || (host !== undefined && engine.fetchesRemote)) {
    const { credentials, whole } = await readCredentials(file, format.type, engine);
    // What could not be fetched is not broken.
    const isUnfetched = blocks.c2paBytes === 0 && !whole && credentials.state === 'broken';
    const found = isUnfetched ? elsewhere : credentials;
    return { fileMetadata: { credentials: found, notes, facts }, ...(whole && { whole }) };
  }
  return { fileMetadata: { credentials: elsewhere, notes, facts } };
}
