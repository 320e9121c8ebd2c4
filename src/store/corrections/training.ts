import type { AnalyzedArticle, Span, Speaker } from '../../model.ts';
import { readArticle } from '../articles.ts';
import { type Connection, prepared } from '../connection.ts';
import { readFound } from '../history.ts';
import { build } from '../schema.ts';
import type { RecordedAttribution } from '../types.ts';
import { correctionsThatHold } from './log.ts';
import type { CorrectedArticle, CorrectedNames, MarkedAttributions } from './types.ts';

const nextTouched = prepared((v: { after: number }) =>
  build
    .selectFrom('attribution_correction')
    .innerJoin('attribution', 'attribution.id', 'attribution_id')
    .innerJoin('article', 'article.id', 'article_id')
    .select(['article.id', 'article.key'])
    .where('article.id', '>', v.after)
    .where('superseded_by', 'is', null)
    .orderBy('article.id')
    .limit(1),
);
const labels = prepared((v: { article: number }) =>
  build
    .selectFrom('attribution')
    .leftJoin('speaker', 'speaker.id', 'speaker_id')
    .select(['position', 'reassigned', 'attribution.found_name', 'speaker.name', 'speaker.kind'])
    .where('article_id', '=', v.article)
    .orderBy('position'),
);

/** Who speaks, as training data has it: the name that the article gives, and where nobody is known the word for that. */
function label(doc: string, i: number, speaker: Pick<Speaker, 'name' | 'kind'> | null, implicit: boolean) {
  return { doc, i, speaker: speaker?.name ?? 'unknown', kind: speaker?.kind ?? ('unknown' as const), implicit };
}

function asFound(doc: string, { attributions, text }: AnalyzedArticle): MarkedAttributions {
  return {
    attributions: attributions.map(({ source, cue, content }, i) => ({ i, source, cue, content })),
    speakers: attributions.map(({ speaker, source }, i) => label(doc, i, speaker, source.length === 0)),
    stances: attributions.flatMap(({ mode, stance, about, condition }, i) => {
      if (stance === undefined) return [];
      const words = (span: Span | null | undefined) => (span ? text.slice(...span) : null);
      return [{ doc, i, mode, stance, about: words(about), condition: words(condition) }];
    }),
  };
}

function asCorrected(
  connection: Connection,
  doc: string,
  article: number,
  attributions: readonly RecordedAttribution[],
): MarkedAttributions {
  // A name that was given for all articles is not the one that this article gives.
  const held = connection.all(labels, { article });
  const numbered = attributions.map((attribution) => ({ i: Number(/\d+$/.exec(attribution.key)![0]), attribution }));
  return {
    attributions: numbered.map(({ i, attribution: { source, cue, content } }) => ({ i, source, cue, content })),
    speakers: numbered.map(({ i, attribution }) => {
      const { reassigned, found_name, name, kind } = held[i]!;
      const speaker = name === null ? null : { name: (reassigned ? null : found_name) ?? name, kind: kind! };
      return label(doc, i, speaker, attribution.source.length === 0);
    }),
    stances: numbered.flatMap(({ i, attribution: { mode, stance, aboutWords, conditionWords } }) =>
      stance === null ? [] : [{ doc, i, mode, stance, about: aboutWords || null, condition: conditionWords || null }],
    ),
  };
}

/** Articles, in their newest revisions, in which corrections changed who speaks, what is a statement or a stance, in the order in which they came in. */
export function* readCorrectedArticles(connection: Connection): Generator<CorrectedArticle> {
  for (let after = 0; ; ) {
    const next = connection.read(() => {
      const row = connection.first(nextTouched, { after });
      if (!row) return null;
      const { article, text, attributions, notStatements } = readArticle(connection, row.key)!;
      const found = asFound(row.key, readFound(connection, row.id)!.analyzed);
      const corrected = asCorrected(connection, row.key, row.id, attributions);
      const marks = [...attributions, ...notStatements].flatMap(({ corrections }) => corrections);
      const { outlet, published, title, byline } = article;
      const about = { id: row.key, outlet, published, title, credit: byline, text };
      const numbers = [...new Set(marks.map(({ number }) => number))].sort((a, b) => a - b);
      return { id: row.id, line: { ...about, found, corrected, corrections: numbers } };
    });
    if (!next) return;
    if (JSON.stringify(next.line.found) !== JSON.stringify(next.line.corrected)) yield next.line;
    after = next.id;
  }
}

/** What corrections of speakers that hold say of names: that two are of one speaker, or of two. */
export function* readCorrectedNames(connection: Connection): Generator<CorrectedNames> {
  for (const { number: correction, entry } of connection.read(() => correctionsThatHold(connection))) {
    if (entry.action !== 'merge' && entry.action !== 'split' && entry.action !== 'apart') continue;
    const { from, into, to, speaker, other } = entry.payload as unknown as Readonly<Record<string, Named>>;
    const names = [(from ?? speaker)!, (into ?? to ?? other)!].map(({ name, kind }) => ({ name, kind }));
    yield { names, same: entry.action === 'merge', correction };
  }
}

type Named = Pick<Speaker, 'name' | 'kind'>;
