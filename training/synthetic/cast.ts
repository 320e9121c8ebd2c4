import { TRADITIONS } from './names.ts';
import type { Random } from './random.ts';

export interface Person {
  readonly first: string;
  readonly last: string;
  readonly man: boolean;
  /** Before the name, without an article: “fire chief”. */
  readonly post: string;
  /** Between commas, with its article: “a nurse at the hospital”. */
  readonly role: string;
  readonly age: number;
  /** Whether the passage has named them in full. */
  known: boolean;
}

/** How a text refers to a speaker at one place. */
export interface Source {
  /** Before the cue; with the comma that ends an apposition. */
  readonly before: string;
  /** After the cue, where no comma follows. */
  readonly after: string;
  /** What stands between source and cue without being part of the source: “, who saw the crash,”. */
  readonly aside: string;
  readonly plural: boolean;
  /** Later mentions. */
  readonly again: string;
  readonly pronoun: string;
  readonly possessive: string;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function person(random: Random, post: string, role: string): Person {
  const tradition = random.pick(TRADITIONS);
  const man = random.chance(0.5);
  const first = random.pick(man ? tradition.men : tradition.women);
  // Names cross borders: a given name of one tradition often stands before a surname of another.
  const last = random.pick(random.chance(0.85) ? tradition.surnames : random.pick(TRADITIONS).surnames);
  return { first, last, man, post, role, age: random.between(19, 84), known: false };
}

/** Relative clauses that say who somebody is belong to the source in the corpus. */
const IDENTITY = [
  'who runs the association',
  'who represents the area',
  'who lives nearby',
  'who works in the building',
  'who leads the campaign',
  'who is a member of the board',
  'who has lived there for 20 years',
];
/** Those that tell an episode do not. */
const EPISODE = [
  'who saw what happened',
  'who had spent the night outside',
  'who arrived shortly afterwards',
  'who spoke on condition of anonymity',
  'who lost a brother last year',
  'who was speaking at a meeting',
  'who attended the hearing',
  'who visited the area last week',
  'who was not hurt',
];

/** Refers to a person: in full the first time, with one of many kinds of description, and shortly afterwards. */
export function referTo(random: Random, who: Person, honorifics: boolean): Source {
  const name = `${who.first} ${who.last}`;
  const short = honorifics ? `${who.man ? 'Mr' : 'Ms'} ${who.last}` : who.last;
  const pronoun = who.man ? 'he' : 'she';
  const rest = { plural: false, again: short, pronoun, possessive: who.man ? 'his' : 'her' };
  const plain = (text: string): Source => ({ ...rest, before: text, after: text, aside: '' });
  if (who.known) return plain(random.chance(0.45) ? pronoun : short);
  who.known = true;
  const apposed = (text: string): Source => ({ ...rest, before: `${text},`, after: text, aside: '' });
  switch (random.between(0, 12)) {
    case 0:
    case 1:
    case 2:
      return apposed(`${name}, ${who.role}`);
    case 3:
      return plain(`${who.post} ${name}`);
    case 4:
      return apposed(`the ${who.post}, ${name}`);
    case 5:
      return apposed(`${name}, ${who.age}`);
    case 6:
      return apposed(`${name}, ${who.age}, ${who.role}`);
    case 7:
      return apposed(`${name}, ${random.pick(IDENTITY)}`);
    case 8:
      return { ...plain(name), aside: `, ${random.pick(EPISODE)},` };
    case 9:
      return plain(`${capital(who.post)} ${name}`);
    case 10:
      return plain(`${who.role.replace(/^(?:an?|the) /, '')} ${name}`);
    default:
      return plain(name);
  }
}

/** A nameless or collective speaker. */
export function collective(text: string, plural: boolean): Source {
  const pronoun = plural ? 'they' : 'it';
  const head = text
    .replace(/^(?:an?|one|two|three|several|some) /, 'the ')
    .replace(/^the (.*?) (?:for|from|of|at) .*/, 'the $1');
  return { before: text, after: text, aside: '', plural, again: head, pronoun, possessive: plural ? 'their' : 'its' };
}
