/** The IPTC Extension schema, which holds `DigitalSourceType` (iptc.org, Photo Metadata Standard). */
const IPTC_EXTENSION = 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/';
/** Its value is a term of this vocabulary. */
const VOCABULARY = /^https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/(\w+)$/;

const COMMENT = /<!--[\s\S]*?-->/g;
const NAMESPACE = /\sxmlns:([\w.-]+)\s*=\s*(["'])(.*?)\2/g;
/** A tag, quoted attribute values in one piece, and the text up to the next tag. */
const TAG = /<((?:[^<>"']|"[^"]*"|'[^']*')*)>([^<]*)/g;

/**
 * The term of `DigitalSourceType` in an XMP packet, such as `trainedAlgorithmicMedia`; undefined when there is none. Reads
 * the three ways RDF can write it (attribute, element, resource) under whatever prefix the packet binds to the schema.
 */
export function readDigitalSourceType(xmp: string): string | undefined {
  const text = xmp.replace(COMMENT, '');
  const names = [...text.matchAll(NAMESPACE)]
    .filter(([, , , uri]) => uri === IPTC_EXTENSION)
    .map(([, prefix]) => `${prefix}:DigitalSourceType`);
  for (const [, tag = '', following = ''] of text.matchAll(TAG)) {
    for (const name of names) {
      const isElement = tag.split(/[\s/]/, 1)[0] === name;
      const value = attribute(tag, name) ?? (isElement ? (attribute(tag, 'rdf:resource') ?? following) : '');
      const term = value.trim().match(VOCABULARY)?.[1];
      if (term !== undefined) {
        return term;
      }
    }
  }
  return undefined;
}

/** An attribute of a tag; the walk over all of them keeps text inside another one's value from being taken for it. */
function attribute(tag: string, wanted: string): string | undefined {
  for (const [, name, , value] of tag.matchAll(/\s([\w:.-]+)\s*=\s*(["'])(.*?)\2/gs)) {
    if (name === wanted) {
      return value;
    }
  }
  return undefined;
}
