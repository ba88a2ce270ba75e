import type { FileBudget } from './file-budget.ts';
import type { MetadataBlocks } from './metadata-blocks.ts';
import { createMetadataReader } from './metadata-reader.ts';

/** A part of an XMP packet that is too long for one segment (XMP part 3, section 1.1.3.1). */
export interface ExtendedXmp {
  /** Names the packet; the short one of the file names it too. */
  readonly guid: string;
  /** Where it belongs in it. Bytes. */
  readonly at: number;
  readonly part: Blob;
}

/** The name of a packet, wherever it is written: an MD5 digest. */
const GUID = /\b[\dA-F]{32}\b/gi;

/** Adds the packets that are named by those there are. Their parts may come in any order; one that is missing ends a packet. */
export async function joinExtendedXmp(
  found: MetadataBlocks,
  parts: readonly ExtendedXmp[],
  budget: FileBudget,
): Promise<void> {
  if (parts.length === 0) return;
  const packets = await Promise.all(
    found.xmp.map((packet) => createMetadataReader(packet, budget).text(0, packet.size)),
  );
  // Not one after the other looked for in all that there is: there may be thousands, and megabytes.
  const named = new Set(packets.flatMap((packet) => packet.match(GUID) ?? []));
  for (const [guid, own] of Map.groupBy(parts, (part) => part.guid)) {
    if (!named.has(guid)) continue;
    const whole: Blob[] = [];
    let end = 0;
    for (const { at, part } of own.toSorted((one, other) => one.at - other.at)) {
      if (at !== end) break;
      whole.push(part);
      end += part.size;
    }
    found.xmp.push(new Blob(whole));
  }
}
