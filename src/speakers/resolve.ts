import type { Attribution, Span, Speaker } from '../model.ts';
import type { Document, TokenRange } from '../text/index.ts';
import { candidatesFor, mostMentioned } from './candidates.ts';
import { findEntities } from './entities.ts';
import { featuresOf, featuresOfAntecedent, featuresOfMissing, featuresOfWords } from './features.ts';
import { PERSONAL_ORGANIZATIONS } from './lexicon/organizations.ts';
import { findNames } from './names.ts';
import { kindOfPhrase, nameOfEntity, namedOwners, type Owner, personalOrganization, speakerOfEntity, wordsOf } from './naming.ts';
import { findPhrases, type Phrase, phraseBefore } from './nouns.ts';
import type { Ask, Neighbour, Question } from './questions.ts';
import type { Ranker } from './ranker.ts';
import { type Reading, readFor, textOf, tokensIn } from './reading.ts';
import { findReferents, type Referent, type Referents } from './referents.ts';
import { findStandings } from './roles.ts';
import { pronounClass, type Reference, SourceReader } from './sources.ts';

/** What resolving needs of an attribution. */
export type Attributed = Pick<Attribution, 'source' | 'cue' | 'content'>;

/** What is known of the article beside its text. */
export interface About {
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
}

/** Sees every question that the ranker decides: for training. */
export type Observer = (index: number, question: Question, options: readonly { features: readonly string[]; speaker: Speaker | null }[], owner: boolean) => void;

/** Who an attribution's source turned out to be. */
interface Answer {
  readonly speaker: Speaker | null;
  readonly referent: Referent | null;
}

/** An attribution in tokens. */
interface Item {
  readonly index: number;
  readonly source: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  readonly content: readonly TokenRange[];
  /** Token at which it stands in the text: its source, its cue, or its content. */
  readonly at: number;
  reference: Reference;
  answer: Answer | null;
}

/** One of the answers that a question leaves open. */
interface Option {
  readonly features: readonly string[];
  readonly answer: () => Answer;
}

const NOBODY: Answer = { speaker: null, referent: null };

function rangesOf(document: Document, spans: readonly Span[]): TokenRange[] {
  return spans
    .map((span) => tokensIn(document, span))
    .filter(([first, end]) => first < end)
    .sort((a, b) => a[0] - b[0]);
}

export class Resolver {
  readonly #reading: Reading;
  readonly #referents: Referents;
  readonly #frequent: readonly Referent[];
  readonly #items: Item[];
  readonly #coverOf: Int32Array;
  readonly #ranker: Ranker;
  readonly #about: About;
  /** Head noun of a definite phrase → the entity to which it pointed last. */
  readonly #pointed = new Map<string, Referent>();
  readonly #phraseSpeakers = new Map<Referent, Speaker>();
  #observe: Observer | null;

  constructor(document: Document, attributions: readonly Attributed[], about: About, ranker: Ranker, observe: Observer | null = null) {
    const reading = readFor(document);
    const entities = findEntities(reading, findNames(reading));
    const standings = findStandings(reading, entities);
    this.#reading = reading;
    this.#referents = findReferents(reading, entities, standings, findPhrases(reading));
    this.#frequent = mostMentioned(this.#referents);
    this.#ranker = ranker;
    this.#about = about;
    this.#observe = observe;
    const sources = new SourceReader(reading, this.#referents);
    this.#items = attributions.map((attribution, index) => {
      const source = rangesOf(document, attribution.source);
      const cue = rangesOf(document, attribution.cue);
      const content = rangesOf(document, attribution.content);
      const at = source[0]?.[0] ?? cue[0]?.[0] ?? content[0]?.[0] ?? 0;
      return { index, source, cue, content, at, reference: this.#referenceOf(sources, source), answer: null };
    });
    this.#items.sort((a, b) => a.at - b.at || a.index - b.index);
    this.#coverOf = this.#covers(document.tokens.length);
  }

