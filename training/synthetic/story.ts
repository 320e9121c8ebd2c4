import type { Mode } from '../../src/model.ts';
import { capital, collective, type Person, person, referTo, type Source } from './cast.ts';
import { Passage } from './passage.ts';
import { CLUBS, COUNTRIES, FIRMS, OUTLETS, RIVERS, TOWNS } from './places.ts';
import type { Random } from './random.ts';
import { type Marks, randomMarks } from './style.ts';
import type { Topic } from './topics/topic.ts';

const SMALL = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const SPOKESPEOPLE = [
  'a spokesman for',
  'a spokeswoman for',
  'a spokesperson for',
  'a lawyer for',
  'an official at',
  'the head of',
  'an adviser to',
  'a member of',
];
const NAMELESS_ONE = [
  'one resident',
  'one witness',
  'a source close to the matter',
  'an official who asked not to be named',
  'a woman who gave her name only as Rosa',
  'a senior official',
  'one of them',
  'a neighbour',
  'a person familiar with the talks',
  'an insider',
];
const NAMELESS_MANY = [
  'two people familiar with the matter',
  'officials',
  'police',
  'critics',
  'experts',
  'three people with knowledge of the case',
  'sources',
  'authorities',
  'local media',
  'supporters',
  'some analysts',
  'several witnesses',
];
const JOINTS = [', but', ', although', ' while', ' and', ', and'];
const THAT_JOINTS = [', and that', ' and that', ' and that', ', but that', ', although', ' while'];
/** Ends of clauses that go with nearly everything. */
const TAILS = [
  ', although nobody had expected it',
  ', which came as a surprise',
  ' despite several warnings',
  ', as many had feared',
  ', not least because of the weather',
  ', whatever the others thought',
  ', to the relief of everyone involved',
  ', as far as anybody could tell',
  ', at least for the time being',
  ', contrary to earlier reports',
  ', which nobody disputed',
  ' according to plan',
];

/** One invented event with its people, and the passage that is being written about it. */
export class Story {
  readonly random: Random;
  readonly topic: Topic;
  readonly passage = new Passage();
  readonly marks: Marks;
  readonly cast: readonly Person[];
  readonly honorifics: boolean;
  readonly #fixed: Record<string, string> = {};
  readonly #used = new Set<string>();

