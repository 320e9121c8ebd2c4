import type { Join, KnownStatement, LinkDecision, Linker, Reported, ReportedIn } from '../model.ts';

/** An occurrence that was taken in. */
export interface Occurrence<Of extends Reported = Reported> {
  readonly article: ReportedIn;
  readonly reported: Of;
  /** Why it is the same utterance as others that came before it, or null for the first of its statement. */
  readonly joined: { readonly confidence: number; readonly reason: string } | null;
}

/** One statement, as it grows. */
class Growing<Of extends Reported> implements KnownStatement {
  /** How many came before it. */
  readonly order: number;
  readonly wordings: (Reported & { readonly article: ReportedIn })[] = [];
  readonly occurrences: Occurrence<Of>[] = [];
  readonly keys = new Set<number>();
  /** The statement that it turned out to be. */
  same: Growing<Of> | null = null;

  constructor(order: number) {
    this.order = order;
  }
}

/** Where it is published first, then where it came in first; those without a date come last. */
const published = ({ article }: Occurrence): string => article.published ?? '\uffff';

/**
 * Statements across articles in memory: for runs without a record, for measuring, and as the pattern of what a record does
 * with an index in its database. Articles come in one after another; one costs the same however many came before.
 */
export class Links<Of extends Reported = Reported> {
  readonly #linker: Linker;
  readonly #statements: Growing<Of>[] = [];
  /** Key → the statements that hold it, in the order of their coming. One more than are read. */
  readonly #holders = new Map<number, Growing<Of>[]>();

  constructor(linker: Linker) {
    this.#linker = linker;
  }

  /** Takes in the occurrences of one article, in its order. */
  add(article: ReportedIn, occurrences: readonly Of[]): void {
    const keys = occurrences.map((occurrence) => this.#linker.keysOf(occurrence));
    const known = keys.map(({ sought }) => this.#candidates(sought));
    const decisions = this.#linker.link(article, occurrences, known);
    const taken: Growing<Of>[] = [];
    for (const [at, reported] of occurrences.entries()) {
      const { statement, joined } = this.#statementFor(decisions[at]!, taken);
      statement.occurrences.push({ article, reported, joined });
      this.#file(statement, { ...reported, article }, keys[at]!.held);
      taken.push(statement);
    }
  }

  /** The occurrences of each statement, the earliest first; statements in the order of their coming. */
  statements(): Occurrence<Of>[][] {
    return this.#statements
      .filter(({ same }) => same === null)
      .map(({ occurrences }) =>
        [...occurrences].sort((a, b) => (published(a) < published(b) ? -1 : published(a) > published(b) ? 1 : 0)),
      );
  }

  /** The likeliest by the keys that they hold, in the order of their coming. */
  #candidates(keys: readonly number[]): Growing<Of>[] {
    const before = (a: Growing<Of>, b: Growing<Of>): number => a.order - b.order;
    const holders = [...new Set(keys)].flatMap((key) => [this.#holders.get(key) ?? []]);
    return this.#linker.likeliest(holders, before).sort(before);
  }

  /** The statement that an occurrence is of: those that it shows to be one become one, the oldest of them. */
  #statementFor(
    { joins, within }: LinkDecision<Growing<Of>>,
    taken: readonly Growing<Of>[],
  ): { statement: Growing<Of>; joined: Occurrence['joined'] } {
    const all: Join<Growing<Of>>[] = [...joins, ...within.map((join) => ({ ...join, to: taken[join.to]! }))];
    const best = all.reduce<Join<unknown> | null>((a, b) => (a && a.confidence >= b.confidence ? a : b), null);
    if (!best) {
      const statement = new Growing<Of>(this.#statements.length);
      this.#statements.push(statement);
      return { statement, joined: null };
    }
    const ones = new Set(all.map(({ to }) => survivor(to)));
    const statement = [...ones].reduce((a, b) => (a.order <= b.order ? a : b));
    for (const other of ones) if (other !== statement) this.#merge(statement, other);
    return { statement, joined: { confidence: best.confidence, reason: best.reason } };
  }

  #merge(into: Growing<Of>, other: Growing<Of>): void {
    into.occurrences.push(...other.occurrences);
    for (const key of other.keys) {
      this.#hold(key, into, other);
      into.keys.add(key);
    }
    into.wordings.push(...other.wordings.slice(0, this.#linker.mostWordings - into.wordings.length));
    other.occurrences.length = 0;
    other.same = into;
  }

  #file(statement: Growing<Of>, wording: Reported & { readonly article: ReportedIn }, held: readonly number[]): void {
    const isNew = held.some((key) => !statement.keys.has(key));
    if ((!isNew && statement.wordings.length > 0) || statement.wordings.length >= this.#linker.mostWordings) return;
    statement.wordings.push(wording);
    for (const key of held) {
      if (statement.keys.has(key)) continue;
      statement.keys.add(key);
      this.#hold(key, statement, null);
    }
  }

  /** Puts a statement under a key, in the place of one that it turned out to be. */
  #hold(key: number, statement: Growing<Of>, instead: Growing<Of> | null): void {
    const holders = (this.#holders.get(key) ?? []).filter((one) => one !== instead && one !== statement);
    if (holders.length <= this.#linker.mostHolders) holders.push(statement);
    this.#holders.set(key, holders);
  }
}

function survivor<Of extends Reported>(statement: Growing<Of>): Growing<Of> {
  let one = statement;
  while (one.same) one = one.same;
  return one;
}
