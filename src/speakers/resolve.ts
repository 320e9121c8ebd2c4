import type { Span, Speaker, UnresolvedReason } from '../model.ts';
import type { Document, TokenRange } from '../text/index.ts';
import { Reasons } from './anonymity.ts';
import { Chooser, type Observer, type Option } from './chooser.ts';
import type { Way } from './confidence.ts';
import { type Entity, findEntities } from './entities.ts';
import { featuresOfAntecedent, featuresOfMissing, featuresOfWords } from './features.ts';
import { type Letter, letterOf, partiesOf } from './interview.ts';
import { type Answer, type Attributed, coversOf, type Item, itemsOf, type Meant } from './items.ts';
import { KIN } from './lexicon/people.ts';
import { findNames } from './names.ts';
import { Namer, type Owner, speakerCalled } from './naming.ts';
import { findPhrases, isUtterance, modifiersOf, type Phrase, phraseBefore } from './nouns.ts';
import { pairBefore } from './pairs.ts';
import { type Question, Surroundings } from './questions.ts';
import type { Ranker } from './ranker.ts';
import { fold, type Reading, readFor, spanOf, textOf } from './reading.ts';
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

type ReferenceOf<T extends Reference['type']> = Extract<Reference, { type: T }>;

/** Words within words that somebody said are followed outwards so many times. */
const DEEPEST = 8;

const NOBODY: Meant = { speaker: null, referent: null };

/** Nobody, and why, found without a question. */
const nobody = (unresolved: UnresolvedReason, way: Way = 'none'): Answer => ({ ...NOBODY, basis: { way }, unresolved });

/** Somebody, found without a question. */
const found = (meant: Meant, way: Way): Answer => ({ ...meant, basis: { way }, unresolved: null });

/** An answer, with where the article says why its speaker is not named. */
export interface Resolution extends Answer {
  readonly anonymity: Span | null;
}

/** Whether a speaker is somebody whom the article keeps nameless, alone or together with others. */
const isNameless = (speaker: Speaker | null): boolean =>
  speaker?.kind === 'unnamed' || (speaker?.kind === 'group' && !speaker.members);

