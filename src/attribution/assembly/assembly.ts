import type { Document, Token } from '../../text/index.ts';
import type { Role, RoleSpan } from '../network/labels.ts';
import { rank } from './ranker.ts';

/** Spans that belong together: one cue, its source if the article gives one, and its contents in the order of the text. */
export interface Assembled {
  readonly cue: RoleSpan;
  readonly source: RoleSpan | null;
  readonly contents: readonly RoleSpan[];
  /** How sure the assembly is of these ties, 0 to 1. */
  readonly share: number;
}

export interface AssemblyWeights {
  readonly source: ReadonlyMap<string, number>;
  readonly content: ReadonlyMap<string, number>;
}

/** What the features of a tie are read from; made once a document. */
export interface Scene {
  readonly document: Document;
  readonly spans: readonly RoleSpan[];
  readonly indexOf: ReadonlyMap<RoleSpan, number>;
  /** Paragraph and sentence number of each token. */
  readonly paragraphOf: Int32Array;
  readonly sentenceOf: Int32Array;
  /** From quotationState: 2 inside quotation marks. */
  readonly states: Uint8Array;
  /** How many commas, verbs and tokens inside quotation marks stand before each token, and in all. */
  readonly before: Readonly<Record<'comma' | 'verb' | 'quoted', Int32Array>>;
  /** How many spans of each role come before each span, and in all. */
  readonly rolesBefore: Readonly<Record<Role, Int32Array>>;
}

/** Counts, for every place in a list, the items before it that fulfil a condition; any stretch is a difference of two. */
function countBefore<T>(items: readonly T[], counts: (item: T, index: number) => boolean): Int32Array {
  const before = new Int32Array(items.length + 1);
  items.forEach((item, i) => {
    before[i + 1] = before[i]! + Number(counts(item, i));
  });
  return before;
}

const numberTokens = (ranges: Document['sentences'], tokens: number) => {
  const numbers = new Int32Array(tokens);
  ranges.forEach(([first, end], i) => {
    numbers.fill(i, first, end);
  });
  return numbers;
};

/** @param spans all labelled spans of the document, in the order of the text */
export function setScene(document: Document, spans: readonly RoleSpan[], states: Uint8Array): Scene {
  const n = document.tokens.length;
  const paragraphOf = numberTokens(document.paragraphs, n);
  const sentenceOf = numberTokens(document.sentences, n);
  const indexOf = new Map(spans.map((span, i) => [span, i]));
  const before = {
    comma: countBefore(document.tokens, (token) => token.form === ','),
    verb: countBefore(document.tokens, (token) => token.pos === 'VERB'),
    quoted: countBefore(document.tokens, (_, i) => states[i] === 2),
  };
  const rolesBefore = {
    source: countBefore(spans, (span) => span.role === 'source'),
    cue: countBefore(spans, (span) => span.role === 'cue'),
    content: countBefore(spans, (span) => span.role === 'content'),
  };
  return { document, spans, indexOf, paragraphOf, sentenceOf, states, before, rolesBefore };
}

/** So many spans of a role are thought of on each side in the same paragraph, */
const NEAR = 8;
/** so many in the paragraphs before (a quotation may go on for several), and one in the next. */
const BEFORE = 2;
const PARAGRAPHS_BEFORE = 8;

/** The spans of a role that may be tied to this one: the nearest on each side, in the order of the text. */
export function candidatesFor({ spans, indexOf, paragraphOf }: Scene, of: RoleSpan, role: Role): RoleSpan[] {
  const at = indexOf.get(of)!;
  const here = paragraphOf[of.first]!;
  const earlier: RoleSpan[] = [];
  let near = 0;
  for (let i = at - 1; i >= 0 && near < NEAR; i--) {
    const distance = here - paragraphOf[spans[i]!.first]!;
    if (distance > PARAGRAPHS_BEFORE || earlier.length - near >= BEFORE) break;
    if (spans[i]!.role !== role) continue;
    earlier.unshift(spans[i]!);
    if (distance === 0) near++;
  }
  const later: RoleSpan[] = [];
  for (let i = at + 1; i < spans.length && later.length < NEAR; i++) {
    const distance = paragraphOf[spans[i]!.first]! - here;
    if (distance > 1) break;
    if (spans[i]!.role === role) later.push(spans[i]!);
    if (distance === 1 && spans[i]!.role === role) break;
  }
  return [...earlier, ...later];
}

const capped = (n: number, most: number) => Math.min(n, most);

/** The verb or noun that carries a cue: its last verb, else its last word. */
function headOf(tokens: readonly Token[], cue: RoleSpan): Token {
  for (let i = cue.end - 1; i >= cue.first; i--) if (tokens[i]!.pos === 'VERB') return tokens[i]!;
  return tokens[cue.end - 1]!;
}

