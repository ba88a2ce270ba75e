import type { FileBudget } from './file-budget.ts';

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

/** What is no element, by its start, and what ends it. */
const PASSED_OVER: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!', '>'],
];

const CDATA = '<![CDATA[';
const CDATA_END = ']]>';

/** An element with more attributes is none. */
const MAX_ATTRIBUTES = 1_000;

/** Sticky: attributes follow one another, and what is none ends them. Else a long row of letters would be looked at over and over. */
const ATTRIBUTE = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy;

/**
 * The elements and texts of an XML document, for callers that look for a few of them. Not a validating parser: what is no XML
 * gives few events or none. No entity but XML's own five and numbers is replaced, and nothing is ever fetched. (A worker has no
 * DOMParser.) Each letter is looked at a few times at most, whatever it is.
 */
export function* readXml(document: string, budget: FileBudget): Generator<XmlEvent> {
  const open: { readonly tag: string; readonly name: XmlName; readonly prefixes: Prefixes | undefined }[] = [];
  let at = 0;
  for (let events = 0; events < MAX_EVENTS && at < document.length; events += 1) {
    budget.goOn();
    const start = document.indexOf('<', at);
    const text = document.slice(at, start < 0 ? undefined : start);
    if (text !== '') yield { kind: 'text', text: withEntities(text) };
    if (start < 0) return;
    if (document.startsWith(CDATA, start)) {
      const end = document.indexOf(CDATA_END, start);
      if (end < 0) return;
      yield { kind: 'text', text: document.slice(start + CDATA.length, end) };
      at = end + CDATA_END.length;
      continue;
    }
    const [opening, closing] = PASSED_OVER.find(([begin]) => document.startsWith(begin, start)) ?? [];
    const end = closing === undefined ? tagEnd(document, start) : endOf(document, start, opening, closing);
    if (end === undefined) return; // Not ended: what follows is not to be trusted, nor what is not well-formed.
    at = end;
    if (closing !== undefined) continue;
    const inside = document.slice(start + 1, end - 1);
    if (inside.startsWith('/')) {
      const element = open.pop();
      if (element?.tag !== inside.slice(1).trim()) return;
      yield { kind: 'close', name: element.name };
      continue;
    }
    if (open.length >= MAX_DEPTH) return;
    const isEmpty = inside.endsWith('/');
    const [tag = ''] = /^[^\s/]*/.exec(inside) ?? [];
    const written = attributesIn(inside.slice(tag.length));
    const prefixes = withDeclared(open.at(-1)?.prefixes, written);
    const name = nameOf(tag, prefixes, addressOf('', prefixes));
    const attributes = written
      .filter(([key]) => !key.startsWith('xmlns'))
      .map(([key, value]) => ({ ...nameOf(key, prefixes, ''), value }));
    yield { kind: 'open', name, attributes };
    if (isEmpty) yield { kind: 'close', name };
    else open.push({ tag, name, prefixes });
  }
}

function attributesIn(tag: string): readonly (readonly [name: string, value: string])[] {
  const written: (readonly [string, string])[] = [];
  for (const [, name = '', double, single] of tag.matchAll(ATTRIBUTE)) {
    if (written.length === MAX_ATTRIBUTES) break;
    written.push([name, withEntities(double ?? single ?? '')]);
  }
  return written;
}

/** Where a tag ends: a `>` within quotes is part of a value. */
function tagEnd(document: string, start: number): number | undefined {
  let quote = '';
  for (let at = start + 1; at < document.length; at += 1) {
    const letter = document[at] ?? '';
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at + 1;
  }
  return undefined;
}

/** Where a comment, an instruction or a declaration ends. A document type may hold declarations in brackets. */
function endOf(document: string, start: number, opening = '', closing: string): number | undefined {
  const end = document.indexOf(closing, start + opening.length);
  const bracket = opening === '<!' ? document.slice(start, end).indexOf('[') : -1;
  if (bracket < 0) return end < 0 ? undefined : end + closing.length;
  const after = document.indexOf(']', end);
  const last = after < 0 ? -1 : document.indexOf('>', after);
  return last < 0 ? undefined : last + 1;
}

/** The prefixes that an element declares, within those of the elements around it: never copied, since there may be many of both. */
interface Prefixes {
  readonly own: ReadonlyMap<string, string>;
  readonly around: Prefixes | undefined;
}

function withDeclared(
  around: Prefixes | undefined,
  attributes: readonly (readonly [string, string])[],
): Prefixes | undefined {
  const declared = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return around;
  return { own: new Map(declared.map(([name, value]) => [name.slice('xmlns:'.length), value])), around };
}

function addressOf(prefix: string, prefixes: Prefixes | undefined): string {
  for (let level = prefixes; level; level = level.around) {
    const address = level.own.get(prefix);
    if (address !== undefined) return address;
  }
  return prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : '';
}

function nameOf(written: string, prefixes: Prefixes | undefined, plain: string): XmlName {
  const colon = written.indexOf(':');
  if (colon < 0) return { namespace: plain, local: written };
  return { namespace: addressOf(written.slice(0, colon), prefixes), local: written.slice(colon + 1) };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
