import type { Article, Profile, StoryKey, WordCounts } from '../model.ts';
import type { Commonness } from './commonness.ts';
import { readWords, type Word } from './words.ts';

/**
 * The kinds of evidence and the part each has in the likeness of two articles: two that agree in everything have 1.1.
 * Tuned by cross-validation: docs/experiments.md.
 */
const PARTS = { words: 0.25, names: 0.25, pairs: 0.3, numbers: 0.1, lead: 0.2 } as const;
type Part = keyof typeof PARTS;
/** Before each word in a profile, so that a word of the lead is compared with the lead. */
const MARKS: Readonly<Record<Part, string>> = { words: '', names: '^', pairs: '+', numbers: '#', lead: '!' };

/** The first so many words that tell anything are the lead. */
const LEAD = 60;
/** So many words are kept of an article. */
const MOST_WORDS = 128;
/** A capitalised word that is more common than this is no name, but begins a sentence or stands in a headline. */
const NAMES_BELOW = 0.02;
/** Weights are whole numbers up to this. */
export const SCALE = 1000;
/** So many keys an article is held and sought under. */
const KEYS = 20;

type Counts = Readonly<Record<Part, Map<string, number>>>;

/** The title and the text, as one text that begins with the title once. */
function textOf({ title, text }: Pick<Article, 'title' | 'text'>): string {
  return title === null || text.startsWith(title) ? text : `${title}\n${text}`;
}

/** The words of an article whose number of articles is counted, each once. */
export function wordsOf(article: Pick<Article, 'title' | 'text'>): string[] {
  return [...new Set(readWords(textOf(article)).flatMap(({ stem }) => stem || []))];
}

/** How often each kind of evidence is there, and the pairs of words that follow each other. */
function count(words: readonly Word[], commonness: Commonness, counts: WordCounts): Counts {
  const found: Counts = { words: new Map(), names: new Map(), pairs: new Map(), numbers: new Map(), lead: new Map() };
  const one = (part: Part, word: string) => found[part].set(word, (found[part].get(word) ?? 0) + 1);
  const small = new Set(words.flatMap(({ stem, kind }) => (kind === 'lower' ? stem : [])));
  const isName = ({ stem, kind }: Word) =>
    kind === 'capital' && !small.has(stem) && commonness.share(stem) < NAMES_BELOW;
  let before = '';
  let telling = 0;
  for (const word of words) {
    const { stem, kind } = word;
    if (!stem || commonness.weightOf(stem, counts) === 0) {
      before = '';
      continue;
    }
    one(kind === 'number' ? 'numbers' : isName(word) ? 'names' : 'words', stem);
    if (before) one('pairs', `${before} ${stem}`);
    if (++telling <= LEAD) one('lead', stem);
    before = stem;
  }
  return found;
}

/**
 * What tells an article's event: for each kind of evidence a vector of tf·idf, of length 1 times the root of its part, so
 * that the product of two profiles is the sum of their cosines, each by its part. Only the weightiest words are kept.
 */
export function profileOf(
  article: Pick<Article, 'title' | 'text' | 'published'>,
  commonness: Commonness,
  counts: WordCounts,
): Profile {
  const found = count(readWords(textOf(article)), commonness, counts);
  const weightOf = (word: string) => commonness.weightOf(word, counts);
  const weighted: (readonly [string, number])[] = [];
  for (const part of Object.keys(PARTS) as Part[]) {
    const raw = [...found[part]].map(([word, times]) => {
      const parts = part === 'pairs' ? word.split(' ') : [word];
      const weight = parts.reduce((sum, each) => sum + weightOf(each), 0) / parts.length;
      return [word, (1 + Math.log(times)) * weight] as const;
    });
    const length = Math.hypot(...raw.map(([, weight]) => weight));
    const scale = length === 0 ? 0 : (SCALE * Math.sqrt(PARTS[part])) / length;
    for (const [word, weight] of raw) weighted.push([MARKS[part] + word, Math.round(weight * scale)]);
  }
  const words = weighted
    .filter(([, weight]) => weight > 0)
    .sort(weightiestFirst)
    .slice(0, MOST_WORDS);
  return { words, day: dayOf(article.published) };
}

function weightiestFirst(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
}

function dayOf(published: string | null): number | null {
  const time = published === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(time) ? null : Math.floor(time / 86_400_000);
}

/** Where stories are held and looked for: the weightiest words, whichever kind of evidence they are. */
export function keysOf({ words }: Profile): StoryKey[] {
  const weights = new Map<string, number>();
  for (const [marked, weight] of words) {
    const word = marked.replace(/^[\^#!+]/, '');
    weights.set(word, (weights.get(word) ?? 0) + weight);
  }
  return [...weights]
    .sort(weightiestFirst)
    .slice(0, KEYS)
    .map(([word, weight]) => [hash(word), weight] as const);
}

/** FNV-1a, twice with different beginnings, as one number of 52 bits. */
function hash(word: string): number {
  let low = 0x811c9dc5;
  let high = 0x01234567;
  for (let at = 0; at < word.length; at++) {
    low = Math.imul(low ^ word.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ word.charCodeAt(at), 0x01000193) + 0x9e37;
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
}
