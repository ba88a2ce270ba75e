import { type IpAddress, ipAddressOf, ipNetwork, ipv4, isWithin } from './ip-address.ts';

// What a media's address tells of where it is. A name may still lead into a private network: no browser tells an extension.

/**
 * IP networks, of which the first that holds an address counts: what IANA's registries of special-purpose and multicast addresses call not
 * globally reachable is private. The few addresses of services that they except from such a network serve no media.
 */
const NETWORKS = [
  ['0.0.0.0/8', 'private'], // "This host", which systems take for loopback: RFC 1122, section 3.2.1.3
  ['10.0.0.0/8', 'private'], // RFC 1918
  ['100.64.0.0/10', 'private'], // Shared behind a carrier's NAT: RFC 6598
  ['127.0.0.0/8', 'private'], // Loopback: RFC 1122, section 3.2.1.3
  ['169.254.0.0/16', 'private'], // Link-local: RFC 3927
  ['172.16.0.0/12', 'private'], // RFC 1918
  ['192.0.0.0/24', 'private'], // Protocols between a computer and its router: RFC 6890, section 2.1
  ['192.0.2.0/24', 'private'], // Documentation: RFC 5737, as the other two
  ['192.88.99.0/24', 'private'], // The relay nearby for 6to4, no longer given out: RFC 7526
  ['192.168.0.0/16', 'private'], // RFC 1918
  ['198.18.0.0/15', 'private'], // Tests of devices, and what programs for VPNs give out: RFC 2544, appendix C.2.2
  ['198.51.100.0/24', 'private'],
  ['203.0.113.0/24', 'private'],
  ['224.0.0.0/4', 'private'], // Multicast: RFC 5771
  ['240.0.0.0/4', 'private'], // Class E, which some networks use within: RFC 1112, section 4; the broadcast: RFC 919
  ['2001::/23', 'private'], // Protocols: RFC 2928; Teredo, which hides addresses of IPv4, is the first /32: RFC 4380
  ['2001:db8::/32', 'private'], // Documentation: RFC 3849
  ['2002::/16', '6to4'], // What is behind an address of IPv4: RFC 3056, section 2
  ['3fff::/20', 'private'], // Documentation: RFC 9637
  ['2000::/3', 'public'], // All that IANA has given out for the internet: RFC 4291, section 2.4
  ['::/0', 'private'], // Unique local, link-local, site-local, multicast, NAT64 within a network (RFC 8215), and others
] as const;

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
  const address = ipAddressOf(hostname);
  if (address) return isPrivateIp(address);
  const isSingleLabel = !hostname.includes('.'); // The public DNS has no host directly below its root.
  return isSingleLabel || PRIVATE_DOMAINS.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}

function isPrivateIp(address: IpAddress): boolean {
  const [, kind] = NETWORKS.find(([network]) => isWithin(address, ipNetwork(network))) ?? [];
  return kind === '6to4' ? isPrivateIp(ipv4(address.value >> 80n)) : kind === 'private';
}
