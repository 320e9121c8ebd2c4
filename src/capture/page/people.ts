/** Names of authors as metadata gives them. */
import { isPressName, readByline, sameWords } from '../furniture/index.ts';

/** Not names of people or agencies: addresses, accounts, what systems fill in. */
const NO_NAME = /[/@<>{}\d]|https?:|\.(?:com|org|net)\b/i;
const FILLED_IN = /^(?:admin|administrator|editor|editors|staff|webmaster|null|undefined|n\/a|user|guest|none)$/i;
const ROLE = /\b(?:editor|reporter|correspondent|columnist|staff|writer|special to)\b/i;

/** Parts of a list of authors: "Ana Kessler, Tom Reed and Ida Brandt". */
const parts = (value: string): string[] =>
  value.split(/\s*(?:[,;|]|(?<=\p{Ll}{3})\. (?=\p{Lu})|\band\b|&)\s*/u).map((part) => part.trim());

/**
 * Names alone, without labels, roles, outlets and addresses.
 *
 * @param outlet the page's own outlet, which is no author
 * @returns the names parted by ", ", or null when there are none
 */
export function plainNames(values: readonly string[], outlet: string | null): string | null {
  const names = new Set<string>();
  for (const value of values) {
    const [name, ...others] = parts(readByline(value)?.names ?? value.slice(0, 200)).filter(
      (part) => part && !NO_NAME.test(part),
    );
    const people = others.filter((other) => other.includes(' ') && !ROLE.test(other) && !isPressName(other));
    for (const each of name ? [name, ...people] : []) {
      if (each.length <= 80 && /\p{L}/u.test(each) && !FILLED_IN.test(each) && !(outlet && sameWords(each, outlet)))
        names.add(each);
    }
  }
  return names.size ? [...names].join(', ') : null;
}
