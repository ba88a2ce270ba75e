/** A named text beside a picture. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** The blocks of metadata that a container holds in the places its specification gives them. */
export interface MetadataBlocks {
  /** A C2PA manifest store is in its place: there is something for the engine. */
  hasC2pa: boolean;
  /** TIFF structures. */
  readonly exif: Uint8Array[];
  /** XML text. */
  readonly xmp: string[];
  readonly texts: NamedText[];
}

/** Nothing found yet. */
export function noBlocks(): MetadataBlocks {
  return { hasC2pa: false, exif: [], xmp: [], texts: [] };
}

/** Of one block no more is read, in bytes: what metadata consist of is at its beginning. */
export const MAX_BLOCK_BYTES = 2_000_000;

/** XML in UTF-8; what is not is replaced. */
export function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
