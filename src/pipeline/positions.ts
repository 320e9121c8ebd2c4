import type { AnalyzedArticle, Held, Span, Speaker, Stance } from '../model.ts';
import { heldIn, Issue, Positions } from '../positions/index.ts';
import { Identities } from '../speakers/index.ts';
import { readDocument } from '../text/index.ts';
import type { AnalyzedCapture } from './analyze-stream.ts';

/** A position that collides with another one, and why. Never a verdict on which holds. */
export interface ConflictLine {
  readonly id: string;
  readonly speaker: Speaker | null;
  readonly content: readonly Span[];
  /** In words for people. */
  readonly reason: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** One position on an issue. Spans are in UTF-16 code units of the text of the article `id`. */
export interface PositionLine {
  readonly id: string;
  readonly speaker: Speaker | null;
  /** The words of the article for what it is about; null where it takes no side. */
  readonly about: string | null;
  readonly stance: Stance;
  readonly condition: Span | null;
  readonly content: readonly Span[];
  /** Null when nothing collides with it; else the surest first. */
  readonly conflicts_with: readonly ConflictLine[] | null;
}

interface OnIssue extends Held {
  readonly line: Omit<PositionLine, 'conflicts_with'>;
}

/** The attributions of an article that are on the issue. */
function onIssue(article: AnalyzedArticle, issue: Issue, identities: Identities): OnIssue[] {
  const document = readDocument(article.text);
  const { id, outlet, text, attributions } = article;
  const speakers = attributions.map(({ speaker }) =>
    speaker ? identities.add({ ...speaker, outlet }).identity.id : null,
  );
  return heldIn(article, speakers).flatMap((held, i): OnIssue[] => {
    const { speaker, about, stance, condition, content } = attributions[i]!;
    if (!issue.matches(document, content)) return [];
    const words = about ? text.slice(...about) : null;
    return [
      {
        ...held,
        line: { id, speaker, about: words, stance: stance ?? 'states', condition: condition ?? null, content },
      },
    ];
  });
}

/**
 * The positions on an issue in a stream of analysed articles, in its order, each with those that it collides with. All
 * positions on the issue are held until the stream ends: what comes last may collide with what came first.
 * @param wordings as `Issue` has them
 * @throws Error, in words for people, when a wording has no word to look for
 */
export async function positionsOn(
  wordings: readonly string[],
  articles: AsyncIterable<AnalyzedCapture>,
): Promise<PositionLine[]> {
  const issue = new Issue(wordings);
  const identities = new Identities();
  const filed = new Positions<OnIssue>();
  const found: OnIssue[] = [];
  const conflicts = new Map<OnIssue, ConflictLine[]>();
  const note = (one: OnIssue, other: OnIssue, reason: string, confidence: number) => {
    const { id, speaker, content } = other.line;
    const known = conflicts.get(one) ?? [];
    known.push({ id, speaker, content, reason, confidence });
    conflicts.set(one, known);
  };
  for await (const { article } of articles) {
    for (const position of onIssue(article, issue, identities)) {
      found.push(position);
      for (const { a, b, reason, confidence } of filed.add(position)) {
        note(a, b, reason, confidence);
        note(b, a, reason, confidence);
      }
    }
  }
  return found.map((one) => ({
    ...one.line,
    conflicts_with: conflicts.get(one)?.sort((a, b) => b.confidence - a.confidence) ?? null,
  }));
}
