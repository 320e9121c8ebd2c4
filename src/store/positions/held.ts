import type { Attribution, Held, SpeakerKind, Stance } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { sha256 } from '../keys.ts';
import { nameHeld } from '../name-held.ts';
import { readFoundSpans, readSpans, readText } from '../passages.ts';
import { build, type SpanPart } from '../schema.ts';
import { readFoundPosition, readStance } from './keep.ts';

/** A position as the watcher takes it, with what may change of it. */
export interface Filed {
  readonly position: Held;
  /** Whether it is of the newest revision, and marked as no statement by nobody. */
  readonly counted: boolean;
  /** The same as long as nothing changed on which its collisions depend. */
  readonly digest: number;
}

interface Row {
  readonly article: number;
  readonly key: string;
  readonly address: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly type: Attribution['type'];
  readonly mode: Attribution['mode'];
  readonly said_on: string | null;
  readonly confidence: number;
  readonly within: number | null;
  readonly speaker: string | null;
  readonly name: string | null;
  readonly kind: SpeakerKind | null;
  readonly role: string | null;
  readonly counted: number;
}

const asHeld = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'article_id')
    .leftJoin('speaker', 'speaker.id', 'speaker_id')
    .select(['article_id as article', 'article.key', 'address', 'outlet', 'published', 'type', 'mode', 'said_on'])
    .select(['confidence', 'within', 'speaker.key as speaker', 'speaker.kind', 'attribution.role', 'counted'])
    .select(nameHeld.as('name'))
    .where('attribution.id', '=', v.id),
);
const asFound = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'article_id')
    .leftJoin('speaker', 'speaker.id', 'found_speaker_id')
    .select(['article_id as article', 'article.key', 'address', 'outlet', 'published', 'type', 'mode', 'said_on'])
    .select(['confidence', 'within', 'speaker.key as speaker', 'speaker.found_kind as kind', 'found_role as role'])
    .select(['attribution.found_name as name', 'statement as counted'])
    .where('attribution.id', '=', v.id),
);
const digestOf = prepared((v: { id: number }) =>
  build.selectFrom('position').select('held').where('attribution_id', '=', v.id),
);
const outer = prepared((v: { article: number; position: number }) =>
  build
    .selectFrom('attribution')
    .select(['statement', 'within'])
    .where('article_id', '=', v.article)
    .where('position', '=', v.position),
);

/** So many positions and texts are held at once: those that were read last. */
const MOST_HELD = 4_000;
const MOST_TEXTS = 200;

const readTexts = (connection: Connection, articles: readonly number[]): ReadonlyMap<number, string> =>
  new Map(articles.map((article) => [article, readText(connection, article)]));

/** Puts a thing in front, and takes out the last where there are too many. */
function hold(shelf: Map<number, Filed>, id: number, filed: Filed): Filed {
  shelf.delete(id);
  shelf.set(id, filed);
  if (shelf.size > MOST_HELD) shelf.delete(shelf.keys().next().value!);
  return filed;
}

const shelves = new WeakMap<Connection, Map<number, Filed>>();

/** Reads positions by the rows of their attributions, as corrections have them. */
export class HeldPositions {
  readonly #connection: Connection;
  readonly #shelf: Map<number, Filed>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#shelf = shelves.get(connection) ?? new Map();
    shelves.set(connection, this.#shelf);
  }

  /** As it holds now. */
  now(id: number): Filed {
    const row = this.#connection.first(asHeld, { id })! as Row;
    const within = this.#reporter(row);
    const { stance, condition, conditionStatus } = readStance(this.#connection, id);
    const { key, name, kind, speaker, role, counted } = row;
    const spans = readSpans(this.#connection, id);
    const told = [key, speaker, name, kind, role, within !== null, stance, condition, conditionStatus, counted, spans];
    const digest = Number.parseInt(sha256(JSON.stringify([...told, id])).slice(0, 12), 16);
    const known = this.#shelf.get(id);
    // The watcher keeps what it read of a position as long as somebody holds that.
    if (known?.digest === digest) return hold(this.#shelf, id, known);
    const position = this.#held({ ...row, within }, { ...spans, stance, condition, conditionStatus });
    return hold(this.#shelf, id, { position, counted: counted === 1, digest });
  }

  /** Of what its keys and collisions were made last; null where it is not filed yet. */
  digestFiled(id: number): number | null {
    return this.#connection.first(digestOf, { id })!.held;
  }

  /** As it was filed last: the same as it holds now, once all that changed is filed. Reads much less. */
  filed(id: number): Filed {
    const known = this.#shelf.get(id);
    if (known !== undefined && known.digest === this.digestFiled(id)) {
      return hold(this.#shelf, id, known);
    }
    return this.now(id);
  }

  /** As it was found, whatever was corrected. */
  found(id: number): Held {
    const { stance, condition, conditionStatus } = readFoundPosition(this.#connection, id)!;
    const row = this.#connection.first(asFound, { id })! as Row;
    return this.#held(row, { ...readFoundSpans(this.#connection, id), stance, condition, conditionStatus });
  }

  #held(
    row: Row,
    {
      stance,
      ...given
    }: Pick<Attribution, SpanPart | 'condition' | 'conditionStatus'> & {
      readonly stance: Stance | null;
    },
  ): Held {
    const { name, kind, role } = row;
    const attribution: Attribution = {
      type: row.type,
      mode: row.mode,
      speaker: name === null || kind === null ? null : { name, kind, role },
      saidOn: row.said_on,
      medium: null,
      confidence: row.confidence,
      within: row.within,
      speakerConfidence: null,
      unresolved: null,
      anonymity: null,
      ...given,
      ...(stance !== null && { stance }),
    };
    const { outlet, published } = row;
    const article = {
      id: row.address ?? row.key,
      outlet,
      published,
      text: this.#connection.recent(readTexts, MOST_TEXTS)([row.article])[0]!,
    };
    // Which statement it is makes no difference here: where the list is read, pairs of one utterance are left out.
    return this.#connection.watcher.heldIn({ ...article, attributions: [attribution] }, [row.speaker])[0]!;
  }

  /** The number of the attribution that reports one; what is marked as no statement reports nothing. */
  #reporter({ article, within }: Row): number | null {
    for (let position = within; position !== null; ) {
      const row = this.#connection.first(outer, { article, position })!;
      if (row.statement === 1) return position;
      position = row.within;
    }
    return null;
  }
}
