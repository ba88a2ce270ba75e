import type { Credentials, FileMarksRead } from '../../core/media/file-marks.ts';
import { createByteReader } from './byte-reader.ts';
import { readExifFacts } from './exif-facts.ts';
import { markedFormat } from './file-format.ts';
import { plainMarks } from './plain-marks.ts';

/** Content Credentials as the engine found them. */
export interface CredentialsRead {
  readonly credentials: Credentials;
  /** The manifest store as JSON. */
  readonly manifest?: string;
}

/** What reading needs from its surroundings. */
export interface MarkParts {
  /** Reads the Content Credentials of a file that has some; `type` is its MIME type. */
  readonly readCredentials: (file: Blob, type: string) => Promise<CredentialsRead>;
  /** Credentials that are kept elsewhere may be fetched: the engine is asked about them too. */
  readonly fetchesRemote: boolean;
}

/**
 * Reads what a file says about itself. The container's own structure decides what is looked at: bytes that stand anywhere else
 * in the file are no marks. The engine for Content Credentials is asked only where their place is not empty.
 */
export async function readFileMarks(file: Blob, parts: MarkParts): Promise<FileMarksRead> {
  const reader = createByteReader(file);
  const format = await markedFormat(reader);
  if (!format) return { marks: { unread: 'format' } };
  const blocks = await format.walk(reader);
  const inFields = format.type === 'image/tiff' ? [await readExifFacts(reader)] : [];
  const { marks, facts, provenance } = await plainMarks(blocks, inFields);
  const host = provenance === undefined ? undefined : new URL(provenance).host;
  const elsewhere: Credentials = host === undefined ? { state: 'none' } : { state: 'remote', host };
  if (blocks.hasC2pa || (host !== undefined && parts.fetchesRemote)) {
    const { credentials, manifest } = await parts.readCredentials(file, format.type);
    // What could not be fetched is not broken.
    const isUnfetched = !blocks.hasC2pa && manifest === undefined && credentials.state === 'broken';
    const found = isUnfetched ? elsewhere : credentials;
    return { marks: { credentials: found, marks, facts }, ...(manifest !== undefined && { manifest }) };
  }
  return { marks: { credentials: elsewhere, marks, facts } };
}
