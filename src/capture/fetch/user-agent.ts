/** The name that servers are asked under. */
import { Refused } from '../refused.ts';
import { SOFTWARE } from '../software.ts';

/** What robots.txt calls us (RFC 9309, 2.2.1): the name without its version. */
export const ROBOTS_NAME = 'Onrecord';

/** Whether something is a way to reach somebody: an e-mail address or a web page, fit to stand in a header. */
export const isContact = (contact: string): boolean =>
  /^[\x21-\x27\x2a-\x7e]{3,200}$/.test(contact) && /[@.]/.test(contact);

/**
 * The User-Agent, with a way to reach whoever runs this where one is given, so that a server's keepers can write before
 * they block.
 *
 * @param contact an e-mail address or the address of a web page
 * @throws Refused 'refused' for a contact that is neither
 */
export function userAgent(contact?: string): string {
  if (contact === undefined) return SOFTWARE;
  if (isContact(contact)) return `${SOFTWARE} (${contact})`;
  throw new Refused(
    'refused',
    `the contact is to be an e-mail address or the address of a web page, not “${contact.slice(0, 60)}”`,
  );
}
