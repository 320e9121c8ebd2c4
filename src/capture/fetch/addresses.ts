/** Which IP addresses are of the public net: the only ones that are connected to unless the user says otherwise. */
import ipaddr from 'ipaddr.js';

/**
 * Addresses at which a cloud tells a machine its keys, and which are public by their range: Azure's WireServer and Equinix
 * Metal's metadata. The others (169.254.169.254, 100.100.100.200, 192.0.0.192, fd00:ec2::254 …) are in special ranges.
 */
const METADATA_SERVICES: ReadonlySet<string> = new Set(['168.63.129.16', '192.80.8.124']);

/** The only IPv6 range in which addresses are given out: 2000::/3 (RFC 4291, 2.4; IANA's registry of the address space). */
const isGlobalUnicast = (first: number): boolean => first >>> 13 === 0b001;

/**
 * Whether an address is one of the public net: not of this machine, a local network, a cloud's metadata service, nor of
 * any range that IANA's special-purpose registries (RFC 6890) keep. An IPv6 address that holds an IPv4 address is judged
 * by that one where it is the same host (`::ffff:…`), and is not public where it leads through a translator or a tunnel
 * (NAT64, 6to4, Teredo) or is of a form that is no longer used (`::127.0.0.1`).
 *
 * @param address in the text form that the system gives; anything else is not public
 */
export function isPublicAddress(address: string): boolean {
  // An address with a zone ("fe80::1%eth0") is one of this machine's links.
  if (address.includes('%') || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || METADATA_SERVICES.has(parsed.toString())) return false;
  return parsed instanceof ipaddr.IPv4 || isGlobalUnicast(parsed.parts[0]!);
}

/** Whether a URL's host is an address rather than a name; the address without brackets, or null. */
export function addressOfHost(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : null;
}
