import type {
  Comparison,
  Join,
  KnownStatement,
  LinkDecision,
  Linker,
  LinkKeys,
  Reported,
  ReportedIn,
} from '../model.ts';
import { compare } from './change/index.ts';
import { keysOf } from './fingerprint/index.ts';
import { likeliest, rarest, sharedBy } from './likeliest.ts';
import { decide, evidenceOf, type Verdict } from './same/index.ts';
import { LINK_SETTINGS, type LinkSettings } from './settings.ts';

/** So many others that an occurrence is joined with are given. */
const MOST_JOINS = 8;

/** An occurrence held against a wording of a known statement, or against another of its own article. */
interface Pair<To> {
  readonly to: To;
  readonly in: ReportedIn;
  readonly verdict: (beside: number) => Verdict | null;
}

/** Counts what an article has in common with others: by the other article and the speaker. */
class InCommon {
  readonly #counts = new Map<string, number>();

  static #key = (article: ReportedIn, occurrence: Reported): string =>
    JSON.stringify([article.id, occurrence.speaker?.id ?? null]);

  add(article: ReportedIn, occurrence: Reported): void {
    const key = InCommon.#key(article, occurrence);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  of(article: ReportedIn, occurrence: Reported): number {
    return this.#counts.get(InCommon.#key(article, occurrence)) ?? 0;
  }
}

const inOrder = (a: number, b: number): number => a - b;

/** Whether one stands in words of the other. */
const overlap = ({ content: some = [] }: Reported, { content: others = [] }: Reported): boolean =>
  some.some(([start, end]) => others.some(([from, to]) => start < to && from < end));

/** For each of the others the surest verdict, the surest of all first. */
function joinsOf<To>(pairs: readonly Pair<To>[], beside: (article: ReportedIn) => number): Join<To>[] {
  const best = new Map<To, Verdict>();
  for (const pair of pairs) {
    const verdict = pair.verdict(beside(pair.in));
    const before = best.get(pair.to);
    if (verdict && (!before || verdict.confidence > before.confidence)) best.set(pair.to, verdict);
  }
  return [...best]
    .map(([to, verdict]) => ({ to, ...verdict }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_JOINS);
}

/** Tells occurrences of one utterance by words in common, speaker, time and what else two articles share. */
class WordLinker implements Linker {
  readonly #settings: LinkSettings;
  /** An occurrence is asked for its keys by the record, and again for others of its article. */
  readonly #keys = new WeakMap<Reported, LinkKeys>();

  constructor(settings: LinkSettings) {
    this.#settings = settings;
  }

  get mostHolders(): number {
    return this.#settings.mostHolders;
  }

  get mostWordings(): number {
    return this.#settings.mostWordings;
  }

  keysOf(occurrence: Reported): LinkKeys {
    const keys = this.#keys.get(occurrence) ?? keysOf(occurrence, this.#settings);
    this.#keys.set(occurrence, keys);
    return keys;
  }

  likeliest<S>(holders: Iterable<readonly S[]>, before: (a: S, b: S) => number): S[] {
    return likeliest(holders, this.#settings, before);
  }

  link<S extends KnownStatement>(
    article: ReportedIn,
    occurrences: readonly Reported[],
    known: readonly (readonly S[])[],
  ): LinkDecision<S>[] {
    const pairs = occurrences.map((occurrence, at) => this.#pairs(article, occurrence, known[at]!));
    const inCommon = new InCommon();
    for (const [at, occurrence] of occurrences.entries()) {
      const articles = new Map(pairs[at]!.filter(({ verdict }) => verdict(0)).map((pair) => [pair.in.id, pair.in]));
      for (const other of articles.values()) inCommon.add(other, occurrence);
    }
    const within = this.#pairsWithin(article, occurrences);
    return occurrences.map((occurrence, at) => ({
      joins: joinsOf(pairs[at]!, (other) => inCommon.of(other, occurrence)),
      within: joinsOf(within[at]!, () => 0),
    }));
  }

  compare(earlier: Reported, later: Reported): Comparison {
    return compare(earlier, later);
  }

  #pairs<S extends KnownStatement>(article: ReportedIn, occurrence: Reported, known: readonly S[]): Pair<S>[] {
    return known.flatMap((statement) =>
      statement.wordings.map((wording) => ({
        to: statement,
        in: wording.article,
        verdict: this.#verdict(article, occurrence, wording.article, wording),
      })),
    );
  }

  /**
   * For each occurrence the earlier ones of the article that share the rarest keys with it, and stand elsewhere: as many as
   * statements of other articles are read, so that an article that says one thing ten thousand times takes no longer than others.
   */
  #pairsWithin(article: ReportedIn, occurrences: readonly Reported[]): Pair<number>[][] {
    const { mostHolders, mostCandidates } = this.#settings;
    const holders = new Map<number, number[]>();
    return occurrences.map((occurrence, at) => {
      const { sought } = this.keysOf(occurrence);
      const shared = sharedBy(sought.map((key) => holders.get(key) ?? []));
      for (const key of sought) {
        const before = holders.get(key) ?? [];
        if (before.length < mostHolders) holders.set(key, [...before, at]);
      }
      const elsewhere = [...shared].filter(([before]) => !overlap(occurrence, occurrences[before]!));
      return rarest(elsewhere, mostCandidates, inOrder)
        .sort(inOrder)
        .map((before) => ({
          to: before,
          in: article,
          verdict: this.#verdict(article, occurrence, article, occurrences[before]!),
        }));
    });
  }

  #verdict(article: ReportedIn, occurrence: Reported, other: ReportedIn, wording: Reported): Pair<never>['verdict'] {
    const evidence = evidenceOf(wording, other, occurrence, article);
    return (beside) => evidence && decide(evidence, beside, this.#settings);
  }
}

/** Gives what tells which occurrences report the same utterance, and what became of their words. */
export const createLinker = (settings: LinkSettings = LINK_SETTINGS): Linker => new WordLinker(settings);

/** The linker that records are kept with. */
export const linker: Linker = createLinker();
