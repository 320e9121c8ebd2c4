/** Lines that name the authors. */
import { anyOf, NAME } from './line.ts';
import { isPressName } from './press.ts';

const LABEL = new RegExp(
  String.raw`^${anyOf(
    '(?:(?:analysis|opinion|story|words|text|comment|written|report|reporting|reported) )?by',
    'authors?|from our|von|par|por|di|автор|текст',
  )}\s*:?\s+`,
  'i',
);
const PERSON = new RegExp(`^${NAME}$`, 'u');
const ROLE =
  /\b(?:reporter|journalist|correspondent|columnist|editor|writer|producer|contributor|staff|desk|bureau|newsroom)\b|^[\p{Lu}\d]{2,6}$/iu;

/** A line that names authors, and what else it says of them. */
export interface Byline {
  /** The names alone, parted by ", ". */
  readonly names: string;
  /** What stands after the names: a role, a place or an outlet; null when nothing does. */
  readonly rest: string | null;
}

const plain = (name: string): string =>
  name
    .replace(/\s+/g, ' ')
    .replace(/[,;:|\s]+$/, '')
    .trim();
const isPerson = (name: string): boolean => PERSON.test(name) && name.split(' ').length <= 6 && !/\d/.test(name);

/** Reads "By Jane Doe and John Smith, Kalvin Post" into names and rest; null for any other line. */
export function readByline(line: string): Byline | null {
  if (line.length > 160 || !LABEL.test(line)) return null;
  const [people, ...after] = line
    .replace(LABEL, '')
    .split(/\s*(?:[|•·–—]|\s-\s|(?= (?:mon|tues|wednes|thurs|fri|satur|sun)day\b))\s*/iu);
  const names: string[] = [];
  const rest: string[] = [...after];
  for (const part of people!.split(/\s*(?:,|;|&|\band\b|\bund\b|\bet\b)\s*/u).filter(Boolean)) {
    const [name, place] = plain(part).split(/ (?=in \p{Lu}|for \p{Lu}|at \p{Lu})/u);
    if (rest.length === after.length && isPerson(name!) && !(names.length && (ROLE.test(name!) || isPressName(name!))))
      names.push(name!);
    else rest.unshift(part);
    if (place) rest.push(place);
  }
  return names.length ? { names: names.join(', '), rest: rest.length ? rest.join(', ') : null } : null;
}
