/** Lines that name the authors. */
import { anyOf, NAME } from './line.ts';
import { isPressName } from './press.ts';

const LABEL = new RegExp(
  String.raw`^${anyOf(
    '(?:(?:analysis|opinion|story|words|text|comment|written|edited|report|reporting|reported) )?by',
    'authors?|from our|von|par|por|di|автор|текст',
  )}\s*:?\s+`,
  'i',
);
const PERSON = new RegExp(`^${NAME}$`, 'u');
const ROLE =
  /\b(?:reporter|journalist|correspondent|columnist|editor|writer|producer|contributor|staff|desk|bureau|newsroom)\b|^[\p{Lu}\d]{2,6}$/iu;

/** A line that names authors, and what else it says of them. */
export interface Byline {
  /** The names alone: "Ana Kessler, Tom Reed and Ida Brandt". */
  readonly names: string;
  /** What stands after the names: roles, places, outlets; none when nothing does. */
  readonly rest: readonly string[];
}

const isPerson = (name: string): boolean => PERSON.test(name) && name.split(' ').length <= 6 && !/\d/.test(name);

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
  for (const group of list.split(/\s*(?:;|&|\band\b|\bund\b|\bet\b|\by\b)\s*/u)) {
    for (const [i, part] of group
      .split(/\s*,\s*/)
      .filter(Boolean)
      .entries()) {
      const further = i > 0 && (!part.includes(' ') || ROLE.test(part) || isPressName(part));
      (further ? rest : names).push(part.replace(/\s+/g, ' ').trim());
    }
  }
  return { names, rest };
}

/** Reads "By Jane Doe and John Smith, Kalvin Post" into names and rest; null for any other line. */
export function readByline(line: string): Byline | null {
  if (line.length > 160 || !LABEL.test(line)) return null;
  const [people, ...after] = line
    .replace(LABEL, '')
    .split(/\s*(?:[|•·–—]|\s-\s|(?= (?:mon|tues|wednes|thurs|fri|satur|sun)day\b)|(?= (?:in|for|at) \p{Lu}))\s*/iu);
  const { names, rest } = partNames(people!);
  const persons = names.filter(isPerson);
  if (persons.length === 0 || !isPerson(names[0]!)) return null;
  const others = names.filter((name) => !isPerson(name));
  return { names: joinNames(persons), rest: [...others, ...rest, ...after] };
}
