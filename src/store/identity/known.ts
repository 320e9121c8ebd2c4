import type { Candidate, Newcomer, SpeakerKind } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';

/** So many spellings, and so many roles and outlets, are kept of one speaker: the first that came. */
export const MOST_KEPT = 40;

/** What articles tell of a speaker of the record, whatever was corrected. */
export interface Known extends Candidate {
  /** Its row. */
  readonly id: number;
  /** Articles that give it, one that gives it by two names twice. */
  readonly articles: number;
  /** The name by which articles know it best. */
  readonly name: string;
}

const holders = prepared((v: { key: string; most: number }) =>
  build
    .selectFrom('speaker_key')
    .select('speaker_id as id')
    .where('key', '=', v.key)
    .orderBy('known', 'desc')
    .orderBy('speaker_id')
    .limit(v.most),
);
const rowOf = prepared((v: { id: number }) =>
  build
    .selectFrom('speaker')
    .select(['found_name as name', 'found_kind as kind', 'found_articles as articles', 'women', 'men'])
    .where('id', '=', v.id)
    .$narrowType<{ name: string; kind: SpeakerKind }>(),
);
const spellingsOf = prepared((v: { id: number }) =>
  build
    .selectFrom('speaker_spelling')
    .select(['spelling as name', 'articles'])
    .where('speaker_id', '=', v.id)
    .orderBy('articles', 'desc')
    .orderBy('spelling'),
);
const rolesOf = prepared((v: { id: number }) =>
  build
    .selectFrom('speaker_role')
    .select(['role', 'articles'])
    .where('speaker_id', '=', v.id)
    .orderBy('articles', 'desc')
    .orderBy('role'),
);
const outletsOf = prepared((v: { id: number }) =>
  build.selectFrom('speaker_outlet').select('outlet').where('speaker_id', '=', v.id).orderBy('outlet'),
);
const addToRow = prepared((v: { id: number; women: number; men: number }) =>
  build
    .updateTable('speaker')
    .set((old) => ({
      found_articles: old('found_articles', '+', 1),
      women: old('women', '+', v.women),
      men: old('men', '+', v.men),
    }))
    .where('id', '=', v.id),
);
const addToSpelling = prepared((v: { id: number; spelling: string }) =>
  build
    .updateTable('speaker_spelling')
    .set((old) => ({ articles: old('articles', '+', 1) }))
    .where('speaker_id', '=', v.id)
    .where('spelling', '=', v.spelling),
);
const addToRole = prepared((v: { id: number; role: string }) =>
  build
    .updateTable('speaker_role')
    .set((old) => ({ articles: old('articles', '+', 1) }))
    .where('speaker_id', '=', v.id)
    .where('role', '=', v.role),
);
const insertSpelling = prepared((v: { id: number; spelling: string; articles: number }) =>
  build.insertInto('speaker_spelling').values({ speaker_id: v.id, spelling: v.spelling, articles: v.articles }),
);
const insertRole = prepared((v: { id: number; role: string; articles: number }) =>
  build.insertInto('speaker_role').values({ speaker_id: v.id, role: v.role, articles: v.articles }),
);
const insertOutlet = prepared((v: { id: number; outlet: string }) =>
  build.insertInto('speaker_outlet').values({ speaker_id: v.id, outlet: v.outlet }),
);
const insertKey = prepared((v: { key: string; known: number; id: number }) =>
  build
    .insertInto('speaker_key')
    .values({ key: v.key, known: v.known, speaker_id: v.id })
    .onConflict((on) => on.doNothing()),
);
const moveKey = prepared((v: { key: string; before: number; known: number; id: number }) =>
  build
    .updateTable('speaker_key')
    .set({ known: v.known })
    .where('key', '=', v.key)
    .where('known', '=', v.before)
    .where('speaker_id', '=', v.id),
);

/** The spellings of a speaker's name that articles have, those of most articles first; none of one that is bound. */
export function spellingsOfRow(connection: Connection, id: number): { name: string; articles: number }[] {
  return connection.all(spellingsOf, { id });
}

/**
 * Those whom a newcomer of these keys may be, in the order in which they came. Reads the best known of each key only,
 * so that it costs the same however many there are.
 */
export function candidatesOf(connection: Connection, sought: readonly string[]): Known[] {
  const most = connection.identifier.mostCandidates;
  const ids = new Set(sought.flatMap((key) => connection.all(holders, { key, most }).map(({ id }) => id)));
  return [...ids].sort((a, b) => a - b).map((id) => readKnown(connection, id));
}

function readKnown(connection: Connection, id: number): Known {
  const row = connection.first(rowOf, { id })!;
  const outlets = row.kind === 'author' ? connection.all(outletsOf, { id }).map(({ outlet }) => outlet) : [];
  return { id, ...row, spellings: spellingsOfRow(connection, id), roles: connection.all(rolesOf, { id }), outlets };
}

/** How widely a speaker of so many articles is known: as a power of two, so that its keys seldom need to be moved. */
const widely = (articles: number): number => 31 - Math.clz32(Math.max(articles, 1));

/** Takes in what one article tells of a speaker. @param held the keys of the newcomer's name */
export function takeIn(connection: Connection, known: Known, newcomer: Newcomer, held: readonly string[]): void {
  const { id, articles, spellings, roles, outlets } = known;
  const { name: spelling, role, outlet, kind } = newcomer;
  const gender = connection.identifier.genderCalled(newcomer);
  connection.run(addToRow, { id, women: Number(gender === 'f'), men: Number(gender === 'm') });
  const isKnown = spellings.some(({ name }) => name === spelling);
  const isNew = !isKnown && spellings.length < MOST_KEPT;
  if (isKnown) connection.run(addToSpelling, { id, spelling });
  if (isNew) connection.run(insertSpelling, { id, spelling, articles: 1 });
  if (role !== null && roles.some((one) => one.role === role)) connection.run(addToRole, { id, role });
  else if (role !== null && roles.length < MOST_KEPT) connection.run(insertRole, { id, role, articles: 1 });
  if (kind === 'author' && outlet !== null && outlets.length < MOST_KEPT && !outlets.includes(outlet)) {
    connection.run(insertOutlet, { id, outlet });
  }
  const [before, after] = [widely(articles), widely(articles + 1)];
  if (before !== after) {
    const keys = new Set(spellings.flatMap(({ name }) => connection.identifier.keysOf({ kind, name }).held));
    for (const key of keys) connection.run(moveKey, { key, before, known: after, id });
  }
  if (isNew) fileUnder(connection, id, held, articles + 1);
}

/** Files a speaker that so many articles give under keys. */
export function fileUnder(connection: Connection, id: number, keys: readonly string[], articles: number): void {
  for (const key of keys) connection.run(insertKey, { key, known: widely(articles), id });
}

/** Keeps what articles told of a speaker before records kept it: the first of each as they are given. */
export function keepTold(
  connection: Connection,
  id: number,
  told: Pick<Known, 'spellings' | 'roles' | 'outlets'>,
): void {
  for (const { name: spelling, articles } of told.spellings.slice(0, MOST_KEPT)) {
    connection.run(insertSpelling, { id, spelling, articles });
  }
  for (const { role, articles } of told.roles.slice(0, MOST_KEPT)) connection.run(insertRole, { id, role, articles });
  for (const outlet of told.outlets.slice(0, MOST_KEPT)) connection.run(insertOutlet, { id, outlet });
}
