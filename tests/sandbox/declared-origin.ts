import { findGeneratorTag } from './generator-tag.ts';
import { readJpegXmp } from './jpeg-xmp.ts';
import { type PngText, readPngText } from './png-text.ts';
import { readWebpXmp } from './webp-xmp.ts';
import { readDigitalSourceType } from './xmp-digital-source-type.ts';

/** What a file says about where it comes from. */
export type DeclaredOrigin =
  /** A term of IPTC's vocabulary, from the file's XMP. */
  | { readonly kind: 'digital-source-type'; readonly term: string }
  /** A picture generator's signature. */
  | { readonly kind: 'generator'; readonly generator: string }
  | { readonly kind: 'none' };

const XMP_KEYWORD = 'XML:com.adobe.xmp';

/** Reads what an image declares. Its pixels are not looked at. */
export function readDeclaredOrigin(bytes: Buffer, type: string): DeclaredOrigin {
  switch (type) {
    case 'image/jpeg':
      return fromXmp(readJpegXmp(bytes));
    case 'image/webp':
      return fromXmp(readWebpXmp(bytes));
    case 'image/png':
      return fromPngText(readPngText(bytes));
    default:
      return { kind: 'none' };
  }
}

function fromXmp(xmp: string | undefined): DeclaredOrigin {
  const term = xmp === undefined ? undefined : readDigitalSourceType(xmp);
  return term === undefined ? { kind: 'none' } : { kind: 'digital-source-type', term };
}

function fromPngText(texts: readonly PngText[]): DeclaredOrigin {
  const origin = fromXmp(texts.find(({ keyword }) => keyword === XMP_KEYWORD)?.text);
  const generator = findGeneratorTag(texts);
  return origin.kind === 'none' && generator !== undefined ? { kind: 'generator', generator } : origin;
}
