import { collectBlob } from '../../core/media/disk-blob.ts';

/**
 * A Blob of the extension's own with the same bytes, which are never in memory as a whole. One that comes from a page in a
 * private window is kept in the browser apart from the extension's: Chromium (156) ends the extension's process as soon as a
 * part of it is taken, or it is sent on. Reading it is allowed.
 */
export async function ownCopy(foreign: Blob): Promise<Blob> {
  const copy = collectBlob();
  const reader = foreign.stream().getReader();
  for (let part = await reader.read(); part.value; part = await reader.read()) await copy.add(part.value);
  return copy.toBlob(foreign.type);
}
