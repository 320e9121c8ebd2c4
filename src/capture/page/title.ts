/** Headlines without the outlet's name that pages add to them. */
import { bare, NAME, wordsOf } from '../furniture/index.ts';

export const PARTED = /\s+(?:[|–—•·»:]|::|-{1,2})\s+|\s*\|\s*/u;

const withoutThe = (name: string): string => bare(name).replace(/^the /, '');
/** "The Kalvin Post" → "kalvinpost": a name as addresses have it. */
export const squeeze = (name: string): string => withoutThe(name).replace(/[^\p{L}\p{N}]/gu, '');
const initials = (name: string): string => withoutThe(name).replace(/(\S)\S* ?/gu, '$1');

/** Whether a part of a title means the outlet: "The Kalvin Post", "Kalvin Post Online", "KP", "kalvinpost". */
function names(part: string, outlet: string | null, hosts: readonly string[]): boolean {
  const squeezed = squeeze(part);
  const known = squeeze(outlet ?? '');
  if (!squeezed) return false;
  const long = known.length > 3 && squeezed.startsWith(known);
  return squeezed === known || long || (known !== '' && squeezed === initials(outlet!)) || hosts.includes(squeezed);
}

/**
 * Takes the outlet (and sections before it) off a page's title: "Talks fail | World | The Kalvin Post" → "Talks fail".
 * After a dash only a known outlet goes, because headlines hold dashes of their own; after a bar anything short goes.
 *
 * @param address the page's address, whose host may bear the outlet's name, or null
 */
export function withoutOutlet(title: string, outlet: string | null, address: string | null): string {
  const host = address ? new URL(address).hostname.split('.').map(squeeze) : [];
  const parts = title.split(PARTED);
  const marks = [...title.matchAll(new RegExp(PARTED, 'gu'))];
  let end = parts.length;
  while (end > 1) {
    const last = parts[end - 1]!;
    const bar = marks[end - 2]![0].includes('|') && wordsOf(last).length <= 4 && wordsOf(parts[0]!).length >= 3;
    if (!bar && !names(last, outlet, host)) break;
    end--;
  }
  let start = 0;
  if (end === parts.length && end > 1 && names(parts[0]!, outlet, host)) start = 1;
  const from = start ? marks[start - 1]!.index + marks[start - 1]![0].length : 0;
  const to = end < parts.length ? marks[end - 1]!.index : title.length;
  return title.slice(from, to).trim() || title;
}

/** A name and nothing else. */
export const WHOLE = new RegExp(`^(?:The |the )?${NAME}$`, 'u');

/**
 * The outlet that a page's title adds to the headline that readers see ("Talks fail - The Kalvin Post", "KP :: Talks
 * fail"), or null when the rest is no name.
 */
export function outletInTitle(title: string | null, shown: string | null): string | null {
  const at = title && shown ? title.indexOf(shown) : -1;
  if (at < 0 || bare(title!) === bare(shown!)) return null;
  const [before, after] = [title!.slice(0, at), title!.slice(at + shown!.length)];
  const rest = bare(after) ? after.split(PARTED).at(-1)! : before.split(PARTED)[0]!;
  const name = rest.replace(/^[\s|–—•·»:-]+|[\s|–—•·»:-]+$/gu, '');
  return WHOLE.test(name) && name.split(' ').length <= 5 ? name : null;
}
