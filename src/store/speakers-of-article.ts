import type { Decision, Speaker, SpeakerKind } from '../model.ts';
import { type Connection, prepared } from './connection.ts';
import { Changes, type Destination, follow, mergedOnto } from './corrections/index.ts';
import { foldName } from './fold.ts';
import { indexSpeaker, toIndexed } from './fulltext.ts';
import { type Arrival, sameInArticle } from './identity/arrivals.ts';
import { candidatesOf, type Known, MOST_KEPT, takeIn } from './identity/known.ts';
import { bestKnown } from './identity/names.ts';
import { keepOffer } from './identity/offers.ts';
import { build } from './schema.ts';
import { keepName, newSpeakerKey, speakerOfDigest } from './speaker-keys.ts';
import { namesOfAttribution, refreshName } from './spellings.ts';

const insert = prepared((v: { key: string; digest: string; kind: SpeakerKind; name: string; bound: number }) =>
  build.insertInto('speaker').values({
    key: v.key,
    digest: v.digest,
    kind: v.kind,
    name: v.name,
    attributions: 0,
    articles: 0,
    found_name: v.name,
    found_kind: v.kind,
    bound: v.bound,
  }),
);
const setFoundName = prepared((v: { id: number; name: string }) =>
  build.updateTable('speaker').set({ found_name: v.name }).where('id', '=', v.id),
);
const count = prepared((v: { id: number; attributions: number }) =>
  build
    .updateTable('speaker')
    .set((old) => ({ attributions: old('attributions', '+', v.attributions), articles: old('articles', '+', 1) }))
    .where('id', '=', v.id),
);
const foundIn = prepared((v: { article: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('speaker', 'speaker.id', 'found_speaker_id')
    .select(['speaker.id', 'attribution.found_name as name', 'speaker.found_kind as kind'])
    .where('article_id', '=', v.article)
    .orderBy('position')
    .$narrowType<{ name: string; kind: SpeakerKind }>(),
);

/** Who an attribution is by: the row of the speaker that was found, and the one whose it is after all corrections. */
export interface Quoted extends Destination {
  readonly found: number;
  /** The names as the index takes them. */
  readonly indexed: string;
}

/** The speakers that one article brings, found in the record or put into it, with how often it quotes each. */
export class SpeakersOfArticle {
  /** The rows of those found, by `sameInArticle`. */
  readonly #found: ReadonlyMap<string, number>;
  /** An article spells few names and repeats them: each is folded and followed once. */
  readonly #bySpelling = new Map<string, Quoted>();
  readonly #counts = new Map<number, number>();
  readonly #connection: Connection;

  /**
   * Finds the speakers in the record, or puts them into it.
   *
   * @param article the row of the article.
   * @param revises the row of another revision of it, or null. Whom that one gives by the same name is the same speaker, and
   *   is no better known for being given once more.
   */
  constructor(
    connection: Connection,
    article: number,
    arrivals: ReadonlyMap<string, Arrival>,
    revises: number | null = null,
  ) {
    this.#connection = connection;
    const before = revises === null ? [] : connection.all(foundIn, { article: revises });
    const known = new Map(before.map(({ id, ...given }) => [sameInArticle(given), id]));
    this.#found = new Map(
      [...arrivals].map(([same, arrival]) => [same, known.get(same) ?? meet(connection, article, arrival)]),
    );
  }

  /** Counts one more attribution of a speaker, and says whose it is. */
  quoted(speaker: Speaker): Quoted {
    const spelling = JSON.stringify([speaker.kind, speaker.name]);
    let known = this.#bySpelling.get(spelling);
    if (!known) {
      known = this.#quoted(speaker);
      this.#bySpelling.set(spelling, known);
    }
    this.#counts.set(known.speaker, (this.#counts.get(known.speaker) ?? 0) + 1);
    return known;
  }

  #quoted(speaker: Speaker): Quoted {
    const found = this.#found.get(sameInArticle(speaker))!;
    const destination = follow(this.#connection, found, foldName(speaker.name));
    const corrected = destination.corrections.length > 0 ? destination.speaker : null;
    return { found, ...destination, indexed: namesOfAttribution(this.#connection, speaker.name, corrected) };
  }

  /** Writes how often the article quotes its speakers. */
  writeCounts(): void {
    for (const [id, attributions] of this.#counts) this.#connection.run(count, { id, attributions });
  }
}

/** Finds the one that a newcomer is, or makes it, and takes in what the article tells of it. Gives its row. */
function meet(connection: Connection, article: number, arrival: Arrival): number {
  const { newcomer, keys, digest } = arrival;
  const decision = connection.identifier.identify(newcomer, candidatesOf(connection, keys.sought));
  const id = decision.joins?.id ?? create(connection, arrival, decision);
  for (const { candidate, reason } of decision.offers) keepOffer(connection, [id, candidate.id], reason, article);
  if (decision.bound) {
    indexSpeaker(connection, { id, name: toIndexed(newcomer.name) });
    return id;
  }
  takeIn(connection, decision.joins ?? unknown(id, newcomer), newcomer, keys.held);
  if (decision.joins) spell(connection, decision.joins, newcomer.name);
  else indexSpeaker(connection, { id, name: toIndexed(newcomer.name) });
  if (keys.held.length > 0) keepName(connection, digest, id);
  return id;
}

/** A speaker of whom nothing is known yet. */
const unknown = (id: number, { kind, name }: Speaker): Known => {
  return { id, kind, name, articles: 0, women: 0, men: 0, spellings: [], roles: [], outlets: [] };
};

function create(connection: Connection, { newcomer, digest, namesake }: Arrival, { bound }: Decision<Known>): number {
  // Whoever has the name first keeps its digest, so that what a correction says of the name stays said of the same one.
  const own = speakerOfDigest(connection, digest) === undefined ? digest : namesake;
  const { kind, name } = newcomer;
  return connection.run(insert, { key: newSpeakerKey(connection, own), digest: own, kind, name, bound: Number(bound) });
}

/**
 * Sees to it that a speaker is shown under its best-known name, and found by this spelling of it too. Only a spelling that
 * is new changes entries of the indexes, all that its corrected statements have; so this happens `MOST_KEPT` times in a
 * speaker's life at most, however many articles quote it and however often another spelling becomes its name.
 */
function spell(connection: Connection, known: Known, spelling: string): void {
  const { id, kind, spellings } = known;
  if (spelling === known.name) return;
  const isNew = !spellings.some(({ name }) => name === spelling);
  if (isNew && spellings.length >= MOST_KEPT) return;
  const before = spellings.map((one) => ({ ...one, articles: one.articles + Number(one.name === spelling) }));
  const now = isNew ? [...before, { name: spelling, articles: 1 }] : before;
  const name = bestKnown(connection.identifier, kind, now);
  if (name !== known.name) connection.run(setFoundName, { id, name });
  refreshName(connection, id);
  if (isNew) reindex(connection, id);
}

/** Brings the indexes up to date with a new spelling of a speaker, and those into whom it was merged. */
function reindex(connection: Connection, id: number): void {
  const changes = new Changes(connection);
  changes.spellings(id);
  for (const each of mergedOnto(connection, id)) changes.names(each);
  changes.finish();
}
