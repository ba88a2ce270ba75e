import type { FileBudget } from './file-budget.ts';
import type { NamedText } from './metadata-blocks.ts';
import { readXml, type XmlName } from './read-xml.ts';

/** The properties that are looked for, by their namespaces' addresses. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  'http://iptc.org/std/Iptc4xmpExt/2008-02-29/': ['DigitalSourceType', 'AISystemUsed'],
  'http://ns.adobe.com/xap/1.0/': ['CreatorTool'],
  'http://ns.adobe.com/tiff/1.0/': ['Make', 'Model', 'Software', 'ImageDescription', 'Artist'],
  'http://purl.org/dc/elements/1.1/': ['description'],
  'http://ns.adobe.com/exif/1.0/': ['DateTimeOriginal', 'UserComment'],
  'http://ns.adobe.com/photoshop/1.0/': ['DateCreated', 'Credit'],
  'http://purl.org/dc/terms/': ['provenance'],
  'http://www.tc260.org.cn/ns/AIGC/1.0/': ['AIGC'],
};

/** Longer values are cut. Characters. */
const MAX_VALUE = 4_000;

/**
 * Reads a few properties of an XMP packet (ISO 16684-1): as an element with a text or a list in it, as an attribute of
 * `rdf:Description`, or as an address in `rdf:resource`. Of each the first value that is
 * not empty.
 */
export function readXmp(packet: string, budget: FileBudget): NamedText[] {
  const found = new Map<string, string>();
  const add = (property: string, value: string) => {
    const trimmed = value.trim().slice(0, MAX_VALUE);
    if (trimmed !== '' && !found.has(property)) found.set(property, trimmed);
  };
  let current: string | undefined;
  let depth = 0;
  let text = '';
  for (const event of readXml(packet, budget)) {
    if (event.kind === 'open') {
      for (const attribute of event.attributes) {
        const property = propertyOf(attribute);
        if (property) add(property, attribute.value);
        if (current && isRdf(attribute, 'resource')) add(current, attribute.value);
      }
      if (current) depth += 1;
      const property = current ? undefined : propertyOf(event.name);
      if (!property) continue;
      current = property;
      depth = 0;
      text = '';
      const resource = event.attributes.find((attribute) => isRdf(attribute, 'resource'));
      if (resource) add(property, resource.value);
    } else if (event.kind === 'text') {
      if (current) text += event.text;
    } else if (current) {
      add(current, text);
      if (depth === 0) current = undefined;
      depth -= 1;
      if (current) text = ''; // The next item of a list.
    }
  }
  return [...found].map(([name, text]) => ({ name, text }));
}

function propertyOf({ namespace, local }: XmlName): string | undefined {
  return Object.hasOwn(PROPERTIES, namespace) && PROPERTIES[namespace]?.includes(local) ? local : undefined;
}

function isRdf({ namespace, local }: XmlName, wanted: string): boolean {
  return namespace === 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' && local === wanted;
}
