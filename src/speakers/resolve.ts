import type { Speaker } from '../model.ts';
import type { Document, TokenRange } from '../text/index.ts';
import { candidatesFor, mostMentioned } from './candidates.ts';
import { type Entity, findEntities } from './entities.ts';
import { featuresOf, featuresOfAntecedent, featuresOfMissing, featuresOfWords } from './features.ts';
import { type Letter, letterOf, partiesOf } from './interview.ts';
import { type Answer, type Attributed, coversOf, type Item, itemsOf } from './items.ts';
import { KIN } from './lexicon/people.ts';
import { findNames } from './names.ts';
import { Namer, type Owner } from './naming.ts';
import { findPhrases, isUtterance, kindOfNoun, modifiersOf, type Phrase, phraseBefore, singular } from './nouns.ts';
import { type Question, Surroundings } from './questions.ts';
import type { Ranker } from './ranker.ts';
import { fold, type Reading, readFor, textOf } from './reading.ts';
import type { Referent, Referents } from './referent.ts';
import { findReferents } from './referents.ts';
import { findStandings } from './roles.ts';
import { pronounClass, type Reference, SourceReader } from './sources.ts';

/** What is known of the article beside its text. */
export interface About {
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
}

/** Sees every question that the ranker decides, for training; `owner`: it asks whose something is. */
export type Observer = (
  index: number,
  question: Question,
  options: readonly { readonly features: readonly string[]; readonly speaker: Speaker | null }[],
  owner: boolean,
) => void;

/** One of the answers that a question leaves open. */
interface Option {
  readonly features: readonly string[];
  readonly referent: Referent | null;
  readonly answer: () => Answer;
}

type ReferenceOf<T extends Reference['type']> = Extract<Reference, { type: T }>;

/** Words within words that somebody said are followed outwards so many times. */
const DEEPEST = 8;

/** "both" looks back over so many sentences. */
const LONGEST_BACK = 3;

const NOBODY: Answer = { speaker: null, referent: null };

/** Resolves the speakers of one article's attributions: names by chains of names, the rest by the ranker, in text order. */
export class Resolver {
  readonly #reading: Reading;
  readonly #referents: Referents;
  readonly #frequent: readonly Referent[];
  readonly #items: readonly Item[];
  /** Which attributions are the questions and answers of an interview, by their index. */
  readonly #letters: ReadonlyMap<number, Letter>;
  readonly #surroundings: Surroundings;
  readonly #namer: Namer;
  readonly #ranker: Ranker;
  readonly #about: About;
  readonly #observe: Observer | null;
  /** Head noun of a definite phrase → the entity to which it pointed last. */
  readonly #pointed = new Map<string, Referent>();
  /** Head noun → the fullest words it came with as a source so far. */
  readonly #told = new Map<string, Answer>();
  readonly #describedSpeakers = new Map<Referent, Speaker>();

  constructor(
    document: Document,
    attributions: readonly Attributed[],
    about: About,
    ranker: Ranker,
    observe: Observer | null = null,
  ) {
    const reading = readFor(document);
    const entities = findEntities(reading, findNames(reading));
    const referents = findReferents(reading, entities, findStandings(reading, entities), findPhrases(reading));
    this.#reading = reading;
    this.#referents = referents;
    this.#frequent = mostMentioned(referents);
    this.#items = itemsOf(document, attributions, new SourceReader(reading, referents));
    const letters = attributions.map((attribution, i) => [i, letterOf(document, attribution)] as const);
    this.#letters = new Map(letters.filter((one): one is [number, Letter] => one[1] !== null));
    this.#surroundings = new Surroundings(
      reading,
      this.#items,
      coversOf(this.#items, document.tokens.length),
      about.title,
    );
    this.#namer = new Namer(reading, referents);
    this.#ranker = ranker;
    this.#about = about;
    this.#observe = observe;
  }

