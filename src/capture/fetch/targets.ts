/** Which addresses may be asked at all: judged before anything is looked up, and again for every redirect. */
import { Refused } from '../refused.ts';
import { addressOfHost, isPublicAddress } from './addresses.ts';

/**
 * Lets through what is not of the public net: all of it, or that for which the function says so (an intranet's archive).
 * It is given names of private networks as they stand in a URL, and the IP addresses to which any name resolves.
 */
export type AllowPrivate = boolean | ((host: string) => boolean);

/** Longer ones are no addresses of pages; the sitemaps protocol takes 2,048 characters at most. */
const LONGEST = 8_192;

/** Port 0 and the ports of other protocols: the Fetch standard's "bad ports". */
const BAD_PORTS: ReadonlySet<string> = new Set(
  (
    '0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 ' +
    '137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 ' +
    '1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
  ).split(' '),
);

/**
 * Names that are not of the public net, whatever they resolve to: RFC 6761 (localhost), RFC 6762 (local), RFC 8375
 * (home.arpa), RFC 7686 (onion), ICANN's "internal", with Google's metadata.google.internal, and those that RFC 6762,
 * appendix G, knows from private networks.
 */
const PRIVATE_ZONES =
  /(?:^|\.)(?:localhost|localdomain|local|internal|home\.arpa|onion|intranet|private|corp|home|lan)$/;
const METADATA_NAMES =
  /^(?:metadata\.packet\.net|metadata\.platformequinix\.com|metadata\.tencentyun\.com|instance-data\..+)$/;

const READ_ALL_THE_SAME = '(--allow-private reads it all the same)';

/** How an address that is not public is refused. */
export const notPublic = (host: string, address: string): Refused =>
  new Refused('refused', `${host} is at ${address}, which is no address of the public net ${READ_ALL_THE_SAME}`);

const isAllowed = (host: string, allow: AllowPrivate): boolean => (typeof allow === 'boolean' ? allow : allow(host));

/** Whether an address may be connected to. */
export const mayConnect = (address: string, allow: AllowPrivate): boolean =>
  isPublicAddress(address) || isAllowed(address, allow);

function refuseName(hostname: string, allow: AllowPrivate): void {
  const name = hostname.replace(/\.+$/, '');
  const isPrivate = !name.includes('.') || PRIVATE_ZONES.test(name) || METADATA_NAMES.test(name);
  if (isPrivate && !isAllowed(name, allow))
    throw new Refused('refused', `${name} is no name of the public net ${READ_ALL_THE_SAME}`);
}

/**
 * Refuses an address that is not to be asked: of another kind than http and https, with a user name or password, at a
 * port of another protocol, or that says by itself that it is not of the public net. What names resolve to is checked
 * when the connection is made.
 *
 * @throws Refused 'refused'
 */
export function refuseTarget(url: URL, allow: AllowPrivate): void {
  if (!/^https?:$/.test(url.protocol))
    throw new Refused('refused', `only http and https addresses are fetched, not ${url.protocol.slice(0, 50)}//`);
  if (url.href.length > LONGEST) throw new Refused('refused', `its address is longer than ${LONGEST} characters`);
  if (url.username || url.password)
    throw new Refused('refused', 'addresses with a user name or password are not fetched');
  if (BAD_PORTS.has(url.port)) throw new Refused('refused', 'its port is one that no pages are given at');
  // WHATWG URL has made one address of all its spellings: decimal, octal, hexadecimal, shortened, in full-width digits.
  const address = addressOfHost(url.hostname);
  if (address !== null && !mayConnect(address, allow)) throw notPublic('it', address);
  if (address === null) refuseName(url.hostname, allow);
}
