import { bigEndian, latin1 } from '../../core/media/byte-reader.ts';
import type { FileBudget } from './file-budget.ts';
import type { MetadataBlocks } from './metadata-blocks.ts';
import { createMetadataReader } from './metadata-reader.ts';

const SIGNATURE = '8BIM';
const IPTC = 0x0404;

/** Signature and number, before a name whose length goes before it. Bytes. */
const HEAD_BYTES = 6;

/** Adds the IPTC records among Photoshop's image resources (Photoshop file formats, "Image Resource Blocks"). */
export async function addPhotoshopResources(found: MetadataBlocks, resources: Blob, budget: FileBudget): Promise<void> {
  const reader = createMetadataReader(resources, budget);
  for (let at = 0; at < reader.size; ) {
    const head = await reader.bytes(at, HEAD_BYTES + 256 + 4);
    if (latin1(head.subarray(0, 4)) !== SIGNATURE) return;
    const afterName = HEAD_BYTES + even(1 + (head[HEAD_BYTES] ?? 0));
    const length = bigEndian(head, afterName, 4);
    const start = at + afterName + 4;
    if (bigEndian(head, 4, 2) === IPTC) found.iptc.push(reader.slice(start, length));
    at = start + even(length);
  }
}

const even = (length: number) => length + (length % 2);
