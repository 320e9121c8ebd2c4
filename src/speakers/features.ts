import type { TokenRange } from '../text/index.ts';
import { fitFeatures } from './fit.ts';
import { PLACES } from './lexicon/places.ts';
import { DEFINITE } from './lexicon/words.ts';
import { modifiersOf, type Phrase, singular } from './nouns.ts';
import type { Neighbour, Question } from './questions.ts';
import type { Reading } from './reading.ts';
import { type Place, placeFrom, type Referent } from './referent.ts';

/** A referent that may answer a question, with its mentions around the question's place. */
export interface Candidate {
  readonly referent: Referent;
  /** Its last mention before the question. */
  readonly last: Place | null;
  /** Its first mention behind it, in the same sentence. */
  readonly ahead: Place | null;
  /** Mentions before the question. */
  readonly count: number;
  /** Place among the candidates by closeness, 0 first. */
  rank: number;
  /** Whether its known roles hold the question's noun, and no other candidate's do (`only`), or only others' do (`beaten`). */
  holding: 'only' | 'shared' | 'beaten' | null;
}

/** From this weight on a gender is sure. */
const SURE = 1.5;

const bucket = (n: number): string => (n <= 3 ? String(n) : n <= 5 ? '5' : n <= 9 ? '9' : 'far');
const often = (n: number): string => (n <= 1 ? String(n) : n <= 3 ? '3' : n <= 7 ? '7' : 'many');

/** The first mention of a candidate within token ranges. */
function standsIn(places: readonly Place[], ranges: readonly TokenRange[]): Place | null {
  for (const [first, end] of ranges) {
    const place = places[placeFrom(places, first)];
    if (place && place.first < end) return place;
  }
  return null;
}

/** Where a candidate was mentioned last, and what it did there. */
function placeFeatures(reading: Reading, question: Question, candidate: Candidate, features: string[]): void {
  const { last, ahead, referent } = candidate;
  const sentence = reading.sentenceOf[question.from]!;
  const paragraph = reading.paragraphOf[question.from]!;
  if (ahead) features.push(last ? 'ahead' : 'only-ahead');
  if (!last) {
    features.push(paragraph <= 1 ? 'unseen=early' : 'unseen=late');
    return;
  }
  const sentences = Math.max(0, sentence - reading.sentenceOf[last.first]!);
  const paragraphs = Math.max(0, paragraph - reading.paragraphOf[last.first]!);
  features.push(`sentences=${bucket(sentences)}`, `paragraphs=${bucket(paragraphs)}`, `rank=${bucket(candidate.rank)}`);
  const part = last.subject ? 'subject' : last.modifier ? 'modifier' : 'other';
  features.push(`last=${part}`);
  if (sentences <= 1) features.push(`last=${part}@${sentences}`);
  if (reading.quoted[last.first]) features.push(reading.quoted[question.at] ? 'quoted=both' : 'quoted=last');
  else if (reading.quoted[question.at]) features.push('quoted=question');
  if (referent.entity && last.end - last.first > 1)
    features.push(referent.places[0] === last ? 'last=introduced' : 'last=full');
  let subjectHere = false;
  let subjectBefore = false;
  let opens = false;
  for (let i = placeFrom(referent.places, question.from) - 1; i >= 0; i--) {
    const place = referent.places[i]!;
    const back = sentence - reading.sentenceOf[place.first]!;
    if (back > 1) break;
    if (place.subject && !reading.quoted[place.first]) {
      if (back === 0) subjectHere = true;
      else subjectBefore = true;
    }
    if (back === 0 && place.first - reading.document.sentences[sentence]![0] <= 3) opens = true;
  }
  if (subjectHere) features.push('subject-here');
  if (subjectBefore) features.push('subject-before');
  if (opens) features.push('opens-sentence');
}

const closeness = ({ sentences, paragraphs }: Neighbour): string =>
  sentences === 0 ? 'sentence' : paragraphs === 0 ? 'paragraph' : paragraphs === 1 ? 'next' : 'far';

