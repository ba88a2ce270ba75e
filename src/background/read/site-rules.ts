import { MAX_TOLD_URL } from '../../core/media/told-limits.ts';
import { dotted, ipAddressOf } from './ip-address.ts';

/** The sites an administrator allows or blocks: host names (with all their subdomains) or match patterns. */
export interface SiteRules {
  readonly allowedSites?: readonly string[] | undefined;
  readonly blockedSites?: readonly string[] | undefined;
}

/** Where media is. Origins will do where no more of an address is known. */
export interface MediaPlace {
  readonly page: string;
  /** Of the frames around the media. */
  readonly frames?: readonly string[];
  readonly media?: string | undefined;
}

/**
 * Whether a check of media is allowed there. Page and frames have to be on the list of allowed sites, where there is one; neither
 * they nor the media may be on a blocked one, and blocking wins. What has no site of its own (`data:`, `about:srcdoc`) is held to that around
 * it. An entry that cannot be understood allows nothing and blocks nothing.
 */
export function isSiteAllowed(rules: SiteRules, { page, frames = [], media }: MediaPlace): boolean {
  const { allowedSites = [], blockedSites = [] } = rules;
  const documents = [page, ...frames].map(siteOf);
  const sites = [...documents, siteOf(media)].flatMap((site) => site ?? []);
  if (blockedSites.some((rule) => sites.some((site) => isOn(rule, site, true)))) return false;
  const [top, ...others] = documents;
  const isOpen = (site: Site) => allowedSites.some((rule) => isOn(rule, site, false));
  return allowedSites.length === 0 || (top !== undefined && [top, ...others].every((site) => !site || isOpen(site)));
}

/** Whether an address says by itself which site it is of. */
export function hasSite(address: string | undefined): boolean {
  return siteOf(address) !== undefined;
}

/** The entries that name no site: an administrator is to know of them. */
export function unusableSites({ allowedSites = [], blockedSites = [] }: SiteRules): readonly string[] {
  return [...allowedSites, ...blockedSites].filter((entry) => !parseRule(entry));
}

/** Whether an address is on one of these, as far as it is known. */
export function isOnAnyOf(sites: readonly string[] | undefined, page: string): boolean {
  return !isSiteAllowed({ blockedSites: sites }, { page });
}

/** Whether an address is certainly on one of these. */
export function isCertainlyOnAnyOf(sites: readonly string[] = [], page: string): boolean {
  return sites.length > 0 && isSiteAllowed({ allowedSites: sites }, { page });
}

/** The browser's match pattern for all pages that a rule can be about; undefined for what is no rule, or about files. */
export function matchPatternOf(entry: string): string | undefined {
  const { scheme = '', host = '', hasSubdomains } = parseRule(entry) ?? {};
  if (host === '' || scheme === 'file') return undefined;
  const isName = host !== '*' && !ipAddressOf(host);
  return `${scheme === '<all>' ? '*' : scheme}://${hasSubdomains && isName ? '*.' : ''}${host}/*`;
}

/** An address, as far as rules look at it. */
interface Site {
  readonly url: URL;
  readonly host: string;
  /** Nothing but its origin is known. */
  readonly isOrigin: boolean;
  /** More may have followed: the records of a page and its frames have no more of an address than this. */
  readonly isCut: boolean;
}

/** What an address is the site of; undefined for what has none of its own. A `blob:` is of whoever made it. */
function siteOf(address: string | undefined): Site | undefined {
  const url = URL.parse((address ?? '').replace(/^view-source:/, ''));
  const own = url?.protocol === 'blob:' ? URL.parse(url.origin) : url;
  if (!own || !/^(https?|file):$/.test(own.protocol)) return undefined;
  const isCut = address?.length === MAX_TOLD_URL && own.hash === '';
  return { url: own, host: hostOf(own), isOrigin: own.origin === address || own !== url, isCut };
}

interface Rule {
  /** `*` for both of the web. */
  readonly scheme: string;
  /** `*` for every one. */
  readonly host: string;
  readonly hasSubdomains: boolean;
  readonly port: string | undefined;
  /** What stands between its stars. */
  readonly path: readonly string[] | undefined;
}