function kindOfSource(tokens: readonly Token[], source: RoleSpan): string {
  const head = tokens[source.end - 1]!;
  if (source.end - source.first === 1 && head.pos === 'PRON') return 'pronoun';
  return head.pos === 'PROPN' ? 'name' : 'other';
}

/**
 * Names of features that hold small numbers alone, each put together once, by those numbers packed into one: a string
 * that was looked up before is found at once, a new one must be hashed.
 */
function named(name: (key: number) => string): (key: number) => string {
  const known: string[] = [];
  return (key) => {
    known[key] ??= name(key);
    return known[key];
  };
}

const BUCKETS = [0, 1, 2, 3, '4-6', '7-12', '13-25', '26+'];
const bucket = (n: number) => (n <= 3 ? n : n <= 6 ? 4 : n <= 12 ? 5 : n <= 25 ? 6 : 7);
const orderOf = (key: number) => (key & 1 ? 'after' : 'before');
/** Up to two spans of each role. */
const crossingOf = (key: number) => `${Math.floor(key / 9)}${Math.floor(key / 3) % 3}${key % 3}`;

const GAP = named((key) => `${orderOf(key)} gap ${BUCKETS[key >> 1]}`);
const CROSSING = named((key) => `${orderOf(key)} crossing ${crossingOf(key >> 1)}`);
const CROSSING_SENTENCES = named(
  (key) => `${orderOf(key)} crossing ${crossingOf(key >> 3)} sentences ${(key >> 1) & 3}`,
);
const PARAGRAPHS = named((key) => `${orderOf(key)} paragraphs ${key >> 1}`);
const SENTENCES = named((key) => `${orderOf(key)} sentences ${key >> 1}`);
const COMMAS_VERBS = named((key) => `${orderOf(key)} commas ${(key >> 1) & 3} verbs ${key >> 3}`);
const LONG_GAP = named((key) => `${orderOf(key)} gap text …`);
const QUOTED_GAP = named((key) => `${orderOf(key)} quoted gap ${(key >> 1) & 1 ? 'q' : ''} ${key >> 2}`);

/** Where two spans stand to each other: order, distance, borders and other spans between them. */
function between(scene: Scene, a: RoleSpan, b: RoleSpan): string[] {
  const { document, indexOf, paragraphOf, sentenceOf, before, rolesBefore } = scene;
  const order = a.first < b.first ? 0 : 1;
  const [left, right] = order === 0 ? [a, b] : [b, a];
  const from = left.end;
  const to = Math.max(from, right.first);
  const fromSpan = indexOf.get(left)! + 1;
  const toSpan = Math.max(fromSpan, indexOf.get(right)!);
  const spansOf = (role: Role) => capped(rolesBefore[role][toSpan]! - rolesBefore[role][fromSpan]!, 2);
  const crossing = (spansOf('source') * 3 + spansOf('cue')) * 3 + spansOf('content');
  const paragraphs = capped(paragraphOf[right.first]! - paragraphOf[left.first]!, 3);
  const sentences = capped(sentenceOf[right.first]! - sentenceOf[left.first]!, 3);
  const commas = capped(before.comma[to]! - before.comma[from]!, 3);
  const verbs = capped(before.verb[to]! - before.verb[from]!, 2);
  const quoted = Number(before.quoted[to]! > before.quoted[from]!);
  const lemmas = () => document.tokens.slice(from, to).map((token) => token.lemma);
  return [
    orderOf(order),
    GAP((bucket(to - from) << 1) | order),
    CROSSING((crossing << 1) | order),
    CROSSING_SENTENCES((crossing << 3) | (sentences << 1) | order),
    PARAGRAPHS((paragraphs << 1) | order),
    SENTENCES((sentences << 1) | order),
    COMMAS_VERBS((verbs << 3) | (commas << 1) | order),
    to - from <= 2 ? `${orderOf(order)} gap text ${lemmas().join(' ')}` : LONG_GAP(order),
    QUOTED_GAP((sentences << 2) | (quoted << 1) | order),
  ];
}

const CLOSENESS = named((key) => `${orderOf(key)} ${(key >> 1) & 3} of ${key >> 3}`);

/** Rank of a candidate by closeness among those on the same side. */
function closeness(candidates: readonly RoleSpan[], of: RoleSpan, candidate: RoleSpan): string {
  const after = candidate.first > of.first;
  const distance = Math.abs(candidate.first - of.first);
  let nearer = 0;
  for (const { first } of candidates) {
    if (first > of.first === after && Math.abs(first - of.first) < distance) nearer++;
  }
  return CLOSENESS((capped(candidates.length, 4) << 3) | (capped(nearer, 3) << 1) | Number(after));
}