/** What the attributions around a question, and its own content and cue, tell of a candidate. */
function speechFeatures(reading: Reading, question: Question, candidate: Candidate, features: string[]): void {
  const { referent } = candidate;
  const { previous, outer, next, enclosing } = question;
  const inContent = standsIn(referent.places, question.content);
  if (inContent)
    features.push(
      inContent.modifier ? 'content=modifier' : reading.quoted[inContent.first] ? 'content=quoted' : 'content=plain',
    );
  if (standsIn(referent.places, question.cue)) features.push('in-cue');
  if (previous) {
    const same = previous.referent === referent;
    features.push(`previous=${same ? 'same' : 'other'}@${closeness(previous)}`);
    if (previous.asks && previous.paragraphs <= 1) features.push(same ? 'asked=self' : 'asked=other');
  }
  if (outer?.referent === referent) features.push(`outer=${closeness(outer)}`);
  if (next?.referent === referent && next.paragraphs <= 1) features.push(`next=${closeness(next)}`);
  if (question.enclosed)
    features.push(
      enclosing === referent ? (reading.quoted[question.at] ? 'encloses-quoted' : 'encloses') : 'not-encloser',
    );
}

const NUMBER: ReadonlyMap<string, 'one' | 'many'> = new Map([
  ['is', 'one'],
  ['was', 'one'],
  ['has', 'one'],
  ['does', 'one'],
  ['are', 'many'],
  ['were', 'many'],
  ['have', 'many'],
  ['do', 'many'],
]);

/** Whether the verb behind "who" is singular or plural. */
function numberAfter(reading: Reading, at: number): 'one' | 'many' | null {
  for (let i = at + 1; i < at + 4; i++) {
    const word = reading.folded[i];
    if (!word) return null;
    const number = NUMBER.get(word);
    if (number) return number;
    const { pos } = reading.document.tokens[i]!;
    if (pos === 'VERB') return /[^s]s$/.test(word) ? 'one' : /(?:ed|[^s]ing)$/.test(word) ? null : 'many';
    if (pos !== 'ADV') return null;
  }
  return null;
}

/** How a candidate fits a relative pronoun. */
function relativeFeatures(
  reading: Reading,
  question: Question,
  { last, referent }: Candidate,
  features: string[],
): void {
  if (!last || reading.sentenceOf[last.first] !== reading.sentenceOf[question.at]) {
    features.push('who=elsewhere');
    return;
  }
  let gap = 0;
  for (let i = last.end; i < question.at; i++) if (/[\p{L}\p{N}]/u.test(reading.document.tokens[i]!.form)) gap++;
  features.push(`who-gap=${gap === 0 ? '0' : gap < 4 ? '3' : 'far'}`);
  const number = numberAfter(reading, question.at);
  if (number) features.push(`who-number=${(number === 'many') === referent.plural ? 'agrees' : 'clashes'}`);
  features.push(`${reading.folded[question.at]}~${referent.kind}`);
}

/** The features of taking the noun phrase right before a relative pronoun for its antecedent. */
export function featuresOfAntecedent(reading: Reading, { at }: Question, phrase: Phrase): string[] {
  const number = numberAfter(reading, at);
  const features = ['antecedent', `antecedent=${phrase.kind}`, `${reading.folded[at]}~antecedent`];
  if (number) features.push(`antecedent-number=${(number === 'many') === phrase.plural ? 'agrees' : 'clashes'}`);
  if (reading.capital[phrase.head]) features.push('antecedent=capital');
  return features;
}

/** How surely a referent has the gender asked for; above zero it has. */
function agreement(gender: number): string {
  if (gender >= SURE) return 'same';
  if (gender > 0) return 'hint';
  if (gender === 0) return 'unknown';
  return gender > -SURE ? 'doubt' : 'other';
}

