/** An IP address as a number of 32 bits (IPv4) or 128 (IPv6). */
export interface IpAddress {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** The addresses of a network begin with the same bits. */
export interface IpNetwork extends IpAddress {
  readonly prefixBits: number;
}

/** Networks of IPv6 whose addresses stand for one of IPv4, in their last 32 bits: the same host. */
const AROUND_IPV4: readonly IpNetwork[] = [
  '::ffff:0:0/96', // Mapped: RFC 4291, section 2.5.5.2
  '::/96', // Compatible: RFC 4291, section 2.5.5.1; `::` and `::1` are among them, as 0.0.0.0 and 0.0.0.1
  '::ffff:0:0:0/96', // Translated: RFC 2765, section 2.1
  '64:ff9b::/96', // NAT64: RFC 6052
].map(ipNetwork);

/** The IP address that the host of a URL is, that of IPv4 where it stands for one; undefined for a name. */
export function ipAddressOf(hostname: string): IpAddress | undefined {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return ipv4(numberOf(hostname.split('.').map(Number), 8));
  if (!hostname.startsWith('[')) return undefined;
  const address = ipv6(hostname.slice(1, -1));
  return AROUND_IPV4.some((network) => isWithin(address, network)) ? ipv4(address.value) : address;
}

/** An address of IPv4 in the last 32 bits of a number. */
export function ipv4(value: bigint): IpAddress {
  return { bits: 32, value: BigInt.asUintN(32, value) };
}

/** An address of IPv4 as URLs write it. */
export function dotted({ value }: IpAddress): string {
  return [24n, 16n, 8n, 0n].map((shift) => BigInt.asUintN(8, value >> shift)).join('.');
}

/** A network in CIDR notation, as `10.0.0.0/8` or `fc00::/7`. */
export function ipNetwork(text: string): IpNetwork {
  const [first = '', prefixBits] = text.split('/');
  const address = first.includes(':') ? ipv6(first) : ipv4(numberOf(first.split('.').map(Number), 8));
  return { ...address, prefixBits: Number(prefixBits) };
}

export function isWithin({ bits, value }: IpAddress, network: IpNetwork): boolean {
  const rest = BigInt(bits - network.prefixBits);
  return bits === network.bits && value >> rest === network.value >> rest;
}

/** Eight groups, as URLs write them: hexadecimal, and one run of zeros left out at most. */
function ipv6(text: string): IpAddress {
  const [head = [], tail = []] = text.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  const groups = [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16));
  return { bits: 128, value: numberOf(groups, 16) };
}

function numberOf(parts: readonly number[], bitsEach: number): bigint {
  return parts.reduce((value, part) => (value << BigInt(bitsEach)) + BigInt(part), 0n);
}