/** Features of every way to give a cue a source: each candidate, and last the way without any. */
export function sourceChoices(scene: Scene, cue: RoleSpan, candidates: readonly RoleSpan[]): string[][] {
  const { tokens } = scene.document;
  const head = headOf(tokens, cue);
  const first = tokens[cue.first]!;
  const cueIs = [
    `cue ${head.lemma}`,
    `cue ${head.pos} ${head.form.toLowerCase().slice(-3)}`,
    `cue begins ${first.lemma}`,
  ];
  const next = tokens[cue.end]?.pos ?? '$';
  const ways = candidates.map((source) => {
    const kind = kindOfSource(tokens, source);
    const place = between(scene, source, cue);
    const order = place[0]!;
    return [
      ...place,
      closeness(candidates, cue, source),
      `${order} kind ${kind}`,
      ...cueIs.map((is) => `${order} ${is}`),
      `${place[1]} ${kind}`,
      `${place[2]} ${first.pos} ${next}`,
      `inside quotation ${scene.states[source.first] === 2} ${scene.states[cue.first] === 2}`,
    ];
  });
  const same = candidates.filter((c) => scene.sentenceOf[c.first] === scene.sentenceOf[cue.first]).length;
  return [
    ...ways,
    ['none', `none same sentence ${capped(same, 3)}`, ...cueIs.map((is) => `none ${is}`), `none next ${next}`],
  ];
}

function openingOf(tokens: readonly Token[], content: RoleSpan): string {
  const first = tokens[content.first]!;
  return /^\p{L}/u.test(first.form) && first.pos !== 'PROPN' && first.pos !== 'NOUN' ? first.lemma : first.pos;
}

/** Features of every way to give a content a cue: each candidate, and last the way without any. */
export function contentChoices(scene: Scene, content: RoleSpan, candidates: readonly RoleSpan[]): string[][] {
  const { document, states, paragraphOf } = scene;
  const { tokens } = document;
  const opening = openingOf(tokens, content);
  const quoted = states[content.first] === 2 || states[content.first] === 1;
  const whole = document.paragraphs[paragraphOf[content.first]!]![0] === content.first;
  const contentIs = `quoted ${quoted} ${whole ? 'opens paragraph' : ''}`;
  const ways = candidates.map((cue) => {
    const head = headOf(tokens, cue);
    const place = between(scene, content, cue);
    const order = place[0]!;
    const next = tokens[cue.end]?.form ?? '$';
    return [
      ...place,
      closeness(candidates, content, cue),
      `${order} opening ${opening}`,
      `${order} cue ${head.lemma}`,
      `${order} cue ${head.pos} next ${/^\p{L}/u.test(next) ? 'word' : next}`,
      `${place[2]} ${contentIs}`,
      `${place[4]} ${contentIs}`,
      `${place[5]} ${contentIs} ${next === ':' ? ':' : ''}`,
      `${place[2]} opening ${opening}`,
      `cue in quotation ${states[cue.first] === 2} ${quoted}`,
    ];
  });
  const same = candidates.filter((c) => scene.sentenceOf[c.first] === scene.sentenceOf[content.first]).length;
  return [...ways, ['none', `none ${contentIs}`, `none same sentence ${capped(same, 3)}`, `none opening ${opening}`]];
}

/**
 * Ties labelled spans into attributions, each around one cue as in the PARC and PolNeAR corpora: every content chooses
 * a cue, every cue that was chosen its source, by learned rankers. A content that chooses none is left out.
 */
export function assemble(scene: Scene, weights: AssemblyWeights): Assembled[] {
  const contentsOf = new Map<RoleSpan, { contents: RoleSpan[]; share: number }>();
  for (const content of scene.spans.filter((span) => span.role === 'content')) {
    const cues = candidatesFor(scene, content, 'cue');
    const { best, share } = rank(contentChoices(scene, content, cues), weights.content);
    const cue = cues[best];
    if (!cue) continue;
    const known = contentsOf.get(cue);
    if (known) {
      known.contents.push(content);
      known.share = Math.min(known.share, share);
    } else contentsOf.set(cue, { contents: [content], share });
  }
  const inOrder = [...contentsOf].sort(([a], [b]) => a.first - b.first);
  return inOrder.map(([cue, { contents, share }]) => {
    const sources = candidatesFor(scene, cue, 'source');
    const choice = rank(sourceChoices(scene, cue, sources), weights.source);
    return { cue, source: sources[choice.best] ?? null, contents, share: Math.min(share, choice.share) };
  });
}