  /** The speakers, in the order in which the attributions were given. */
  resolve(): (Speaker | null)[] {
    for (const item of this.#items) if (!this.#letters.has(item.index)) item.answer = this.#named(item.reference);
    this.#interview();
    this.#items.forEach((item, position) => {
      item.answer ??= this.#ask(item, position);
    });
    const speakers: (Speaker | null)[] = new Array(this.#items.length).fill(null);
    for (const { index, answer } of this.#items) speakers[index] = answer?.speaker ?? null;
    return speakers;
  }

  /** Answers for "Q" and "A": they are nobody's names, and nobody but the introduction tells who they are. */
  #interview(): void {
    const turns = this.#items.filter(({ index }) => this.#letters.has(index));
    if (turns.length === 0) return;
    const { tokens } = this.#reading.document;
    const { asks, answers } = partiesOf(
      this.#reading,
      this.#referents,
      tokens[turns[0]!.at]!.start,
      this.#about.byline,
    );
    // Only where somebody is interviewed by the author are the questions the author's; others answer readers'.
    const author = answers !== null && this.#about.byline !== null ? this.#author() : NOBODY;
    for (const item of turns) {
      const referent = this.#letters.get(item.index) === 'asks' ? asks : answers;
      const otherwise = this.#letters.get(item.index) === 'asks' ? author : NOBODY;
      item.answer = referent === null ? otherwise : this.#answerOf(referent);
    }
  }

