import { COURTESY, OFFICES, PARTISANS, ROLES, TITLE_FORMS } from '../lexicon/people.ts';
import { FUNCTION_WORDS } from '../lexicon/words.ts';
import { plain, setOf } from './spelling.ts';

type Field = 'sport' | 'arts' | 'office' | 'learning' | 'private' | 'accused';

/** Walks of life by the nouns of a role. Only what a newsroom would hardly write of one person's rival walks. */
const FIELDS: Readonly<Record<Field, ReadonlySet<string>>> = {
  sport: setOf(
    'footballer striker midfielder goalkeeper defender quarterback linebacker sprinter cyclist boxer wrestler golfer cricketer ' +
      'swimmer gymnast skater skier rower jockey athlete coach batsman bowler pitcher winger tennis rugby hockey basketball',
  ),
  arts: setOf(
    'singer actor actress novelist poet painter sculptor musician guitarist drummer pianist comedian dancer rapper',
  ),
  office: setOf(
    'president premier chancellor minister senator congressman congresswoman governor mayor ambassador judge justice ' +
      'secretary lawmaker legislator parliamentarian mp mep councillor councilman councilwoman commissioner',
  ),
  learning: setOf(
    'professor scientist physicist chemist biologist economist historian sociologist philosopher astronomer',
  ),
  private: setOf(
    'student pupil farmer nurse driver waiter waitress retiree teacher cashier miner housewife plumber electrician ' +
      'welder mechanic carpenter shopkeeper villager commuter passenger parent fisherman bartender hairdresser trucker',
  ),
  accused: setOf('suspect defendant inmate prisoner convict gunman shooter burglar robber'),
};

const RIVALS: ReadonlySet<string> = new Set(
  'sport arts,sport office,sport learning,sport private,arts office,arts private,office private,office accused,learning accused,sport accused,arts accused'.split(
    ',',
  ),
);

/** Offices of which one body has one or few: with a second word in common, they tell who is meant. */
const WIDE = setOf(
  'republican democrat conservative liberal member candidate director head chief leader chair chairman chairwoman',
);

const wordsOf = (role: string): string[] =>
  role
    .slice(0, 300)
    .split(/[^\p{L}.]+/u)
    .map((word) => plain(word.replace(/\./g, '')))
    .map((word) => TITLE_FORMS.get(word) ?? word)
    .filter((word) => word.length > 1 && !FUNCTION_WORDS.has(word) && !COURTESY.has(word));

function fieldsOf(roles: readonly string[]): Set<Field> {
  const fields = new Set<Field>();
  for (const word of roles.flatMap(wordsOf))
    for (const [field, nouns] of Object.entries(FIELDS) as [Field, ReadonlySet<string>][])
      if (nouns.has(word)) fields.add(field);
  return fields;
}

const rivals = (a: Field, b: Field): boolean => RIVALS.has(`${a} ${b}`) || RIVALS.has(`${b} ${a}`);

/** Whether two sets of roles are hardly one person's: a footballer's and a minister's. */
export function rolesClash(role: string | null, roles: readonly string[]): boolean {
  if (!role || !roles.length) return false;
  const one = fieldsOf([role]);
  const other = fieldsOf(roles);
  if (!one.size || !other.size) return false;
  return [...one].every((a) => [...other].every((b) => rivals(a, b)));
}

/** Whether a role has the office of another: "President", "Sen.", and nothing like "candidate" that many are. */
export function sharesOffice(a: string, b: string): boolean {
  const other = new Set(wordsOf(b));
  return wordsOf(a).some(
    (word) => other.has(word) && (OFFICES.has(word) || ROLES.has(word)) && !WIDE.has(word) && !PARTISANS.has(word),
  );
}

/** Whether two roles are one office by its noun and by a second word: "vice president", "finance minister of Veltria". */
export function sameOffice(a: string, b: string): boolean {
  const other = new Set(wordsOf(b));
  const shared = new Set(wordsOf(a).filter((word) => other.has(word)));
  const office = [...shared].find((word) => OFFICES.has(word) && !WIDE.has(word) && !PARTISANS.has(word));
  return (
    office !== undefined && [...shared].some((word) => word !== office && word !== 'former' && !PARTISANS.has(word))
  );
}