/** Resolves the speakers of one article's attributions: names by chains of names, the rest by the ranker, in text order. */
export class Resolver {
  readonly #reading: Reading;
  readonly #referents: Referents;
  readonly #items: readonly Item[];
  /** Which attributions are the questions and answers of an interview, by their index. */
  readonly #letters: ReadonlyMap<number, Letter>;
  readonly #surroundings: Surroundings;
  readonly #namer: Namer;
  readonly #chooser: Chooser;
  readonly #reasons: Reasons;
  readonly #about: About;
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
    this.#reasons = new Reasons(reading, this.#items);
    this.#chooser = new Chooser(reading, referents, ranker, (referent) => this.#meantBy(referent), observe);
    this.#about = about;
  }

  /** The answers, in the order in which the attributions were given. */
  resolve(): Resolution[] {
    for (const item of this.#items) if (!this.#letters.has(item.index)) item.answer = this.#named(item.reference);
    this.#interview();
    this.#items.forEach((item, position) => {
      item.answer ??= this.#ask(item, position);
    });
    const answers: Resolution[] = new Array(this.#items.length);
    this.#items.forEach((item, position) => {
      const answer = item.answer!;
      const reason = isNameless(answer.speaker) ? this.#reasons.of(item, position) : null;
      answers[item.index] = { ...answer, anonymity: reason && spanOf(this.#reading.document, reason) };
    });
    return answers;
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
    const unnamed = nobody('the interview does not name who speaks');
    const author = answers !== null && this.#about.byline !== null ? found(this.#author(), 'letter') : unnamed;
    for (const item of turns) {
      const referent = this.#letters.get(item.index) === 'asks' ? asks : answers;
      const otherwise = this.#letters.get(item.index) === 'asks' ? author : unnamed;
      item.answer = referent === null ? otherwise : found(this.#meantBy(referent), 'letter');
    }
  }

  /** What a source's own words and the chains of names resolve, or null where a question must be asked. */
  #named(reference: Reference): Answer | null {
    switch (reference.type) {
      case 'entity': {
        const { kind, words } = reference.entity;
        const way = kind === 'person' && words.length === 1 ? 'lone' : kind;
        return found(this.#meantBy(this.#referents.ofEntity.get(reference.entity)!), way);
      }
      case 'name':
        return found({ speaker: this.#partOf(reference), referent: null }, 'capitals');
      case 'list':
        return found({ speaker: this.#list(reference), referent: null }, 'list');
      default:
        return null;
    }
  }

  /** Those in a list: under their names where the article names them all, else by the words used. */
  #list({ parts, range }: ReferenceOf<'list'>): Speaker {
    const entities = parts.flatMap((part) => (part.type === 'entity' ? [part.entity] : []));
    if (entities.length === parts.length) return this.#namer.together(entities);
    const { name, kind } = this.#words(range);
    const members = parts.map((part) => this.#partOf(part)).filter((member) => member !== null);
    return members.length === parts.length ? this.#namer.joined(name, kind, members) : speakerCalled(name, kind);
  }

  /** One of a list by its own words, or null where they tell nobody ("he", "some"). */
  #partOf(part: Reference): Speaker | null {
    switch (part.type) {
      case 'entity':
        return this.#namer.entity(part.entity);
      case 'name':
        return speakerCalled(textOf(this.#reading.document, part.range), part.person ? 'person' : 'organization');
      case 'phrase':
        return this.#owned(part.phrase, part.range, null);
      case 'words':
        return this.#words(part.range);
      default:
        return null;
    }
  }

  #ask(item: Item, position: number): Answer {
    this.#enclosing(item, position, item.at);
    const { reference } = item;
    if (reference.type === 'pronoun') return this.#pronoun(item, position, reference);
    if (reference.type !== 'phrase' && reference.type !== 'words') return this.#missing(item, position);
    const pair = pairBefore(this.#reading, this.#referents, item.at, reference.range);
    if (pair) {
      const speaker = this.#namer.together(pair.map((each) => each.entity!));
      return found({ speaker, referent: null }, 'pair');
    }
    if (reference.type === 'phrase') return this.#phrase(item, position, reference);
    return found({ speaker: this.#words(reference.range), referent: null }, 'words');
  }

  #words(range: TokenRange): Speaker {
    return this.#namer.described(null, range, this.#namer.ownersWithin(range));
  }

  #meantBy(referent: Referent): Meant {
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

  #author(): Meant {
    return { speaker: speakerCalled(this.#about.byline ?? 'author', 'author'), referent: null };
  }

  #pronoun(item: Item, position: number, { at, pronoun }: ReferenceOf<'pronoun'>): Answer {
    if (pronoun === 'you') {
      const speaker = speakerCalled(textOf(this.#reading.document, [at, at + 1]), 'group');
      return found({ speaker, referent: null }, 'you');
    }
    if (pronoun === 'i' || pronoun === 'we')
      return this.#reading.quoted[at] ? this.#quotedSelf(item, position, at) : found(this.#author(), 'author');
    const question = this.#surroundings.question(item, position, { ask: pronoun, at });
    const before = pronoun === 'who' ? phraseBefore(this.#reading, at) : null;
    if (!before) return this.#choose(item, question, [], 'nobody before the pronoun fits');
    const speaker = this.#owned(before, [before.first, before.end], this.#ownerOf(before, position, null));
    const meant: Meant = { speaker, referent: this.#referents.placeAt[before.head]?.referent ?? null };
    const features = featuresOfAntecedent(this.#reading, question, before);
    const antecedent: Option = { features, referent: meant.referent, outcome: 'described', answer: () => meant };
    return this.#choose(item, question, [antecedent], 'nobody before the pronoun fits');
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
    // Nobody observes: training is to learn about missing sources from missing sources only.
    // Whoever is named beside the quotation may well say "I"; where nobody is, that is more likely.
    const others = this.#namesBeside(at) ? [] : [this.#nobody(around)];
    const meant = this.#chooser.choose(null, question, others)?.option.answer();
    return meant?.speaker ? found(meant, 'self') : nobody('who says “I” or “we” is not known', 'self');
  }

  /** Whether the sentence of a token names a person outside of quotation marks. */
  #namesBeside(at: number): boolean {
    const { document, sentenceOf, quoted } = this.#reading;
    const [first, end] = document.sentences[sentenceOf[at]!]!;
    for (let i = first; i < end; i++)
      if (!quoted[i] && this.#referents.placeAt[i]?.referent.entity?.kind === 'person') return true;
    return false;
  }

  #phrase(item: Item, position: number, { phrase, range }: ReferenceOf<'phrase'>): Answer {
    const head = this.#reading.folded[phrase.head]!;
    const owner = this.#ownerOf(phrase, position, item);
    // "Okello's lengthy victory speech", "his remarks": the words are their owner's.
    const utterer = isUtterance(head) ? (owner?.entity ?? this.#utterer(phrase, range)) : null;
    if (utterer) return found(this.#meantBy(this.#referents.ofEntity.get(utterer)!), 'owner');
    const speaker = this.#owned(phrase, range, owner);
    const referent = this.#referents.placeAt[phrase.head]?.referent ?? null;
    const words: Meant = { speaker, referent };
    if (referent?.phrase && !this.#describedSpeakers.has(referent)) this.#describedSpeakers.set(referent, speaker);
    if (phrase.kind === 'thing') return found(words, 'thing');
    if (owner && this.#namer.ownOrganization(phrase, owner)) return found(words, 'owner');
    // Whoever asked not to be named is nobody whom the article names.
    const people = phrase.kind === 'person' || phrase.kind === 'group';
    if (people && this.#reasons.of(item, position)) return found(words, 'nameless');
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
    const { option, basis } = this.#chooser.choose(item, question, [
      { features, referent, outcome: 'words', answer: () => words },
    ])!;
    const answer: Answer = { ...option.answer(), basis, unresolved: null };
    if (answer.referent?.entity) this.#pointed.set(head, answer.referent);
    return option.outcome === 'words' && !owner ? this.#toldBefore(phrase, head, answer) : answer;
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
    const entity = this.#chooser.choose(item, question, [], true)?.option.referent?.entity;
    // An owner without a name stays a pronoun: "his clerk's lawyer's …" would grow with every step.
    return entity ? { range: [at, at + 1], name: this.#namer.entity(entity).name, entity, pronoun: true } : null;
  }

  #missing(item: Item, position: number): Answer {
    const reason = 'no source is given near the words';
    const at = item.cue[0]?.[0] ?? item.content[0]?.[0];
    if (at === undefined) return nobody(reason);
    const before = this.#surroundings.continued(item, position);
    if (before) return before;
    const question = this.#surroundings.question(item, position, { ask: 'none', at });
    const around = featuresOfMissing(this.#reading, question);
    const features = around.map((feature) => `author&${feature}`);
    const author: Option = { features, referent: null, outcome: 'author', answer: () => this.#author() };
    return this.#choose(item, question, [this.#nobody(around), author], reason);
  }

  /** That nobody speaks, as an option. */
  #nobody(around: readonly string[]): Option {
    const features = around.map((feature) => `nobody&${feature}`);
    return { features, referent: null, outcome: 'nobody', answer: () => NOBODY };
  }

  /** What the ranker chooses, unless that is too unlikely; `reason` says why where it is nobody. */
  #choose(item: Item, question: Question, others: readonly Option[], reason: UnresolvedReason): Answer {
    const chosen = this.#chooser.choose(item, question, others);
    if (!chosen) return nobody(reason);
    if (chosen.withheld) {
      return nobody(question.ask === 'none' ? reason : 'the pronoun may mean more than one', 'withheld');
    }
    const meant = chosen.option.answer();
    return { ...meant, basis: chosen.basis, unresolved: meant.speaker ? null : reason };
  }
}
