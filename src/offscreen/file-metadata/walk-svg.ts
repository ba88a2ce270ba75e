import { type MetadataBlocks, noBlocks } from './metadata-blocks.ts';
import type { MetadataReader } from './metadata-reader.ts';
import { readXml } from './read-xml.ts';

/** Drawings are smaller; of more the beginning is read. Bytes. */
const MAX_SVG_BYTES = 10_000_000;

/** The namespace of `<manifest>` in an SVG's `<metadata>` (C2PA 2.2, A.3.7). */
const C2PA = 'http://c2pa.org/manifest';

/** The metadata of an SVG: the whole document is XML, so that RDF is looked for where it stands. */
export async function walkSvg(reader: MetadataReader): Promise<MetadataBlocks> {
  const found = noBlocks();
  let [inMetadata, inManifest] = [0, false];
  for (const event of readXml(await reader.text(0, Math.min(reader.size, MAX_SVG_BYTES)), reader.budget)) {
    if (event.kind === 'text') {
      found.c2paBytes += inManifest ? event.text.length : 0;
      continue;
    }
    const { local, namespace } = event.name;
    const isOpening = event.kind === 'open';
    if (local === 'metadata') inMetadata += isOpening ? 1 : -1;
    if (local === 'manifest' && namespace === C2PA) inManifest = isOpening && inMetadata > 0;
    if (inManifest && isOpening) found.c2paBytes += 1;
  }
  found.xmp.push(reader.slice(0, MAX_SVG_BYTES));
  return found;
}
