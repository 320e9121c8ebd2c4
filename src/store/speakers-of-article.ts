import type { Speaker, SpeakerKind } from '../model.ts';
import { type Connection, prepared } from './connection.ts';
import { indexSpeaker, toIndexed } from './fulltext.ts';
import { keyFor, speakerDigest } from './keys.ts';
import { build } from './schema.ts';

const byDigest = prepared((v: { digest: string }) =>
  build.selectFrom('speaker').select(['id', 'name']).where('digest', '=', v.digest),
);
const byKey = prepared((v: { key: string }) => build.selectFrom('speaker').select('id').where('key', '=', v.key));
const insert = prepared((v: { key: string; digest: string; kind: SpeakerKind; name: string }) =>
  build
    .insertInto('speaker')
    .values({ key: v.key, digest: v.digest, kind: v.kind, name: v.name, attributions: 0, articles: 0 }),
);
const count = prepared((v: { id: number; name: string; attributions: number }) =>
  build
    .updateTable('speaker')
    .set((old) => ({
      name: v.name,
      attributions: old('attributions', '+', v.attributions),
      articles: old('articles', '+', 1),
    }))
    .where('id', '=', v.id),
);

interface Counted {
  readonly id: number;
  name: string;
  attributions: number;
}

/** The speakers that one article brings, found in the record or put into it, with how often it quotes each. */
export class SpeakersOfArticle {
  readonly #byDigest = new Map<string, Counted>();
  /** An article spells few names and repeats them: each is folded, digested and looked up once. */
  readonly #bySpelling = new Map<string, { counted: Counted; indexed: string }>();
  readonly #connection: Connection;
  readonly #article: string;

  /** @param article the digest of the article. */
  constructor(connection: Connection, article: string) {
    this.#connection = connection;
    this.#article = article;
  }

  /** Counts one more attribution of a speaker; gives the speaker's row and the name as the index takes it. */
  quoted(speaker: Speaker): { id: number; indexed: string } {
    const spelling = JSON.stringify([speaker.kind, speaker.name]);
    let known = this.#bySpelling.get(spelling);
    if (!known) {
      known = { counted: this.#meet(speaker), indexed: toIndexed(speaker.name) };
      this.#bySpelling.set(spelling, known);
    }
    known.counted.attributions++;
    return { id: known.counted.id, indexed: known.indexed };
  }

  #meet(speaker: Speaker): Counted {
    const digest = speakerDigest(speaker, this.#article);
    let counted = this.#byDigest.get(digest);
    if (!counted) {
      counted = { ...(this.#find(digest) ?? this.#insert(digest, speaker)), attributions: 0 };
      this.#byDigest.set(digest, counted);
    }
    counted.name = betterSpelling(counted.name, oneLine(speaker.name));
    return counted;
  }

  /** Writes what the article adds to its speakers: their counts, and their names where it spells one better. */
  writeCounts(): void {
    for (const { id, name, attributions } of this.#byDigest.values()) {
      this.#connection.run(count, { id, name, attributions });
    }
  }

  #find(digest: string): { id: number; name: string } | undefined {
    return this.#connection.first(byDigest, { digest });
  }

  #insert(digest: string, speaker: Speaker): { id: number; name: string } {
    const key = keyFor(digest, (candidate) => this.#connection.first(byKey, { key: candidate }) !== undefined);
    const name = oneLine(speaker.name);
    const id = this.#connection.run(insert, { key, digest, kind: speaker.kind, name });
    indexSpeaker(this.#connection, { id, name: toIndexed(name) });
    return { id, name };
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