/** The features of a candidate as short names; the ranker adds up their weights. */
export function featuresOf(reading: Reading, question: Question, candidate: Candidate): string[] {
  const { referent } = candidate;
  const features: string[] = [
    `kind=${referent.entity ? referent.entity.kind : referent.phrase ? `described-${referent.kind}` : 'pair'}`,
  ];
  if (question.ask === 'he' || question.ask === 'she') {
    features.push(`gender=${agreement(question.ask === 'she' ? referent.gender : -referent.gender)}`);
  }
  if (referent.phrase && !question.phrase)
    features.push(DEFINITE.has(reading.folded[referent.phrase.first]!) ? 'described=definite' : 'described=indefinite');
  if (referent.entity?.words.length === 1) features.push('one-word');
  if (question.ask === 'person' && referent.entity && question.title.has(referent.entity.words.at(-1)!))
    features.push('in-title');
  features.push(`count=${often(candidate.count)}`, `all=${often(referent.places.length)}`);
  if (question.possessive) features.push(candidate.last?.subject ? 'possessive-subject' : 'possessive-other');
  placeFeatures(reading, question, candidate, features);
  speechFeatures(reading, question, candidate, features);
  features.push(...fitFeatures(reading, question, referent));
  if (candidate.holding) features.push(`role-holder=${candidate.holding}`);
  if (question.ask === 'who') relativeFeatures(reading, question, candidate, features);
  return features;
}

/** The features of leaving a noun phrase as it is: a speaker without a name. */
export function featuresOfWords(reading: Reading, question: Question, phrase: Phrase): string[] {
  const opener = reading.folded[phrase.first]!;
  const features = [
    'words',
    phrase.definite ? 'words=definite' : 'words=indefinite',
    question.narrowed ? 'words=narrowed' : 'words=bare',
  ];
  features.push(`words-modifiers=${Math.min(modifiersOf(reading, phrase).length, 3)}`);
  if (reading.capital.slice(phrase.first + 1, phrase.end).some(Boolean)) features.push('words=capital');
  const owner = reading.folded.slice(phrase.first, phrase.head).indexOf("'s") - 1;
  if (owner >= 0)
    features.push(PLACES.has(reading.folded[phrase.first + owner]!) ? 'words=owned-by-place' : 'words=owned');
  features.push(`words-opener=${DEFINITE.has(opener) ? opener : 'other'}`);
  features.push(`words-head=${singular(reading.folded[phrase.head]!)}`);
  return features;
}

/** What surrounds an attribution without a source, and tells whether anyone speaks there. */
export function featuresOfMissing(reading: Reading, { at, cue, content, previous, enclosed }: Question): string[] {
  const { tokens } = reading.document;
  const features = ['missing'];
  const [first, end] = cue[0] ?? [at, at];
  features.push(end > first ? `cue=${tokens[first]!.lemma}` : 'cue=');
  const last = tokens[end - 1];
  if (end > first) features.push(`cue-tag=${tokens[first]!.pos}`, `cue-ends=${last!.lemma}`);
  let passive = false;
  for (let i = first; i < end; i++) if (tokens[i]!.lemma === 'be' && i + 1 < tokens.length) passive = true;
  if (passive) features.push('passive');
  if (end > first && /ing$/.test(reading.folded[first]!)) features.push('participle');
  const inContent = content[0]?.[0];
  if (inContent !== undefined)
    features.push(
      reading.quoted[inContent] || /^["“]/.test(tokens[inContent]!.form) ? 'content=quoted' : 'content=plain',
    );
  if (reading.paragraphOf[at] === 0) features.push('first-paragraph');
  if (reading.titled[at]) features.push('titled');
  if (enclosed) features.push('enclosed');
  if (previous)
    features.push(`previous@${previous.paragraphs === 0 ? 'paragraph' : previous.paragraphs === 1 ? 'next' : 'far'}`);
  if (previous?.author) features.push('previous-author');
  return features;
}
