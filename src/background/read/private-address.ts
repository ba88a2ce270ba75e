// What a media's address tells of where it is. A name may still lead into a private network: no browser tells an extension.

/** Networks of IPv4 that are not of the public internet: first address, and the length of the prefix in bits. */
const PRIVATE_IPV4: readonly (readonly [first: string, prefixBits: number])[] = [
  ['0.0.0.0', 8], // "This host", which systems take for loopback: RFC 1122, section 3.2.1.3
  ['10.0.0.0', 8], // RFC 1918
  ['100.64.0.0', 10], // Shared behind a carrier's NAT: RFC 6598
  ['127.0.0.0', 8], // Loopback: RFC 1122, section 3.2.1.3
  ['169.254.0.0', 16], // Link-local: RFC 3927
  ['172.16.0.0', 12], // RFC 1918
  ['192.168.0.0', 16], // RFC 1918
  ['198.18.0.0', 15], // Tests of devices, and what programs for VPNs give out: RFC 2544, appendix C.2.2
];

/** The same of IPv6, by the first 16 bits. */
const PRIVATE_IPV6: readonly (readonly [first: number, prefixBits: number])[] = [
  [0xfc00, 7], // Unique local: RFC 4193
  [0xfe80, 10], // Link-local: RFC 4291, section 2.5.6
  [0xfec0, 10], // Site-local, no longer given out: RFC 3879
];

/** The first 96 bits of IPv6 addresses that hold one of IPv4 in the rest. */
const AROUND_IPV4: readonly string[] = [
  '0:0:0:0:0:ffff', // Mapped: RFC 4291, section 2.5.5.2
  '0:0:0:0:0:0', // Compatible: RFC 4291, section 2.5.5.1; `::` and `::1` are among them, as 0.0.0.0 and 0.0.0.1
  '0:0:0:0:ffff:0', // Translated: RFC 2765, section 2.1
  '64:ff9b:0:0:0:0', // NAT64: RFC 6052
  '64:ff9b:1:0:0:0', // NAT64 within a network: RFC 8215
];

/** Names that the public DNS does not have, with all below them. */
const PRIVATE_DOMAINS: readonly string[] = [
  'localhost', // RFC 6761, section 6.3
  'localdomain', // What systems put behind `localhost`
  'local', // RFC 6762
  'home.arpa', // RFC 8375
  'internal', // Set aside by ICANN in 2024
  'intranet', // These: RFC 6762, appendix G
  'private',
  'corp',
  'home',
  'lan',
];

/** Whether an address is of this computer (`file:`, loopback) or of a private network, as far as it tells. */
export function isPrivateAddress({ protocol, hostname }: URL): boolean {
  return protocol === 'file:' || (hostname !== '' && isPrivateHost(hostname));
}

/** The same for a host name or an IP address in any notation that addresses have. */
export function isPrivateHost(host: string): boolean {
  const hostname = URL.parse(`http://${host}/`)?.hostname.replace(/\.+$/, '');
  if (hostname === undefined) return false;
  if (hostname.startsWith('[')) return isPrivateIpv6(groupsOf(hostname.slice(1, -1)));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return isPrivateIpv4(ipv4(hostname));
  const isSingleLabel = !hostname.includes('.'); // The public DNS has no host directly below its root.
  return isSingleLabel || PRIVATE_DOMAINS.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}

function isPrivateIpv4(address: number): boolean {
  return PRIVATE_IPV4.some(([first, bits]) => hasPrefix(address, ipv4(first), 2 ** (32 - bits)));
}

function isPrivateIpv6(groups: readonly number[]): boolean {
  const [first = 0] = groups;
  const [high = 0, low = 0] = groups.slice(6);
  const beforeIpv4 = groups.slice(0, 6).map((group) => group.toString(16));
  if (AROUND_IPV4.includes(beforeIpv4.join(':'))) return isPrivateIpv4(high * 2 ** 16 + low);
  return PRIVATE_IPV6.some(([start, bits]) => hasPrefix(first, start, 2 ** (16 - bits)));
}

function hasPrefix(value: number, first: number, size: number): boolean {
  return value >= first && value < first + size;
}

function ipv4(dotted: string): number {
  return dotted.split('.').reduce((value, part) => value * 256 + Number(part), 0);
}

/** The eight groups of an IPv6 address as URLs write it: hexadecimal, and one run of zeros left out at most. */
function groupsOf(address: string): number[] {
  const [before = '', after = ''] = address.split('::');
  const [head, tail] = [before, after].map((part) => (part === '' ? [] : part.split(':')));
  const given = [...(head ?? []), ...(tail ?? [])];
  const zeros = Array.from({ length: 8 - given.length }, () => '0');
  return [...(head ?? []), ...zeros, ...(tail ?? [])].map((group) => Number.parseInt(group, 16));
}