  /** What a source's own words and the chains of names resolve, or null where a question must be asked. */
  #named(reference: Reference): Answer | null {
    switch (reference.type) {
      case 'entity':
        return this.#answerOf(this.#referents.ofEntity.get(reference.entity)!);
      case 'name':
        return {
          speaker: {
            name: textOf(this.#reading.document, reference.range),
            kind: reference.person ? 'person' : 'organization',
            role: null,
          },
          referent: null,
        };
      case 'list': {
        const entities = reference.parts.flatMap((part) => (part.type === 'entity' ? [part.entity] : []));
        const whole = entities.length === reference.parts.length;
        return { speaker: whole ? this.#namer.together(entities) : this.#words(reference.range), referent: null };
      }
      default:
        return null;
    }
  }

  #ask(item: Item, position: number): Answer {
    this.#enclosing(item, position, item.at);
    const { reference } = item;
    if (reference.type === 'pronoun') return this.#pronoun(item, position, reference);
    if (reference.type !== 'phrase' && reference.type !== 'words') return this.#missing(item, position);
    const pair = this.#pair(item.at, reference.range);
    if (pair) return { speaker: this.#namer.together(pair.map((each) => each.entity!)), referent: null };
    if (reference.type === 'phrase') return this.#phrase(item, position, reference);
    return { speaker: this.#words(reference.range), referent: null };
  }

  #words(range: TokenRange): Speaker {
    return this.#namer.described(null, range, this.#namer.ownersWithin(range));
  }

  #answerOf(referent: Referent): Answer {
    const { entity, members } = referent;
    if (entity) return { speaker: this.#namer.entity(entity), referent };
    if (members.length) return { speaker: this.#namer.together(members.map((member) => member.entity!)), referent };
    return { speaker: this.#speakerOfPhrase(referent, referent.phrase!), referent };
  }

  /** Someone without a name, as the article's own words tell who it is; owners by pronoun are resolved where the words stand. */
  #speakerOfPhrase(referent: Referent, phrase: Phrase): Speaker {
    const known = this.#describedSpeakers.get(referent);
    if (known) return known;
    const range: TokenRange = [phrase.first, phrase.end];
    const owner = this.#ownerOf(phrase, this.#surroundings.positionOf(phrase.first), null);
    const speaker = this.#owned(phrase, range, owner);
    this.#describedSpeakers.set(referent, speaker);
    return speaker;
  }

  /** "both", "the two women", "the pair": the two persons that the sentences right before are about, where they are just two. */
  #pair(at: number, [first, end]: TokenRange): readonly Referent[] | null {
    const { folded, sentenceOf, quoted } = this.#reading;
    const known = /^(?:the|these)$/.test(folded[first]!);
    const word = known ? first + 1 : first;
    // "two officials" and "a pair of officials" are somebody new.
    if (!(known ? /^(?:two|pair|duo)$/ : /^both$/).test(folded[word] ?? '')) return null;
    // "both men" are persons; "both sides" and "both sources" are not the persons just named.
    const head = singular(folded[end - 1]!);
    if (end - word > 1 && (kindOfNoun(head).kind !== 'person' || head === 'source')) return null;
    for (let i = word; i < end; i++) if (/^(?:of|and|other|more|people)$/.test(folded[i]!)) return null;
    const people: Referent[] = [];
    let sentence = sentenceOf[at]!;
    for (const place of this.#referents.before(at)) {
      const back = sentenceOf[at]! - sentenceOf[place.first]!;
      if (back > LONGEST_BACK || (people.length === 2 && sentenceOf[place.first] !== sentence)) break;
      sentence = sentenceOf[place.first]!;
      if (quoted[place.first] || place.referent.entity?.kind !== 'person' || people.includes(place.referent)) continue;
      people.unshift(place.referent);
    }
    return people.length === 2 ? people : null;
  }

  #author(): Answer {
    return { speaker: { name: this.#about.byline ?? 'author', kind: 'author', role: null }, referent: null };
  }

  #pronoun(item: Item, position: number, { at, pronoun }: ReferenceOf<'pronoun'>): Answer {
    if (pronoun === 'you')
      return {
        speaker: { name: textOf(this.#reading.document, [at, at + 1]), kind: 'group', role: null },
        referent: null,
      };
    if (pronoun === 'i' || pronoun === 'we')
      return this.#reading.quoted[at] ? this.#quotedSelf(item, position, at) : this.#author();
    const question = this.#surroundings.question(item, position, { ask: pronoun, at });
    const before = pronoun === 'who' ? phraseBefore(this.#reading, at) : null;
    if (!before) return this.#choose(item, question, []);
    const speaker = this.#owned(before, [before.first, before.end], this.#ownerOf(before, position, null));
    const answer: Answer = { speaker, referent: this.#referents.placeAt[before.head]?.referent ?? null };
    return this.#choose(item, question, [
      {
        features: featuresOfAntecedent(this.#reading, question, before),
        referent: answer.referent,
        answer: () => answer,
      },
    ]);
  }

  /** The attribution in whose content an item stands, answered before it: what is said there depends on who says it. */
  #enclosing(item: Item, position: number, at: number): Item | undefined {
    const outer = this.#surroundings.enclosing(position, at);
    const enclosing = this.#items[outer];
    if (enclosing && enclosing.answer === null && item.waiting < DEEPEST) {
      enclosing.waiting = item.waiting + 1;
      enclosing.answer = this.#ask(enclosing, outer);
    }
    return enclosing;
  }

  /** "I" within quotation marks: the one whose words enclose it, else someone named around it or nobody, never the author. */
  #quotedSelf(item: Item, position: number, at: number): Answer {
    const enclosing = this.#enclosing(item, position, at);
    if (enclosing?.answer?.speaker) return enclosing.answer;
    const question = this.#surroundings.question(item, position, { ask: 'none', at });
    const around = featuresOfMissing(this.#reading, question);
    const features = around.map((feature) => `nobody&${feature}`);
    // Nobody observes: training is to learn about missing sources from missing sources only.
    return this.#best(null, question, [{ features, referent: null, answer: () => NOBODY }], false)?.answer() ?? NOBODY;
  }

  #phrase(item: Item, position: number, { phrase, range }: ReferenceOf<'phrase'>): Answer {
    const head = this.#reading.folded[phrase.head]!;
    const owner = this.#ownerOf(phrase, position, item);
    // "Okello's lengthy victory speech", "his remarks": the words are their owner's.
    const utterer = isUtterance(head) ? (owner?.entity ?? this.#utterer(phrase, range)) : null;
    if (utterer) return this.#answerOf(this.#referents.ofEntity.get(utterer)!);
    const speaker = this.#owned(phrase, range, owner);
    const referent = this.#referents.placeAt[phrase.head]?.referent ?? null;
    const words: Answer = { speaker, referent };
    if (referent?.phrase && !this.#describedSpeakers.has(referent)) this.#describedSpeakers.set(referent, speaker);
    if (phrase.kind === 'thing' || (owner && this.#namer.ownOrganization(phrase, owner))) return words;
    const question = this.#surroundings.question(item, position, {
      ask: phrase.kind,
      at: phrase.head,
      phrase,
      earlier: this.#pointed.get(head) ?? null,
      owner: owner?.entity ?? null,
      needed: owner && KIN.has(head) ? head : null,
      narrowed: range[1] > phrase.end,
    });
    const features = featuresOfWords(this.#reading, question, phrase);
    const answer = this.#choose(item, question, [{ features, referent, answer: () => words }]);
    if (answer.referent?.entity) this.#pointed.set(head, answer.referent);
    return answer === words && !owner ? this.#toldBefore(phrase, head, words) : answer;
  }

  /** "Quote from Horbenko", "remarks by President Okello": the person whose words they are. */
  #utterer({ end }: Phrase, range: TokenRange): Entity | null {
    if (!/^(?:from|by|of)$/.test(this.#reading.folded[end] ?? '')) return null;
    const place = this.#namer.ownersWithin([end, range[1]])[0];
    return place && place.range[0] === end + 1 ? place.entity : null;
  }

  /** "the report" after "a report by the Global Drought Monitor": the fuller description that the same noun had before. */
  #toldBefore(phrase: Phrase, head: string, words: Answer): Answer {
    const told = this.#told.get(head);
    const fuller = told?.speaker && told.speaker.name.length > words.speaker!.name.length;
    const same =
      phrase.definite &&
      modifiersOf(this.#reading, phrase).every((word) => fold(told?.speaker?.name ?? '').includes(word));
    if (told && fuller && same) return told;
    this.#told.set(head, words);
    return words;
  }

  /** A phrase's speaker by its words, with its owners' names written out: "her aides" → "Ines Carvalho’s aides". */
  #owned(phrase: Phrase, range: TokenRange, owner: Owner | null): Speaker {
    const own = owner && this.#namer.ownOrganization(phrase, owner);
    if (own) return own;
    const named = this.#namer.ownersWithin(range);
    return this.#namer.described(phrase, range, owner?.pronoun ? [owner, ...named] : named);
  }

  /** Whose a phrase is: the last person named before its head, or the one its opening pronoun means. */
  #ownerOf(phrase: Phrase, position: number, item: Item | null): Owner | null {
    const named = this.#namer.ownersWithin([phrase.first, phrase.head]).at(-1);
    if (named) return named;
    const at = phrase.first;
    const pronoun = pronounClass(this.#reading.folded[at]!);
    if (!/^(?:his|her|its|their|whose)$/.test(this.#reading.folded[at]!) || !pronoun) return null;
    if (pronoun === 'i' || pronoun === 'we' || pronoun === 'you') return null;
    const question = this.#surroundings.question(item, position, { ask: pronoun, at });
    const entity = this.#best(item, question, [], true)?.referent?.entity;
    // An owner without a name stays a pronoun: "his clerk's lawyer's …" would grow with every step.
    return entity ? { range: [at, at + 1], name: this.#namer.entity(entity).name, entity, pronoun: true } : null;
  }

  #missing(item: Item, position: number): Answer {
    const at = item.cue[0]?.[0] ?? item.content[0]?.[0];
    if (at === undefined) return NOBODY;
    const before = this.#surroundings.continued(item, position);
    if (before) return before;
    const question = this.#surroundings.question(item, position, { ask: 'none', at });
    const around = featuresOfMissing(this.#reading, question);
    return this.#choose(item, question, [
      { features: around.map((feature) => `nobody&${feature}`), referent: null, answer: () => NOBODY },
      { features: around.map((feature) => `author&${feature}`), referent: null, answer: () => this.#author() },
    ]);
  }

  /** The answer that the ranker chooses among the candidates and what else the question leaves open. */
  #choose(item: Item, question: Question, others: readonly Option[]): Answer {
    return this.#best(item, question, others, false)?.answer() ?? NOBODY;
  }

  /** The option that the ranker chooses; `item` null: nobody observes. */
  #best(item: Item | null, question: Question, others: readonly Option[], owner: boolean): Option | null {
    const candidates = candidatesFor(this.#reading, this.#referents, this.#frequent, question);
    const options: Option[] = candidates.map((candidate) => ({
      features: featuresOf(this.#reading, question, candidate),
      referent: candidate.referent,
      answer: () => this.#answerOf(candidate.referent),
    }));
    options.push(...others);
    let best: Option | null = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const option of options) {
      const score = this.#ranker.score(question.ask, option.features);
      if (score > bestScore) [best, bestScore] = [option, score];
    }
    if (item && this.#observe) {
      this.#observe(
        item.index,
        question,
        options.map(({ features, answer }) => ({ features, speaker: answer().speaker })),
        owner,
      );
    }
    return best;
  }
}
