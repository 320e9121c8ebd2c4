import type { Article, Attribution, NarratedArticle, ReprintKind, SharedPassage } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { HeldKeys } from '../held-keys.ts';
import { readText } from '../passages.ts';
import { build } from '../schema.ts';
import { keepCredits, readCredits } from './credits.ts';
import type { ReprintTable } from './schema.ts';

const narrationKeys = new HeldKeys('narration_key', 'article_id');
const rowOf = prepared((v: { id: number }) =>
  build.selectFrom('article').select(['outlet', 'published', 'address']).where('id', '=', v.id),
);
const spokenIn = prepared((v: { article: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('span_as_found', 'span_as_found.attribution_id', 'attribution.id')
    .select(['start', 'end'])
    .where('article_id', '=', v.article)
    .where('type', '=', 'direct')
    .where('part', '=', 'content')
    .orderBy('start'),
);
const insertReprint = prepared((v: Pick<ReprintTable, keyof ReprintTable>) =>
  build.insertInto('reprint').values({
    article_id: v.article_id,
    of_id: v.of_id,
    kind: v.kind,
    share: v.share,
    why: v.why,
    passages: v.passages,
  }),
);
const reprintsOf = prepared((v: { id: number }) =>
  build
    .selectFrom('reprint')
    .select(['of_id as of', 'kind', 'share', 'why', 'passages'])
    .where('article_id', '=', v.id)
    .orderBy('share', 'desc')
    .orderBy('of_id'),
);

/** So many articles are kept as they are compared: those of some days are compared with each other most. */
const MOST_NARRATED = 100;

interface Narrated extends NarratedArticle {
  readonly id: number;
  readonly address: string | null;
}

/** An article of the record as it is compared with others. */
function readNarrated(connection: Connection, id: number): Narrated {
  const { outlet, published, address } = connection.first(rowOf, { id })!;
  const spoken = connection.all(spokenIn, { article: id }).map(({ start, end }) => [start, end] as const);
  const narration = connection.sourcing.narrationOf(readText(connection, id), spoken);
  return { id, outlet, published, address, credits: readCredits(connection, id), narration };
}

const readEachNarrated = (connection: Connection, rows: readonly number[]): ReadonlyMap<number, Narrated> =>
  new Map(rows.map((id) => [id, readNarrated(connection, id)]));

/** Articles that share keys with a newcomer, those that share most first, and the keys that too many hold. */
function candidatesOf(connection: Connection, keys: readonly number[]): { ids: number[]; common: Set<number> } {
  const { mostHolders, mostCompared, leastKeys } = connection.sourcing;
  const shared = new Map<number, number>();
  const common = new Set<number>();
  for (const [key, holders] of narrationKeys.of(connection, keys, mostHolders + 1)) {
    if (holders.length > mostHolders) common.add(key);
    else for (const article of holders) shared.set(article, (shared.get(article) ?? 0) + 1);
  }
  const ids = [...shared]
    .filter(([, count]) => count >= leastKeys)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostCompared)
    .map(([id]) => id);
  return { ids, common };
}

/**
 * Keeps where a new article of the record has its material from: whom it credits, and which of the articles that share
 * its words it comes from or come from it. Reads a bounded number of others, however large the record is. Revisions of
 * one article are not compared with each other.
 */
export function keepOrigins(
  connection: Connection,
  article: number,
  analyzed: Article & { readonly attributions: readonly Attribution[] },
): void {
  keepCredits(connection, article, connection.sourcing.creditsOf(analyzed, analyzed.attributions));
  const narrated = connection.recent(readEachNarrated, MOST_NARRATED);
  const newcomer = narrated([article])[0]!;
  const { ids, common } = candidatesOf(connection, newcomer.narration.keys);
  narrationKeys.keep(connection, article, newcomer.narration.keys);
  for (const other of narrated(ids)) {
    if (newcomer.address !== null && newcomer.address === other.address) continue;
    const found = connection.sourcing.pair(other, newcomer, { common });
    if (found === null) continue;
    const { later, earlier, kind, share, why, passages } = found;
    const row = { kind, share, why, passages: JSON.stringify(passages) };
    connection.run(insertReprint, { article_id: later.id, of_id: earlier.id, ...row });
  }
}

/** That an article comes from another one. */
export interface KeptReprint {
  /** The other's row. */
  readonly of: number;
  readonly kind: ReprintKind;
  readonly share: number;
  readonly why: string;
  readonly passages: readonly SharedPassage[];
}

/** The articles that an article comes from, by its row's id: those with most in common first. */
export function readReprints(connection: Connection, article: number): KeptReprint[] {
  return connection.all(reprintsOf, { id: article }).map(({ passages, ...reprint }) => ({
    ...reprint,
    passages: JSON.parse(passages) as SharedPassage[],
  }));
}
