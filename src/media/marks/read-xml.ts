/** A name with the address of its namespace. */
export interface XmlName {
  readonly namespace: string;
  readonly local: string;
}

/** What is met in an XML document, in its order. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: XmlName; readonly attributes: readonly XmlAttribute[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'close'; readonly name: XmlName };

interface XmlAttribute extends XmlName {
  readonly value: string;
}

/** Elements within elements, more than which no document of use has. */
const MAX_DEPTH = 200;

/** More is not read: each event costs. */
const MAX_EVENTS = 200_000;

/** Markup, or the text before the next. What comes between a start and an end without a `>` is passed over as a whole. */
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<![^>[]*(?:\[[^\]]*\])?[^>]*(?:>|$)|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)|</g;

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The elements and texts of an XML document, for callers that look for a few of them. Not a validating parser: what is no XML
 * gives few events or none. No entity but XML's own five and numbers is replaced, and nothing is ever fetched. (A worker has no
 * DOMParser.)
 */
export function* readXml(document: string): Generator<XmlEvent> {
  const open: { readonly tag: string; readonly name: XmlName; readonly prefixes: ReadonlyMap<string, string> }[] = [];
  const prefixesNow = () => open.at(-1)?.prefixes ?? new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
  let events = 0;
  for (const [, cdata, closed, tag, inside = '', isEmpty, text] of document.matchAll(TOKEN)) {
    events += 1;
    if (events > MAX_EVENTS) return;
    if (cdata !== undefined) yield { kind: 'text', text: cdata };
    else if (text !== undefined) yield { kind: 'text', text: withEntities(text) };
    else if (closed !== undefined) {
      if (open.at(-1)?.tag !== closed) return; // Not well-formed: what follows is not to be trusted.
      const element = open.pop();
      if (element) yield { kind: 'close', name: element.name };
    } else if (tag !== undefined) {
      if (open.length >= MAX_DEPTH) return;
      const written = [...inside.matchAll(ATTRIBUTE)].map(
        ([, name = '', double, single]) => [name, withEntities(double ?? single ?? '')] as const,
      );
      const prefixes = withDeclared(prefixesNow(), written);
      const name = nameOf(tag, prefixes, prefixes.get('') ?? '');
      const attributes = written
        .filter(([key]) => !key.startsWith('xmlns'))
        .map(([key, value]) => ({ ...nameOf(key, prefixes, ''), value }));
      yield { kind: 'open', name, attributes };
      if (isEmpty) yield { kind: 'close', name };
      else open.push({ tag, name, prefixes });
    }
  }
}

function withDeclared(
  prefixes: ReadonlyMap<string, string>,
  attributes: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> {
  const declared = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return prefixes;
  return new Map([...prefixes, ...declared.map(([name, value]) => [name.slice('xmlns:'.length), value] as const)]);
}

function nameOf(written: string, prefixes: ReadonlyMap<string, string>, plain: string): XmlName {
  const colon = written.indexOf(':');
  if (colon < 0) return { namespace: plain, local: written };
  return { namespace: prefixes.get(written.slice(0, colon)) ?? '', local: written.slice(colon + 1) };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