/** scheme://host:port/path, of which the host alone must be there. */
const RULE = /^(?:(\*|https?|file):\/\/)?(\*\.)*([^/?#:@]*|\[[\da-f:.]+\])(?::(\d{1,5}|\*))?(\/[^#]*)?$/i;

/** A host in URLs' notation: labels of a name, or an address of IPv4 or IPv6. */
const HOST = /^(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:]+\])$/;

/** Of the entries so far: an administrator may name thousands, and each check asks for all. */
const parsedRules = new Map<string, Rule>();

/** What people may take for a network: it would be a path of one host. */
const NETWORK = /^[\d.]+\/\d+$/;

function parseRule(entry: string): Rule | undefined {
  const text = entry.trim();
  if (text === '<all_urls>')
    return { scheme: '<all>', host: '*', hasSubdomains: true, port: undefined, path: undefined };
  const [, scheme, subdomains, name = '', port, path] = RULE.exec(text) ?? [];
  const isFile = scheme?.toLowerCase() === 'file';
  const host = name === '*' || (isFile && name === '') ? name : hostName(name);
  if (host === undefined || (name === '' && !isFile) || Number(port) > 65_535 || NETWORK.test(text)) return undefined;
  return {
    scheme: scheme?.toLowerCase() ?? '*',
    host,
    hasSubdomains: subdomains !== undefined || scheme === undefined,
    port: port === undefined || port === '*' ? undefined : `${Number(port)}`,
    path: path === undefined || path === '/' || path === '/*' ? undefined : glob(path),
  };
}

/** A host as URLs have it: in small letters and Punycode, without the dot of the root. Undefined for what is none. */
function hostName(text: string): string | undefined {
  const url = /[*\s%\\]/.test(text) ? null : URL.parse(`http://${text}/`);
  const host = url ? hostOf(url) : '';
  return HOST.test(host) ? host : undefined;
}

/** The host of an address, by the one of its names that rules go by: that of IPv4 for one within IPv6. */
function hostOf({ hostname }: URL): string {
  const address = ipAddressOf(hostname);
  return address?.bits === 32 ? dotted(address) : hostname.replace(/\.$/, '');
}

const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** `isIfUnknown`: where not all of an address is known, a rule counts that may be about it. */
function isOn(text: string, { url, host, isOrigin, isCut }: Site, isIfUnknown: boolean): boolean {
  const rule = parsedRules.get(text) ?? parseRule(text);
  if (!rule) return false;
  parsedRules.set(text, rule);
  const { protocol, port, pathname, search } = url;
  const scheme = protocol.slice(0, -1);
  if (rule.scheme !== '<all>' && rule.scheme !== scheme && (rule.scheme !== '*' || scheme === 'file')) return false;
  if (rule.port !== undefined && rule.port !== (port || PORTS[protocol])) return false;
  const isHost = rule.host === '*' || host === rule.host || (rule.hasSubdomains && host.endsWith(`.${rule.host}`));
  if (!isHost || rule.path === undefined) return isHost;
  if (isOrigin) return isIfUnknown;
  const known = marked(pathname + search + (isCut ? MORE : ''));
  return isMet(isCut && isIfUnknown ? rule.path.slice(0, 1) : rule.path, known);
}

/** Stands for what was cut off: no address has a space, so that nothing but a star meets it. */
const MORE = ' ';

/** A letter, digit, `-`, `.`, `_` or `~` as a number, in whose place it may stand itself (RFC 3986, section 2.3). */
const UNRESERVED = /%(?:2[de]|3\d|[46][1-9a-f]|5[\daf]|7[\dae])/gi;

/** A path in the one notation of all that mean the same (RFC 3986, section 6.2.2). */
function plain(path: string): string {
  return path.replace(UNRESERVED, (code) => decodeURIComponent(code)).replace(/%../g, (code) => code.toUpperCase());
}

function glob(path: string): readonly string[] {
  const { pathname = '', search = '' } = URL.parse(`http://host${path}`) ?? {};
  return marked(pathname + search).split('*');
}

/** Whether the parts stand in a text one after the other. Each is looked for once: a page makes the text, and may make it costly. */
function isMet(parts: readonly string[], text: string): boolean {
  let end = 0;
  return parts.every((part) => {
    const start = text.indexOf(part, end);
    end = start + part.length;
    return start >= 0;
  });
}

/** A path with a line break at both ends, which none has within: what begins or ends with one stands there alone. */
function marked(path: string): string {
  return `\n${plain(path)}\n`;
}
