/** A `Content-Type` header taken apart. */
export interface ContentType {
  /** Type and subtype, lower case. */
  readonly essence: string;
  /** Parameters by lower-case name, in order. */
  readonly parameters: ReadonlyMap<string, string>;
}

const TOKEN = "[\\w!#$%&'*+.^`|~-]+";
const ESSENCE = new RegExp(`^\\s*(${TOKEN}/${TOKEN})\\s*(?:;|$)`);
const PARAMETER = new RegExp(`;\\s*(${TOKEN})=(?:"([^"]*)"|(${TOKEN}))`, 'g');

/** Takes a `Content-Type` header apart; undefined when there is none or it cannot be read. */
export function parseContentType(header: string | undefined): ContentType | undefined {
  const essence = header?.match(ESSENCE)?.[1]?.toLowerCase();
  if (header === undefined || essence === undefined) {
    return undefined;
  }
  const parameters = new Map<string, string>();
  for (const [, name, quoted, plain] of header.matchAll(PARAMETER)) {
    parameters.set((name ?? '').toLowerCase(), quoted ?? plain ?? '');
  }
  return { essence, parameters };
}
