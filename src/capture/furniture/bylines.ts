/** Lines that name the authors. */
import { anyOf, NAME } from './line.ts';
import { isPressName } from './press.ts';

const LABEL = new RegExp(
  String.raw`^${anyOf(
    '(?:(?:analysis|opinion|story|words|text|comment|written|edited|report|reporting|reported|submitted|posted) )?by',
    'authors?|from our|von|par|por|di|автор|текст|(?:text|words|story|report)(?= ?:)',
  )}\s*:?\s+`,
  'i',
);
/** "Ana Kessler in Norta and Tom Reed": a place between two names. */
const PLACE_BETWEEN = / (?:in|at) \p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?(?= and |, \p{Lu})/gu;
const PERSON = new RegExp(`^${NAME}$`, 'u');
const ROLE =
  /\b(?:reporter|journalist|correspondent|columnist|editor|writer|producer|contributor|staff|desk|bureau|newsroom)\b|^special to\b|^[\p{Lu}\d]{2,6}$/iu;

/** A line that names authors, and what else it says of them. */
export interface Byline {
  /** The names alone: "Ana Kessler, Tom Reed and Ida Brandt". */
  readonly names: string;
  /** What stands after the names: roles, places, outlets; none when nothing does. */
  readonly rest: readonly string[];
}

const isPerson = (name: string): boolean => PERSON.test(name) && name.split(' ').length <= 6 && !/\d/.test(name);

/** A name in capitals alone as it is written elsewhere: "CALLUM O’DARE" → "Callum O’Dare". One word may be an agency. */
function inSmallLetters(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase() || !/\p{Lu}{3}/u.test(name) || !name.includes(' '))
    return name;
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** Joins names as people do. */
export const joinNames = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/**
 * Parts a list of authors into their names and what else is said of them. In "Ana Kessler, Norta, and Tom Reed, Strait
 * Wire" a single word, a role or an outlet after a comma is no further author.
 */
export function partNames(list: string): { names: string[]; rest: string[] } {
  const names: string[] = [];
  const rest: string[] = [];
  for (const group of list.split(/\s*(?:;|&|\b(?:and|AND|und|UND|et|y)\b)\s*/u)) {
    for (const [i, part] of group
      .split(/\s*,\s*/)
      .filter(Boolean)
      .entries()) {
      const further = i > 0 && (!part.includes(' ') || ROLE.test(part) || isPressName(part));
      const name = part.replace(/\s+/g, ' ').trim();
      if (further) rest.push(name);
      else names.push(inSmallLetters(name));
    }
  }
  return { names, rest };
}

/** Reads "By Jane Doe and John Smith, Kalvin Post" into names and rest; null for any other line. */
export function readByline(line: string): Byline | null {
  if (line.length > 160 || !LABEL.test(line)) return null;
  const [people, ...after] = line
    .replace(LABEL, '')
    .replace(PLACE_BETWEEN, '')
    .split(
      /\s*(?:[|•·–—]|\s[-/]\s|(?= (?:mon|tues|wednes|thurs|fri|satur|sun)day\b)|(?= (?:in|for|at|on) \p{Lu}))\s*/iu,
    );
  const { names, rest } = partNames(people!);
  const persons = names.filter(isPerson);
  if (persons.length === 0 || !isPerson(names[0]!)) return null;
  const others = names.filter((name) => !isPerson(name));
  return { names: joinNames(persons), rest: [...others, ...rest, ...after] };
}

/**
 * Reads a line of names alone, as boxes for authors hold it: "Bohdan Lys, Staff Writer", "J. R. Tamsin | Arts correspondent".
 * Null where a name has one word only, which may be an account, a label or a section.
 */
export function readNames(line: string): Byline | null {
  if (line.length > 120) return null;
  const [people, ...after] = line.split(/\s*(?:[|•·–—]|\s[-/]\s)\s*/u);
  const { names, rest } = partNames(people!);
  const persons = names.every((name) => isPerson(name) && name.includes(' ') && !isPressName(name) && !ROLE.test(name));
  return names.length > 0 && persons ? { names: joinNames(names), rest: [...rest, ...after] } : null;
}
