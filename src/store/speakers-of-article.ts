import type { Speaker, SpeakerKind } from '../model.ts';
import { type Connection, prepared } from './connection.ts';
import { Changes, type Destination, follow, survivorOf } from './corrections/index.ts';
import { foldName } from './fold.ts';
import { indexSpeaker, toIndexed } from './fulltext.ts';
import { speakerDigest } from './keys.ts';
import { build } from './schema.ts';
import { newSpeakerKey, speakerOfDigest } from './speaker-keys.ts';
import { indexedNames } from './spellings.ts';

const nameOf = prepared((v: { id: number }) => build.selectFrom('speaker').select('name').where('id', '=', v.id));
const insert = prepared((v: { key: string; digest: string; kind: SpeakerKind; name: string }) =>
  build.insertInto('speaker').values({
    key: v.key,
    digest: v.digest,
    kind: v.kind,
    name: v.name,
    attributions: 0,
    articles: 0,
    found_name: v.name,
    found_kind: v.kind,
  }),
);
const setFound = prepared((v: { id: number; name: string; kind: SpeakerKind }) =>
  build
    .updateTable('speaker')
    .set((old) => ({
      name: old.case().when('renamed', '=', 1).then(old.ref('name')).else(v.name).end(),
      found_name: v.name,
      found_kind: v.kind,
    }))
    .where('id', '=', v.id),
);
const count = prepared((v: { id: number; attributions: number }) =>
  build
    .updateTable('speaker')
    .set((old) => ({ attributions: old('attributions', '+', v.attributions), articles: old('articles', '+', 1) }))
    .where('id', '=', v.id),
);
const touchedBy = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .select('id')
    .where('speaker_id', '=', v.id)
    .where('id', 'in', build.selectFrom('attribution_correction').select('attribution_id'))
    .orderBy('id'),
);

/** Who an attribution is by: the row of the speaker that was found, and the one whose it is after all corrections. */
export interface Quoted extends Destination {
  readonly found: number;
  /** The names as the index takes them. */
  readonly indexed: string;
}

/** A speaker that was found, with the best spelling of its name so far. */
interface Found {
  readonly id: number;
  readonly digest: string;
  readonly kind: SpeakerKind;
  /** Whether no article had named it before this one. */
  readonly isNew: boolean;
  /** The spelling that the record has; null where only a correction has named the speaker. */
  readonly before: string | null;
  name: string;
}

/** The speakers that one article brings, found in the record or put into it, with how often it quotes each. */
export class SpeakersOfArticle {
  readonly #byDigest = new Map<string, Found>();
  /** An article spells few names and repeats them: each is folded, digested and looked up once. */
  readonly #bySpelling = new Map<string, Quoted>();
  readonly #counts = new Map<number, number>();
  readonly #connection: Connection;
  readonly #article: string;

  /** @param article the digest of the article. */
  constructor(connection: Connection, article: string) {
    this.#connection = connection;
    this.#article = article;
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
    const found = this.#meet(speaker);
    const destination = follow(this.#connection, found.id, foldName(speaker.name));
    const names = [speaker.name];
    if (destination.corrections.length > 0) {
      names.push(this.#connection.first(nameOf, { id: destination.speaker })!.name);
    }
    return { found: found.id, ...destination, indexed: indexedNames(names) };
  }

  #meet(speaker: Speaker): Found {
    const digest = speakerDigest(speaker, this.#article);
    const name = oneLine(speaker.name);
    let found = this.#byDigest.get(digest);
    if (!found) {
      const known = speakerOfDigest(this.#connection, digest);
      const row = known
        ? { id: known.id, before: known.found_name, isNew: known.found_name === null }
        : { id: this.#insert(digest, speaker), before: name, isNew: true };
      found = { ...row, digest, kind: speaker.kind, name: row.before ?? name };
      this.#byDigest.set(digest, found);
    }
    found.name = betterSpelling(found.name, name);
    return found;
  }

  /**
   * Writes what the article adds to its speakers: their counts, and their names where it spells one better. Gives the
   * digests of those that no article had named before.
   */
  writeCounts(): string[] {
    for (const found of this.#byDigest.values()) this.#writeName(found);
    for (const [id, attributions] of this.#counts) this.#connection.run(count, { id, attributions });
    return [...this.#byDigest.values()].filter(({ isNew }) => isNew).map(({ digest }) => digest);
  }

  #writeName({ id, before, name, kind }: Found): void {
    if (name === before) return;
    this.#connection.run(setFound, { id, name, kind });
    if (before === null || toIndexed(before) === toIndexed(name)) return;
    const changes = new Changes(this.#connection);
    changes.speaker(id);
    changes.speaker(survivorOf(this.#connection, id));
    for (const attribution of this.#connection.all(touchedBy, { id })) changes.attribution(attribution.id);
    changes.finish();
  }

  #insert(digest: string, speaker: Speaker): number {
    const key = newSpeakerKey(this.#connection, digest);
    const name = oneLine(speaker.name);
    const id = this.#connection.run(insert, { key, digest, kind: speaker.kind, name });
    indexSpeaker(this.#connection, { id, name: toIndexed(name) });
    return id;
  }
}

function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

/**
 * Which of two spellings of one name the record shows: one with capitals and small letters before "OLEKSII DANILOV" of a
 * headline, one with its diacritics before one without, a short one before a long one; and where all that is equal,
 * the first in code units. The order in which articles come in makes no difference.
 */
function betterSpelling(a: string, b: string): string {
  const difference =
    Number(hasBothCases(b)) - Number(hasBothCases(a)) ||
    letterCount(b) - letterCount(a) ||
    a.length - b.length ||
    (a <= b ? -1 : 1);
  return difference < 0 ? a : b;
}

function hasBothCases(name: string): boolean {
  return /\p{Lu}/u.test(name) && /\p{Ll}/u.test(name);
}

/** Letters and marks outside ASCII. */
function letterCount(name: string): number {
  return name.match(/[[\p{L}\p{M}]--[a-zA-Z]]/gv)?.length ?? 0;
}
