import type { Newcomer, SpeakerKind } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { replay } from '../corrections/index.ts';
import { nameDigest } from '../keys.ts';
import { build } from '../schema.ts';
import { keepName } from '../speaker-keys.ts';
import { fileUnder, keepTold } from './known.ts';
import { bestKnown, oneLine, type Spelling } from './names.ts';

const unfiled = prepared(() =>
  build
    .selectFrom('speaker')
    .select(['id', 'found_name as name', 'found_kind as kind'])
    .where('bound', 'is', null)
    .where('found_name', 'is not', null)
    .orderBy('id')
    .$narrowType<{ name: string; kind: SpeakerKind }>(),
);
const spelt = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .select((of) => ['found_name as name', of.fn.count<number>('article_id').distinct().as('articles')])
    .where('found_speaker_id', '=', v.id)
    .groupBy('found_name')
    .$narrowType<{ name: string }>(),
);
const called = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .select((of) => ['found_role as role', of.fn.count<number>('article_id').distinct().as('articles')])
    .where('found_speaker_id', '=', v.id)
    .where('found_role', 'is not', null)
    .groupBy('found_role')
    .$narrowType<{ role: string }>(),
);
const wroteFor = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .select('outlet')
    .distinct()
    .where('found_speaker_id', '=', v.id)
    .where('outlet', 'is not', null)
    .orderBy('outlet')
    .$narrowType<{ outlet: string }>(),
);
const setFiled = prepared(
  (v: { id: number; name: string; bound: number; articles: number; women: number; men: number }) =>
    build
      .updateTable('speaker')
      .set((old) => ({
        found_name: v.name,
        name: old.case().when('renamed', '=', 1).then(old.ref('name')).else(v.name).end(),
        bound: v.bound,
        found_articles: v.articles,
        women: v.women,
        men: v.men,
      }))
      .where('id', '=', v.id),
);

/**
 * Files the speakers of a record that is older than identity across articles, so that newcomers find them. They stay the
 * speakers that they were, under their addresses: only a rebuild joins those who are one. Does it once, in one
 * transaction; where it was done, or the record is new, it costs one look at an empty index.
 */
export function fileOlderSpeakers(connection: Connection): void {
  if (connection.first(unfiled, {}) === undefined) return;
  connection.write(() => {
    for (const { id, name, kind } of connection.all(unfiled, {})) fileSpeaker(connection, id, name, kind);
    // So that those whom a correction made are awaited by it.
    replay(connection);
  });
}

function fileSpeaker(connection: Connection, id: number, name: string, kind: SpeakerKind): void {
  const { identifier } = connection;
  const { held } = identifier.keysOf({ kind, name });
  if (held.length === 0) {
    connection.run(setFiled, { id, name, bound: 1, articles: 0, women: 0, men: 0 });
    return;
  }
  const spellings = summed(connection.all(spelt, { id }));
  const roles = summed(connection.all(called, { id }).map(({ role, articles }) => ({ name: role, articles })));
  const outlets = kind === 'author' ? connection.all(wroteFor, { id }).map(({ outlet }) => oneLine(outlet)) : [];
  const told = { roles: roles.map(({ name: role, articles }) => ({ role, articles })), outlets: [...new Set(outlets)] };
  keepTold(connection, id, { spellings, ...told });
  const articles = spellings.reduce((sum, one) => sum + one.articles, 0);
  for (const spelling of spellings) {
    fileUnder(connection, id, identifier.keysOf({ kind, name: spelling.name }).held, articles);
    const digest = nameDigest(identifier, { kind, name: spelling.name }, null);
    if (digest !== null) keepName(connection, digest, id);
  }
  const calledBy = (gender: 'f' | 'm'): number =>
    spellings
      .filter((one) => identifier.genderCalled(newcomerOf(kind, one.name)) === gender)
      .reduce((sum, one) => sum + one.articles, 0);
  const [women, men] = [calledBy('f'), calledBy('m')];
  connection.run(setFiled, { id, name: bestKnown(identifier, kind, spellings), bound: 0, articles, women, men });
}

const newcomerOf = (kind: SpeakerKind, name: string): Newcomer => ({ kind, name, role: null, outlet: null });

/** The same words on one line, counted together, those of most articles first. */
function summed(all: readonly Spelling[]): Spelling[] {
  const counts = new Map<string, number>();
  for (const { name, articles } of all) counts.set(oneLine(name), (counts.get(oneLine(name)) ?? 0) + articles);
  return [...counts]
    .map(([name, articles]) => ({ name, articles }))
    .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
}
