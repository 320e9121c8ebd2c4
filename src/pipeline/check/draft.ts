import { isName, quotations } from '../../attribution/index.ts';
import { type DraftQuotation, MOST_WORDS, readQuotation } from '../../linking/index.ts';
import type { AnalyzedArticle, Attribution, Span } from '../../model.ts';
import { type Document, readDocument } from '../../text/index.ts';

/** A quotation with its place in the draft's text. */
export interface PlacedQuotation extends DraftQuotation {
  readonly span: Span;
}

/** Something in quotation marks that is not checked. */
export interface LeftOut {
  readonly span: Span;
  readonly words: string;
  /** In words for people. */
  readonly reason: string;
  /** Whether it may be a quotation all the same: then the draft is not sound. */
  readonly unchecked: boolean;
}

/** What a draft holds in quotation marks. */
export interface DraftQuotations {
  readonly quotations: readonly PlacedQuotation[];
  readonly leftOut: readonly LeftOut[];
}

/** Fewer words that nobody is said to have spoken are a term in quotation marks. */
const FEW_WORDS = 4;
/** A draft with more is no article. */
const MOST_QUOTATIONS = 5_000;
const TOO_MANY = `only ${MOST_QUOTATIONS} quotations of a draft are checked`;

const overlap = ([a, b]: Span, [c, d]: Span): number => Math.max(0, Math.min(b, d) - Math.max(a, c));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const lengthOf = ({ content }: Attribution): number => sum(content.map(([start, end]) => end - start));

/** The attribution that most of a stretch belongs to; of several the narrowest. */
function attributionOf(span: Span, attributions: readonly Attribution[]): Attribution | null {
  const shared = (one: Attribution): number => sum(one.content.map((piece) => overlap(piece, span)));
  const over = attributions.map((one) => ({ one, shared: shared(one) })).filter(({ shared }) => shared > 0);
  over.sort((a, b) => b.shared - a.shared || lengthOf(a.one) - lengthOf(b.one));
  return over[0]?.one ?? null;
}

const sentenceSpans = ({ tokens, sentences }: Document): Span[] =>
  sentences.map(([first, last]) => [tokens[first]!.start, tokens[last - 1]!.end]);

/** The first of stretches in order that ends behind an offset; their number where none does. */
function firstBehind(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]![1] > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The sentences that a stretch stands in, without it. */
function sentencesAround(text: string, sentences: readonly Span[], [start, end]: Span): string {
  const first = firstBehind(sentences, start);
  let last = first;
  while (last + 1 < sentences.length && sentences[last + 1]![0] < end) last++;
  const isIn = first < sentences.length && sentences[first]![0] < end;
  const [from, to] = isIn ? [sentences[first]![0], sentences[last]![1]] : [start, end];
  return `${text.slice(Math.min(from, start), start)} … ${text.slice(end, Math.max(to, end))}`;
}

function quotationAt(
  span: Span,
  text: string,
  sentences: readonly Span[],
  attribution: Attribution | null,
): PlacedQuotation {
  const others = attribution?.content.filter((piece) => overlap(piece, span) === 0) ?? [];
  return {
    span,
    words: text.slice(...span),
    around: [sentencesAround(text, sentences, span), ...others.map((piece) => text.slice(...piece))].join(' … '),
    speaker: attribution?.speaker ?? null,
    speakerConfidence: attribution?.speakerConfidence ?? null,
    attributed: attribution !== null,
  };
}

/** Why something in quotation marks is no quotation to check; null where it is one. */
function whyNot({ span, words, attributed }: PlacedQuotation, text: string): Omit<LeftOut, 'span' | 'words'> | null {
  const { forms, length } = readQuotation(words);
  if (forms.length > MOST_WORDS) {
    return { reason: `longer than ${MOST_WORDS} words: its closing mark may be missing`, unchecked: true };
  }
  if (length === 0) return { reason: 'no words', unchecked: false };
  if (isName(span, text)) return { reason: 'a title or a nickname', unchecked: false };
  if (attributed || length >= FEW_WORDS) return null;
  return { reason: `fewer than ${FEW_WORDS} words, and nobody is said to have spoken them`, unchecked: false };
}

/**
 * The quotations of a draft: each stretch inside quotation marks, and each turn of a transcript, with whom the draft gives
 * it to. A quotation that "she said" parts is two.
 */
export function quotationsOf({ text, attributions }: AnalyzedArticle): DraftQuotations {
  const document = readDocument(text);
  const quoting = attributions.filter(({ type }) => type !== 'indirect');
  const marked = quotations(document).flatMap(({ span, depth }) => (depth === 0 ? [span] : []));
  const turns = attributions
    .flatMap(({ type, content }) => (type === 'direct' ? content : []))
    .filter((piece) => !marked.some((span) => overlap(span, piece) > 0));
  const sentences = sentenceSpans(document);
  const found: PlacedQuotation[] = [];
  const leftOut: LeftOut[] = [];
  for (const span of [...marked, ...turns].sort((a, b) => a[0] - b[0])) {
    if (found.length === MOST_QUOTATIONS) {
      leftOut.push({ span, words: text.slice(...span), reason: TOO_MANY, unchecked: true });
      continue;
    }
    const quotation = quotationAt(span, text, sentences, attributionOf(span, quoting));
    const because = whyNot(quotation, text);
    if (because) leftOut.push({ span, words: quotation.words, ...because });
    else found.push(quotation);
  }
  return { quotations: found, leftOut };
}