  /** A source in several pieces is read by the piece that says most. */
  #referenceOf(sources: SourceReader, source: readonly TokenRange[]): Reference {
    const weight: Readonly<Record<Reference['type'], number>> = { none: 0, words: 1, pronoun: 2, phrase: 3, name: 4, list: 6, entity: 5 };
    let best: Reference = { type: 'none' };
    for (const range of source) {
      const reference = sources.read(range);
      if (weight[reference.type] > weight[best.type]) best = reference;
    }
    return best;
  }

  /** Per token the position in `#items` of the attribution whose content covers it most closely, or -1. */
  #covers(length: number): Int32Array {
    const cover = new Int32Array(length).fill(-1);
    const size = (item: Item): number => item.content.reduce((sum, [first, end]) => sum + end - first, 0);
    const order = this.#items.map((item, position) => ({ position, size: size(item) })).sort((a, b) => b.size - a.size || a.position - b.position);
    let budget = 50 * length + 1000;
    for (const { position, size } of order) {
      budget -= size;
      if (budget < 0) break;
      for (const [first, end] of this.#items[position]!.content) cover.fill(position, first, end);
    }
    return cover;
  }

  /** The speakers, in the order in which the attributions were given. */
  resolve(): (Speaker | null)[] {
    for (const item of this.#items) item.answer = this.#direct(item);
    this.#items.forEach((item, position) => {
      item.answer ??= this.#ask(item, position);
    });
    const speakers: (Speaker | null)[] = new Array(this.#items.length).fill(null);
    for (const { index, answer } of this.#items) speakers[index] = answer?.speaker ?? null;
    return speakers;
  }

  #answerOf(referent: Referent): Answer {
    const { entity, phrase, standing, members } = referent;
    if (members.length) return { speaker: this.#together(members), referent };
    if (entity) return { speaker: speakerOfEntity(this.#reading, entity, standing), referent };
    return { speaker: this.#speakerOfPhrase(referent, phrase!), referent };
  }

  #together(members: readonly Referent[]): Speaker {
    return { name: members.map((member) => nameOfEntity(this.#reading, member.entity!)).join('; '), kind: 'group', role: null };
  }

  /** Someone without a name, as the article's own words tell who it is; owners by pronoun are resolved where the words stand. */
  #speakerOfPhrase(referent: Referent, phrase: Phrase): Speaker {
    const known = this.#phraseSpeakers.get(referent);
    if (known) return known;
    const range: TokenRange = [phrase.first, phrase.end];
    // Stands in while the owner is looked for, since the owner's own words may lead back here.
    this.#phraseSpeakers.set(referent, this.#described(phrase, range, []));
    const observe = this.#observe;
    this.#observe = null;
    const speaker = this.#owned(phrase, range, this.#positionOf(phrase.first), null);
    this.#observe = observe;
    this.#phraseSpeakers.set(referent, speaker);
    return speaker;
  }

  /** The position of the first attribution that stands at a token or behind it. */
  #positionOf(at: number): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#items[middle]!.at < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #described(phrase: Phrase | null, range: TokenRange, owners: readonly Owner[]): Speaker {
    return { name: wordsOf(this.#reading, range, owners), kind: kindOfPhrase(this.#reading, phrase, range), role: null };
  }

  /** What a source's own words and the chains of names resolve, or null where a question must be asked. */
  #direct({ reference }: Item): Answer | null {
    switch (reference.type) {
      case 'entity':
        return this.#answerOf(this.#referents.ofEntity.get(reference.entity)!);
      case 'name':
        return { speaker: { name: textOf(this.#reading.document, reference.range), kind: 'person', role: null }, referent: null };
      case 'list':
        return { speaker: this.#listed(reference), referent: null };
      default:
        return null;
    }
  }

  #listed({ parts, range }: Extract<Reference, { type: 'list' }>): Speaker {
    const names = parts.map((part) => (part.type === 'entity' ? nameOfEntity(this.#reading, part.entity) : null));
    const name = names.every((each) => each !== null) ? names.join('; ') : wordsOf(this.#reading, range, namedOwners(this.#reading, this.#referents, range));
    return { name, kind: 'group', role: null };
  }

  #ask(item: Item, position: number): Answer {
    const { reference } = item;
    switch (reference.type) {
      case 'pronoun':
        return this.#pronoun(item, position, reference);
      case 'words':
      case 'phrase': {
        const pair = this.#pair(item, reference.range);
        if (pair) return { speaker: this.#together(pair), referent: null };
        if (reference.type === 'phrase') return this.#phrase(item, position, reference);
        return { speaker: this.#described(null, reference.range, namedOwners(this.#reading, this.#referents, reference.range)), referent: null };
      }
      default:
        return this.#missing(item, position);
    }
  }

  /** "both", "the two women", "the pair": the two persons that the sentences right before are about, where they are just two. */
  #pair(item: Item, [first, end]: TokenRange): readonly Referent[] | null {
    const { folded, sentenceOf, quoted } = this.#reading;
    const at = folded[first] === 'the' ? first + 1 : first;
    if (!/^(?:both|two|pair|duo)$/.test(folded[at] ?? '') || folded.slice(at, end).some((word) => word === 'of' || word === 'and')) return null;
    const { places } = this.#referents;
    for (let back = 0; back <= 2; back++) {
      const people = new Set<Referent>();
      for (const place of places) {
        if (place.first >= item.at) break;
        if (sentenceOf[place.first]! < sentenceOf[item.at]! - back || quoted[place.first]) continue;
        if (place.referent.entity?.kind === 'person') people.add(place.referent);
      }
      if (people.size === 2) return [...people];
      if (people.size > 2) return null;
    }
    return null;
  }

  #author(): Answer {
    return { speaker: { name: this.#about.byline ?? 'author', kind: 'author', role: null }, referent: null };
  }

  #pronoun(item: Item, position: number, { at, pronoun }: Extract<Reference, { type: 'pronoun' }>): Answer {
    if (pronoun === 'you') return { speaker: { name: textOf(this.#reading.document, [at, at + 1]), kind: 'group', role: null }, referent: null };
    if (pronoun === 'i' || pronoun === 'we') {
      const enclosing = this.#enclosing(position, at);
      return this.#reading.quoted[at] && enclosing?.answer?.speaker ? enclosing.answer : this.#author();
    }
    const question = this.#question(item, position, pronoun, at, null, false);
    const before = pronoun === 'who' ? phraseBefore(this.#reading, at) : null;
    if (!before) return this.#choose(item, question, []);
    const answer: Answer = { speaker: this.#owned(before, [before.first, before.end], position, null), referent: this.#referents.placeAt[before.head]?.referent ?? null };
    return this.#choose(item, question, [{ features: featuresOfAntecedent(this.#reading, question, before), answer: () => answer }]);
  }

  #phrase(item: Item, position: number, { phrase, range }: Extract<Reference, { type: 'phrase' }>): Answer {
    const referent = this.#referents.placeAt[phrase.head]?.referent ?? null;
    const speaker = this.#owned(phrase, range, position, item);
    const words: Answer = { speaker, referent };
    if (referent?.phrase && !this.#phraseSpeakers.has(referent)) this.#phraseSpeakers.set(referent, speaker);
    if (phrase.kind === 'thing' || speaker.kind === 'organization' && this.#isPersonal(phrase, speaker)) return words;
    const question = this.#question(item, position, phrase.kind, phrase.head, phrase, range[1] > phrase.end);
    const answer = this.#choose(item, question, [{ features: featuresOfWords(this.#reading, question, phrase), answer: () => words }]);
    if (answer.referent?.entity) this.#pointed.set(this.#reading.folded[phrase.head]!, answer.referent);
    return answer;
  }

  #isPersonal(phrase: Phrase, { name }: Speaker): boolean {
    return PERSONAL_ORGANIZATIONS.has(this.#reading.folded[phrase.head]!) && name !== textOf(this.#reading.document, [phrase.first, phrase.end]);
  }

  /** A phrase's words with its owners' names written out: "her aides" → "Hillary Clinton’s aides". */
  #owned(phrase: Phrase, range: TokenRange, position: number, item: Item | null): Speaker {
    const owner = this.#possessor(item, position, phrase);
    const owners = [...(owner ? [owner] : []), ...namedOwners(this.#reading, this.#referents, range)];
    const last = owners.findLast((each) => each.range[1] <= phrase.head);
    const name = last ? personalOrganization(this.#reading, phrase, last.name) : null;
    return name ? { name, kind: 'organization', role: null } : this.#described(phrase, range, owners);
  }

  /** Whose a phrase is, when it opens with "his", "her", "their". */
  #possessor(item: Item | null, position: number, phrase: Phrase): Owner | null {
    const at = phrase.first;
    const word = this.#reading.folded[at]!;
    if (!/^(?:his|her|its|their|whose)$/.test(word)) return null;
    const answer = this.#choose(item, this.#question(item, position, pronounClass(word)!, at, null, false), [], true);
    if (!answer.speaker) return null;
    const plain = PERSONAL_ORGANIZATIONS.has(this.#reading.folded[phrase.head]!);
    return { range: [at, at + 1], name: plain ? answer.speaker.name : `${answer.speaker.name}’s` };
  }

  #missing(item: Item, position: number): Answer {
    const at = item.cue[0]?.[0] ?? item.content[0]?.[0];
    if (at === undefined) return NOBODY;
    const question = this.#question(item, position, 'none', at, null, false);
    const around = featuresOfMissing(this.#reading, question);
    return this.#choose(item, question, [
      { features: around.map((feature) => `nobody&${feature}`), answer: () => NOBODY },
      { features: around.map((feature) => `author&${feature}`), answer: () => this.#author() },
    ]);
  }

  #enclosing(position: number, at: number): Item | null {
    const cover = this.#coverOf[at] ?? -1;
    return cover >= 0 && cover !== position ? this.#items[cover]! : null;
  }

  #neighbour(from: number, step: 1 | -1, at: number, outer = false): Neighbour | null {
    for (let i = from + step; i >= 0 && i < this.#items.length; i += step) {
      const { answer, at: there } = this.#items[i]!;
      if (outer && (this.#coverOf[there] ?? -1) >= 0) continue;
      if (!answer) {
        if (step > 0) continue;
        return null;
      }
      const { sentenceOf, paragraphOf } = this.#reading;
      const author = answer.speaker?.kind === 'author';
      return { referent: answer.referent, author, sentences: Math.abs(sentenceOf[at]! - sentenceOf[there]!), paragraphs: Math.abs(paragraphOf[at]! - paragraphOf[there]!) };
    }
    return null;
  }

  /** The opening of the quotation that goes before "he said" in the same paragraph, or the reference itself. */
  #standpoint(item: Item | null, at: number): number {
    const first = item?.content[0]?.[0];
    if (first === undefined || first >= at || this.#reading.paragraphOf[first] !== this.#reading.paragraphOf[at]) return at;
    const opens = /^(?:["“«„]|''|``)$/.test(this.#reading.document.tokens[first]!.form);
    return opens || this.#reading.quoted[first] ? first : at;
  }

  #question(item: Item | null, position: number, ask: Ask, at: number, phrase: Phrase | null, narrowed: boolean): Question {
    const enclosing = this.#enclosing(position, at);
    return {
      ask,
      at,
      from: this.#standpoint(item, at),
      phrase,
      narrowed,
      earlier: phrase ? (this.#pointed.get(this.#reading.folded[phrase.head]!) ?? null) : null,
      possessive: phrase === null && /^(?:his|her|its|their|whose)$/.test(this.#reading.folded[at] ?? ''),
      content: item?.content ?? [],
      cue: item?.cue ?? [],
      enclosing: enclosing?.answer?.referent ?? null,
      enclosed: enclosing !== null,
      previous: this.#neighbour(position, -1, at),
      outer: this.#neighbour(position, -1, at, true),
      next: this.#neighbour(position, 1, at),
    };
  }

  /** Lets the ranker choose among the candidates and what else the question leaves open. */
  #choose(item: Item | null, question: Question, others: readonly Option[], owner = false): Answer {
    const options: Option[] = candidatesFor(this.#reading, this.#referents, this.#frequent, question).map((candidate) => ({
      features: featuresOf(this.#reading, question, candidate),
      answer: () => this.#answerOf(candidate.referent),
    }));
    options.push(...others);
    let best: Option | null = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const option of options) {
      const score = this.#ranker.score(question.ask, option.features);
      if (score > bestScore) [best, bestScore] = [option, score];
    }
    if (item) this.#observe?.(item.index, question, options.map(({ features, answer }) => ({ features, speaker: answer().speaker })), owner);
    return best?.answer() ?? NOBODY;
  }
}