  constructor(random: Random, topic: Topic) {
    this.random = random;
    this.topic = topic;
    this.marks = randomMarks(random);
    this.honorifics = random.chance(0.25);
    const [place, place2] = random.sample(TOWNS, 2);
    const [country, country2] = random.sample(COUNTRIES, 2);
    const [club, club2] = random.sample(CLUBS, 2);
    Object.assign(this.#fixed, { place, place2, country, country2, club, club2 });
    this.#fixed.river = random.pick(RIVERS);
    this.#fixed.firm = random.pick(FIRMS);
    this.#fixed.outlet = random.pick(OUTLETS);
    for (const [slot, words] of Object.entries(topic.choices)) this.#fixed[slot] = this.fill(random.pick(words));
    const roles = random.sample(topic.roles, 4);
    this.cast = roles.map((role) => person(random, random.pick(topic.posts), this.fill(role)));
  }

  /** Fills the slots of a text. */
  fill(text: string): string {
    return text.replace(/\$([a-z]+\d?)/g, (_, slot: string) => this.#fixed[slot] ?? this.#number(slot));
  }

  #number(slot: string): string {
    const { random } = this;
    switch (slot) {
      case 'n':
        return random.pick(SMALL);
      case 'nn':
        return String(random.chance(0.85) ? random.between(12, 90) : random.between(10, 40) * 10);
      case 'pct':
        return random.chance(0.8) ? String(random.between(3, 88)) : `${random.between(2, 60)}.${random.between(1, 9)}`;
      case 'born':
        return String(random.between(1938, 2001));
      case 'age':
        return String(random.between(18, 79));
      case 'money':
        return `${random.pick(['$', '€', '£'])}${random.between(2, 90)}${random.pick([',000', ',500', ' million', 'm', '0,000'])}`;
      case 'day':
        return random.pick(DAYS);
      case 'month':
        return random.pick(MONTHS);
      case 'year':
        return String(random.between(1988, 2024));
      default:
        throw new Error(`the topic has no slot $${slot}`);
    }
  }

  /** One of the texts, if possible one that this story has not told yet, with its slots filled. */
  tell(texts: readonly string[]): string {
    const fresh = texts.filter((text) => !this.#used.has(text));
    const text = this.random.pick(fresh.length ? fresh : texts);
    this.#used.add(text);
    return this.fill(text);
  }

  #clause(joints: readonly string[]): string {
    const first = this.tell(this.topic.claims);
    const dice = this.random.next();
    if (dice < 0.16) return `${first}${this.random.pick(TAILS)}`;
    return dice < 0.36 ? `${first}${this.random.pick(joints)} ${this.tell(this.topic.claims)}` : first;
  }

  /** A clause that stands by itself, now and then with a second one or with more about it. */
  claim(): string {
    return this.#clause(JOINTS);
  }

  /** A clause that begins with “that”. */
  that(): string {
    return `that ${this.#clause(THAT_JOINTS)}`;
  }

  /** One sentence as somebody says it, without its full stop. */
  sentence(): string {
    return this.tell(this.topic.quotes);
  }

  /** One to `most` sentences as somebody says them; the last one without its full stop. */
  speech(most = 3): string {
    const count = this.random.between(1, most);
    return Array.from({ length: count }, () => this.sentence()).join('. ');
  }

  act(): string {
    return this.tell(this.topic.acts);
  }

  thing(): string {
    return this.tell(this.topic.things);
  }

  deed(): string {
    return this.tell(this.topic.deeds);
  }

  question(): string {
    return this.tell(this.topic.questions);
  }

  /** @param speaker who speaks, and does not blame themselves */
  target(speaker = ''): string {
    const same = (target: string) => speaker.toLowerCase().includes(target.toLowerCase().replace(/^the /, ''));
    const others = this.topic.targets.map((target) => this.fill(target)).filter((target) => !same(target));
    return this.random.pick(others.length ? others : ['the others']);
  }

  document(): string {
    return this.fill(this.random.pick(this.topic.documents));
  }

  /** A sentence of the reporter, with its full stop. */
  fact(): string {
    return `${capital(this.tell(this.topic.facts))}.`;
  }

  person(): Source {
    return referTo(this.random, this.random.pick(this.cast), this.honorifics);
  }

  body(): Source {
    return collective(this.fill(this.random.pick(this.topic.bodies)), false);
  }

  group(): Source {
    return collective(this.fill(this.random.pick(this.random.chance(0.7) ? this.topic.groups : NAMELESS_MANY)), true);
  }

  nameless(): Source {
    if (this.random.chance(0.5)) return collective(this.random.pick(NAMELESS_ONE), false);
    return collective(`${this.random.pick(SPOKESPEOPLE)} ${this.fill(this.random.pick(this.topic.bodies))}`, false);
  }

  /** Whether a noun phrase of the topic's targets is in the plural. */
  plural(text: string): boolean {
    return /^(?:police|donors|authorities)$|^two |^the \w*[^s]s$/i.test(text);
  }

  /** Anybody who can speak. */
  speaker(): Source {
    const dice = this.random.next();
    if (dice < 0.55) return this.person();
    if (dice < 0.7) return this.body();
    return dice < 0.86 ? this.group() : this.nameless();
  }

  /** Anybody who can speak, by more than a pronoun. */
  named(): Source {
    const source = this.speaker();
    return source.after === source.pronoun ? { ...source, before: source.again, after: source.again } : source;
  }

  /** “on Tuesday”, “last month” and the like, with a space before it, or nothing. */
  when(share = 0.35): string {
    if (!this.random.chance(share)) return '';
    const day = this.random.pick(DAYS);
    return ` ${this.random.pick([`on ${day}`, day, `late on ${day}`, 'yesterday', 'last week', 'this week', 'afterwards', `in ${this.random.pick(MONTHS)}`])}`;
  }

  /** The name of a newspaper, station or agency of this story. */
  outlet(): string {
    return this.#fixed.outlet!;
  }

  /** The text with the apostrophes of its outlet: straight ones where the quotation marks are straight. */
  letters(text: string): string {
    return /["']/.test(this.marks.open) ? text.replaceAll('’', "'") : text;
  }

  /** Marks an attribution of something said: see `Passage.mark`. */
  say(text: string): string {
    return this.passage.mark('says', text);
  }

  mark(mode: Mode, text: string): string {
    return this.passage.mark(mode, text);
  }

  /** A second statement of the same speaker: see `Passage.join`. */
  andSay(marked: string, more: string): string {
    return this.passage.join(marked, 'says', more);
  }
}
