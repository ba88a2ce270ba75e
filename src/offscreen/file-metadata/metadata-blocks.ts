/** A named text beside a picture. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** The blocks of metadata that a container holds in the places its specification gives them. */
export interface MetadataBlocks {
  /** Bytes of the C2PA manifest store, which is in its place; 0: there is none. */
  c2paBytes: number;
  /** TIFF structures. */
  readonly exif: Blob[];
  /** XML texts. */
  readonly xmp: Blob[];
  /** IPTC's records (IIM 4.2). */
  readonly iptc: Blob[];
  readonly texts: NamedText[];
}

/** Nothing found yet. */
export function noBlocks(): MetadataBlocks {
  return { c2paBytes: 0, exif: [], xmp: [], iptc: [], texts: [] };
}

/** Of one text no more is read, in bytes: what tells a generator is far shorter. */
export const MAX_TEXT_BYTES = 262_144;
