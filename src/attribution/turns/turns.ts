import type { Span } from '../../model.ts';
import type { Document } from '../../text/index.ts';
import { type Label, labelOf, type Style } from './labels.ts';
import { asks, isSelf, isSpoken } from './speech.ts';

/** What one speaker says in a transcript until the next one speaks. */
export interface Turn {
  /** The label that names the speaker, without its colon. */
  readonly label: Span;
  /** The colon, or the full stop of "Q.". */
  readonly mark: Span;
  /** The words, paragraph by paragraph. */
  readonly content: readonly Span[];
}

/** A paragraph that opens with a label. */
interface Opening extends Label {
  readonly paragraph: number;
  /** The words behind the label. */
  readonly words: string;
}

/** So many paragraphs without a label may stand between two turns of one transcript. */
const FARTHEST = 8;
/** So many without a label belong to the turn before them as a matter of course, where another turn follows. */
const LONGEST_GAP = 3;

const OPENING_MARK = /^(?:["“”„«]|''|``)\s*/u;
const CLOSING_MARK = /(?:["”“»]|'')$/u;
/** "(APPLAUSE)", "[…]" and "…" as paragraphs of their own: no words of the speaker's, and no end of the turn. */
const ASIDE = /^(?:["“]?[([][^()[\]]*[)\]]?|[.…\s]+)["”.]*$/u;
const NEW_VOICE = /^>>|^[[(]?\d{1,2}:\d{2}/;
const WORD = /[\p{L}\p{N}]/u;

const charsOf = ({ tokens, paragraphs }: Document, paragraph: number): Span => {
  const [first, end] = paragraphs[paragraph]!;
  return [tokens[first]!.start, tokens[end - 1]!.end];
};

/** A paragraph's words, or what is left of them from an offset on. */
function wordsOf(document: Document, paragraph: number, from?: number): string {
  const [start, end] = charsOf(document, paragraph);
  return document.text.slice(from ?? start, end);
}

function openingsOf(document: Document): Opening[] {
  return document.paragraphs.flatMap((_, paragraph) => {
    const label = labelOf(document.text, charsOf(document, paragraph));
    return label ? [{ ...label, paragraph, words: wordsOf(document, paragraph, label.mark[1]) }] : [];
  });
}

/** Openings written alike, cut where too many paragraphs stand between two of them. */
function passagesOf(openings: readonly Opening[], style: Style): Opening[][] {
  const passages: Opening[][] = [];
  for (const opening of openings) {
    if (!opening.speaks || opening.style !== style) continue;
    const last = passages.at(-1);
    if (last && opening.paragraph - last.at(-1)!.paragraph - 1 <= FARTHEST) last.push(opening);
    else passages.push([opening]);
  }
  return passages;
}

/**
 * Without a headline "X: Y", which begins no transcript: where a transcript begins an article, the next paragraph of
 * words has a label too, or the first label comes again, or something that no headline has stands before it.
 */
function withoutHeadline(document: Document, passage: readonly Opening[]): readonly Opening[] {
  const [first, ...others] = passage;
  if (first?.paragraph !== 0) return passage;
  let next = 1;
  while (next < document.paragraphs.length && ASIDE.test(wordsOf(document, next))) next++;
  if (others[0]?.paragraph === next) return passage;
  const again = first.style === 'capitals' && others.some(({ key }) => key === first.key);
  return again || first.name[0] > charsOf(document, 0)[0] ? passage : others;
}

/** Whether somebody speaks again after another one has. */
function alternates(passage: readonly Opening[]): boolean {
  const seen = new Set<string>();
  return passage.some(({ key }, i) => {
    const again = seen.has(key) && passage[i - 1]!.key !== key;
    seen.add(key);
    return again;
  });
}

/** Whether one asks and the next one, another, does not: question and answer. */
function answers(passage: readonly Opening[]): boolean {
  return passage.some(({ key, words }, i) => {
    const next = passage[i + 1];
    return next !== undefined && next.key !== key && asks(words) && !asks(next.words);
  });
}

/** Whether all are called by first and last name. */
function callsByName(document: Document, passage: readonly Opening[]): boolean {
  return passage.every(({ name }) => /^\S+ \S/u.test(document.text.slice(...name)));
}

/**
 * Whether labelled paragraphs are what people said to each other, and no list of facts, scores, dishes or advice: at
 * least two speak, and at least half of the turns hold words of speech. Labels that might as well be common nouns
 * ("Pros: …") must speak in turns, ask and answer, or be full names, and somebody must say "I" or ask.
 */
function isTranscript(document: Document, passage: readonly Opening[]): boolean {
  if (new Set(passage.map(({ key }) => key)).size < 2) return false;
  const spoken = passage.filter(({ words }) => isSpoken(words)).length;
  if (2 * spoken < passage.length) return false;
  if (passage[0]!.style !== 'words') return true;
  if (!passage.some(({ words }) => isSelf(words) || asks(words))) return false;
  return alternates(passage) || (passage.length === 2 && answers(passage)) || callsByName(document, passage);
}

/** Labels that are letters need one that asks: "A." alone is an item of a list, or an initial. */
function isInterview(document: Document, passage: readonly Opening[]): boolean {
  if (passage.some(({ key }) => key === 'q')) return passage.some(({ key }) => key === 'a');
  const answered = passage.filter(({ paragraph }) => paragraph > 0 && asks(wordsOf(document, paragraph - 1)));
  return 2 * answered.length > passage.length;
}

/** Cuts quotation marks that stand around a whole transcript, and the full stop behind the last of its words. */
function trimmed(document: Document, [start, end]: Span, quoted: boolean, last: boolean): Span {
  let [from, to] = [start, end];
  const { text } = document;
  if (quoted) {
    from += OPENING_MARK.exec(text.slice(from, to))?.[0].length ?? 0;
    to -= CLOSING_MARK.exec(text.slice(from, to))?.[0].length ?? 0;
  }
  // As everywhere outside quotation marks, the corpus leaves the last full stop to the sentence.
  if (last && /[\p{L}\p{N})\]]\.$/u.test(text.slice(Math.max(from, to - 3), to))) to--;
  return [from, to];
}

/** Whether a paragraph without a label goes on with the words of the one who spoke last. */
function goesOn(words: string, between: boolean, keys: ReadonlySet<string>): boolean {
  if (isSelf(words)) return true;
  // Who is talked of by a speaker's name does not speak there.
  return between && !(words.toLowerCase().match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []).some((word) => keys.has(word));
}

/** The paragraphs behind an opening in which its speaker goes on. */
function continuationOf(
  document: Document,
  opening: Opening,
  stop: { readonly paragraph: number; readonly next: Opening | undefined },
  keys: ReadonlySet<string>,
): number[] {
  const gap = stop.paragraph - opening.paragraph - 1;
  const between = stop.next !== undefined && gap <= LONGEST_GAP;
  // Nobody takes the floor twice in a row: what stands before the second label is a question without one.
  const end = stop.next?.key === opening.key ? stop.paragraph - 1 : stop.paragraph;
  const found: number[] = [];
  for (let paragraph = opening.paragraph + 1; paragraph < end; paragraph++) {
    const words = wordsOf(document, paragraph);
    if (ASIDE.test(words)) continue;
    if (NEW_VOICE.test(words) || !WORD.test(words) || !goesOn(words, between, keys)) break;
    found.push(paragraph);
  }
  return found;
}

/** @param openings all of the article: what opens with any label is no part of the turn before it */
function turnsIn(document: Document, passage: readonly Opening[], openings: readonly Opening[]): Turn[] {
  const keys = new Set(passage.map(({ key }) => key));
  let place = 0;
  return passage.flatMap((opening, i) => {
    while (openings[place]!.paragraph <= opening.paragraph && place < openings.length - 1) place++;
    const barrier = openings[place]!.paragraph > opening.paragraph ? openings[place] : undefined;
    const next = passage[i + 1];
    const paragraph = barrier?.paragraph ?? document.paragraphs.length;
    const stop = { paragraph, next: barrier === next ? next : undefined };
    const more = continuationOf(document, opening, stop, keys);
    const space = /^\s*/u.exec(opening.words)![0].length;
    const [, end] = charsOf(document, opening.paragraph);
    const spans = [[opening.mark[1] + space, end] as const, ...more.map((one) => charsOf(document, one))];
    const content = spans
      .map((span, at) => trimmed(document, span, opening.quoted, at === spans.length - 1))
      .filter(([from, to]) => WORD.test(document.text.slice(from, to)));
    return content.length > 0 ? [{ label: opening.name, mark: opening.mark, content }] : [];
  });
}

/**
 * Reads transcripts and interviews that are printed as such: paragraphs that open with a speaker's label and a colon
 * ("MARRO: …", "Lena Marro: …", ">> MARRO: …", "[12:04] MARRO: …"), or with "Q" and "A". A paragraph without a label goes
 * on with the turn before it where its words say so, or where the next turn follows soon; notes in brackets that are
 * paragraphs of their own are left out. Lists of facts with labels, headlines and editors' notes are no transcripts.
 *
 * @returns the turns in the order of the text, which never overlap; linear in the length of the text
 */
export function turnsOf(document: Document): Turn[] {
  const openings = openingsOf(document);
  if (openings.length === 0) return [];
  const letters = passagesOf(openings, 'letter').filter((passage) => isInterview(document, passage));
  const named = [...passagesOf(openings, 'capitals'), ...passagesOf(openings, 'words')];
  const transcripts = named
    .map((passage) => withoutHeadline(document, passage))
    .filter((passage) => isTranscript(document, passage));
  return [...letters, ...transcripts]
    .flatMap((passage) => turnsIn(document, passage, openings))
    .toSorted((a, b) => a.label[0] - b.label[0]);
}
