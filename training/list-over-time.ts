import { readFileSync } from 'node:fs';
import type { Held, Shown } from '../src/model.ts';
import { type AnalyzedArticle, ArticleLinks } from '../src/pipeline/index.ts';
import { heldIn, Positions, watcher } from '../src/positions/index.ts';
import { Identities } from '../src/speakers/index.ts';

/** Which statement each attribution reports, by its article and its content. */
function statementsOf(articles: readonly AnalyzedArticle[]): Map<string, number> {
  const links = new ArticleLinks();
  for (const article of articles) links.add(article);
  return new Map(
    [...links.statements()].flatMap((occurrences, statement) =>
      occurrences.map(({ id, content }) => [JSON.stringify([id, content]), statement] as const),
    ),
  );
}

/** The positions of articles with their speakers known across them and their statements linked, in the order of time. */
function positionsOf(articles: readonly AnalyzedArticle[]): Held[] {
  const statements = statementsOf(articles);
  const identities = new Identities();
  return articles.flatMap((article) =>
    heldIn(
      article,
      article.attributions.map(({ speaker }) =>
        speaker ? identities.add({ ...speaker, outlet: article.outlet }).identity.id : null,
      ),
      article.attributions.map(({ content }) => statements.get(JSON.stringify([article.id, content])) ?? null),
    ),
  );
}

const wordsOf = ({ words, cue, condition }: Held, shown: readonly Shown[]): string =>
  shown
    .map(({ part, place: [piece, start, end] }) =>
      (part === 'condition' ? (condition ?? '') : (part === 'cue' ? cue : words)[piece]!).slice(start, end),
    )
    .join(' … ');

const side = (position: Held, shown: readonly Shown[]) => ({
  article: position.article.id,
  outlet: position.article.outlet,
  published: position.article.published,
  speaker: position.speaker?.name ?? null,
  shown: wordsOf(position, shown),
  words: position.words.join(' … '),
  sentence: position.sentence,
});

/**
 * `node training/list-over-time.ts ANALYZED.jsonl shifts|collisions`: those that are found in analysed articles, the surest
 * first, one JSON line each with the sentences, to be read and judged by eye.
 */
const [file, what] = process.argv.slice(2);
const articles = readFileSync(file!, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as AnalyzedArticle)
  .sort((a, b) => (a.published ?? '').localeCompare(b.published ?? '') || a.id.localeCompare(b.id));
const positions = positionsOf(articles);

function* collisions() {
  const filed = new Positions<Held>();
  for (const position of positions)
    for (const { kind, confidence, reason, a, b, shownA, shownB } of filed.add(position))
      yield { kind, confidence, reason, a: side(a, shownA), b: side(b, shownB) };
}

function* shifts() {
  const bySpeaker = Map.groupBy(
    positions.filter(({ speaker }) => speaker !== null),
    ({ speaker }) => speaker!.id,
  );
  for (const held of bySpeaker.values())
    for (const { points } of watcher.courses(held))
      for (const { shift } of points)
        if (shift) {
          const { kind, confidence, reason, before, after, shownBefore, shownAfter } = shift;
          yield { kind, confidence, reason, before: side(before, shownBefore), after: side(after, shownAfter) };
        }
}

const found = [...(what === 'shifts' ? shifts() : collisions())].sort((a, b) => b.confidence - a.confidence);
for (const one of found) console.log(JSON.stringify(one));
