/**
 * Annotated passages about invented people and events, for constructions that the annotated corpus hardly has:
 * transcripts, headlines, “in the words of”, nouns as cues, lists of demands, passives, documents, quotation marks of
 * all kinds, denials, decisions, and plain paragraphs that look like quotations and are none. Spans follow the corpus.
 */
import type { Mode } from '../../src/model.ts';
import type { GoldArticle } from '../corpus.ts';
import { ACCORDING } from './constructions/according.ts';
import { ACTS } from './constructions/acts.ts';
import type { Construction, Constructions } from './constructions/construction.ts';
import { DEMANDS } from './constructions/demands.ts';
import { DOCUMENTS } from './constructions/documents.ts';
import { HEADLINES } from './constructions/headlines.ts';
import { NOMINAL } from './constructions/nominal.ts';
import { PASSIVES } from './constructions/passives.ts';
import { PLAIN } from './constructions/plain.ts';
import { QUOTATIONS } from './constructions/quotations.ts';
import { SPEAKERS } from './constructions/speakers.ts';
import { TRANSCRIPTS } from './constructions/transcripts.ts';
import type { SyntheticAttribution } from './passage.ts';
import { Random } from './random.ts';
import { Story } from './story.ts';
import { TOPICS } from './topics/index.ts';

export type { SyntheticAttribution } from './passage.ts';

export interface SyntheticArticle extends GoldArticle {
  readonly attributions: SyntheticAttribution[];
  /** The constructions it was made of, in order: `group/name`. */
  readonly constructions: readonly string[];
}

const GROUPS: Readonly<Record<string, Constructions>> = {
  transcripts: TRANSCRIPTS,
  headlines: HEADLINES,
  according: ACCORDING,
  nominal: NOMINAL,
  demands: DEMANDS,
  passives: PASSIVES,
  documents: DOCUMENTS,
  quotations: QUOTATIONS,
  speakers: SPEAKERS,
  acts: ACTS,
};

/** The names of all constructions: `group/name`. */
export const CONSTRUCTIONS: readonly string[] = Object.entries({ ...GROUPS, plain: PLAIN }).flatMap(
  ([group, members]) => Object.keys(members).map((name) => `${group}/${name}`),
);

/** Groups that can stand anywhere in running text. */
const RUNNING = Object.keys(GROUPS).filter((group) => group !== 'headlines' && group !== 'transcripts');

/** A passage is finished once it has this many words. */
const ENOUGH = { least: 45, most: 105 } as const;
const PLAIN_SHARE = 0.3;

/** Capitals at the start of each word, as many outlets set headlines; marks of attributions do not count as letters. */
const titleCase = (headline: string): string =>
  headline.replace(
    /(^|[\s\uE000-\uF8FF‘“])(\p{Ll})/gu,
    (_, start: string, letter: string) => start + letter.toUpperCase(),
  );

class Composer {
  readonly #random: Random;
  readonly #story: Story;
  readonly #pieces: string[] = [];
  readonly #names: string[] = [];

  constructor(random: Random) {
    this.#random = random;
    this.#story = new Story(random, random.pick(TOPICS));
  }

  #write(group: string): void {
    const members: Constructions = group === 'plain' ? PLAIN : GROUPS[group]!;
    const [name, write] = this.#random.pick(Object.entries(members)) as [string, Construction];
    this.#names.push(`${group}/${name}`);
    let piece = write(this.#story);
    if (group === 'headlines' && this.#random.chance(0.3)) piece = titleCase(piece);
    const running = group !== 'headlines' && group !== 'transcripts' && !piece.includes('\n\n');
    if (running && this.#random.chance(0.2)) piece = `${this.#story.fact()} ${piece}`;
    if (running && this.#random.chance(0.2)) piece = `${piece} ${this.#story.fact()}`;
    // Two sentences share a paragraph now and then, as in print.
    const last = this.#pieces.at(-1);
    if (
      running &&
      last &&
      this.#names.length > 2 &&
      !last.includes('\n\n') &&
      /[.”"»’']$/.test(last) &&
      this.#random.chance(0.2)
    ) {
      this.#pieces[this.#pieces.length - 1] = `${last} ${piece}`;
    } else this.#pieces.push(piece);
  }

  /** @param focus the group that this passage must show */
  compose(focus: string): { pieces: string[]; names: string[]; story: Story } {
    const random = this.#random;
    const enough = random.between(ENOUGH.least, ENOUGH.most);
    if (focus === 'headlines') this.#write('headlines');
    else if (random.chance(0.1)) this.#write('headlines');
    else if (random.chance(PLAIN_SHARE)) this.#write('plain');
    if (focus !== 'headlines') this.#write(focus);
    while (this.#pieces.join(' ').split(/\s/).length < enough && this.#pieces.length < 6) {
      this.#write(
        random.chance(PLAIN_SHARE)
          ? 'plain'
          : random.chance(0.5) && RUNNING.includes(focus)
            ? focus
            : random.pick(RUNNING),
      );
    }
    return { pieces: this.#pieces, names: this.#names, story: this.#story };
  }
}

/**
 * Annotated passages of 60 to 150 tokens, all constructions about equally often.
 *
 * @param seed the same seed and count give the same passages, byte for byte
 * @returns `count` passages with spans in UTF-16 code units of their text, paragraphs divided by blank lines
 */
export function syntheticArticles(seed: number, count: number): SyntheticArticle[] {
  const random = new Random(seed);
  const groups = Object.keys(GROUPS);
  const articles: SyntheticArticle[] = [];
  for (let n = 0; n < count; n++) {
    const { pieces, names, story } = new Composer(random).compose(groups[n % groups.length]!);
    const { text, attributions } = story.passage.read(pieces);
    const id = `synthetic-${seed}-${n}`;
    const origin = { outlet: 'synthetic', published: '2020-01-01', title: null, credit: null };
    articles.push({ id, ...origin, text: story.letters(text), attributions, constructions: names });
  }
  return articles;
}

/** The act of every attribution by article and number, in the form in which `readModes` gives those of the corpus. */
export function syntheticModes(articles: readonly SyntheticArticle[]): Map<string, Mode> {
  return new Map(
    articles.flatMap(({ id, attributions }) => attributions.map(({ i, mode }) => [`${id}#${i}`, mode] as const)),
  );
}
