import type { ByteReader } from '../../core/media/byte-reader.ts';
import { type MetadataBlocks, noBlocks, utf8 } from './metadata-blocks.ts';
import { readXml } from './read-xml.ts';

/** Drawings are smaller; of more the beginning is read. Bytes. */
const MAX_SVG_BYTES = 20_000_000;

/** The namespace of `<manifest>` in an SVG's `<metadata>` (C2PA 2.2, A.3.7). */
const C2PA = 'http://c2pa.org/manifest';

/** The metadata of an SVG: the whole document is XML, so that RDF is looked for where it stands. */
export async function walkSvg(reader: ByteReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  const document = utf8(await reader.bytes(0, Math.min(reader.size, MAX_SVG_BYTES)));
  let inMetadata = 0;
  for (const event of readXml(document)) {
    if (event.kind === 'open' && event.name.local === 'metadata') inMetadata += 1;
    if (event.kind === 'close' && event.name.local === 'metadata') inMetadata -= 1;
    const isManifest = event.kind === 'open' && event.name.namespace === C2PA && event.name.local === 'manifest';
    if (isManifest && inMetadata > 0) found.hasC2pa = true;
  }
  found.xmp.push(document);
  return found;
}
