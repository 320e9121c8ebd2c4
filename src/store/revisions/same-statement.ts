import { type Connection, prepared } from '../connection.ts';
import { foldedWords } from '../fold.ts';
import { readFoundSpans, readText } from '../passages.ts';
import { build } from '../schema.ts';
import { joinWords } from '../words.ts';

const later = prepared((v: { article: number }) =>
  build
    .selectFrom('article as one')
    .innerJoin('article as other', 'other.address', 'one.address')
    .select('other.id')
    .where('one.id', '=', v.article)
    .whereRef('other.revision', '>', 'one.revision')
    .orderBy('other.revision'),
);
const attributionsOf = prepared((v: { article: number }) =>
  build.selectFrom('attribution').select('id').where('article_id', '=', v.article).orderBy('position'),
);

/** The revisions after that of an article (by its row), in their order. */
export function laterRevisions(connection: Connection, article: number): number[] {
  return connection.all(later, { article }).map(({ id }) => id);
}

/** The attributions of an article that have these words, in their order. */
function withWords(connection: Connection, article: number, words: string): number[] {
  const text = readText(connection, article);
  return connection
    .all(attributionsOf, { article })
    .map(({ id }) => id)
    .filter((id) => wordsOf(joinWords(text, readFoundSpans(connection, id).content)) === words);
}

/** The words of a content, whatever stands between them. */
export const wordsOf = (content: string): string => foldedWords(content).join(' ');

/**
 * The same statement in another revision: with the same words, wherever it stands. Where words are stated several times
 * they must be so as often in both, and are taken in their order; otherwise null.
 *
 * @param attribution the row of one of `article`.
 */
export function sameStatement(
  connection: Connection,
  { article, attribution, words }: { readonly article: number; readonly attribution: number; readonly words: string },
  other: number,
): number | null {
  const sought = wordsOf(words);
  const [here, there] = [article, other].map((id) => withWords(connection, id, sought)) as [number[], number[]];
  return sought !== '' && here.length === there.length ? (there[here.indexOf(attribution)] ?? null) : null;
}
