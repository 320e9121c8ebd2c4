import type { Candidate, Decision, Newcomer } from '../../model.ts';
import { genderCalled, identify } from './identify.ts';
import { keysOf, MOST_CANDIDATES } from './keys.ts';

/** So many spellings, and so many roles, are kept of one speaker: the first that came. */
const MOST_KEPT = 40;

/** One speaker of the record, as it grows. */
export class Identity implements Candidate {
  readonly id: number;
  readonly kind: Newcomer['kind'];
  /** Its name means something in one article only. */
  readonly bound: boolean;
  women = 0;
  men = 0;
  articles = 0;
  readonly outlets: string[] = [];
  readonly spellings: { name: string; articles: number }[] = [];
  readonly roles: { role: string; articles: number }[] = [];

  constructor(id: number, kind: Newcomer['kind'], bound: boolean) {
    this.id = id;
    this.kind = kind;
    this.bound = bound;
  }

  /** Takes in one article's speaker. */
  add(newcomer: Newcomer): void {
    const { name, role, outlet } = newcomer;
    this.articles++;
    const gender = genderCalled(newcomer);
    if (gender === 'f') this.women++;
    if (gender === 'm') this.men++;
    if (outlet && this.outlets.length < MOST_KEPT && !this.outlets.includes(outlet)) this.outlets.push(outlet);
    const spelling = this.spellings.find((known) => known.name === name);
    if (spelling) spelling.articles++;
    else if (this.spellings.length < MOST_KEPT) this.spellings.push({ name, articles: 1 });
    const same = role && this.roles.find((known) => known.role === role);
    if (same) same.articles++;
    else if (role && this.roles.length < MOST_KEPT) this.roles.push({ role, articles: 1 });
  }
}

/**
 * Speakers across articles in memory: for runs without a record, for measuring, and as the pattern of what a record does
 * with an index in its database. Speakers come in one article after another; the result is the same for the same order.
 */
export class Identities {
  readonly all: Identity[] = [];
  /** Key → holders; the first `MOST_CANDIDATES` are those in most articles. */
  readonly #holders = new Map<string, Identity[]>();

  /** Finds or makes the identity of one article's speaker. Costs the same however many there are. */
  add(newcomer: Newcomer): Decision<Identity> & { readonly identity: Identity } {
    const decision = identify(newcomer, this.#candidates(keysOf(newcomer).sought));
    const identity = decision.joins ?? this.#create(newcomer, decision.bound);
    identity.add(newcomer);
    if (!identity.bound) for (const key of keysOf(newcomer).held) this.#hold(key, identity);
    return { ...decision, identity };
  }

  #create({ kind }: Newcomer, bound: boolean): Identity {
    const identity = new Identity(this.all.length, kind, bound);
    this.all.push(identity);
    return identity;
  }

  /** The best known holders of each key, each once, in the order in which they came to be. */
  #candidates(keys: readonly string[]): Identity[] {
    const found = new Set<Identity>();
    for (const key of keys) for (const identity of this.#holders.get(key) ?? []) found.add(identity);
    return [...found].sort((a, b) => a.id - b.id);
  }

  /** Files an identity under a key: where there is no room, the one in fewest articles gives way. */
  #hold(key: string, identity: Identity): void {
    const holders = this.#holders.get(key);
    if (!holders) this.#holders.set(key, [identity]);
    else if (holders.includes(identity)) return;
    else if (holders.length < MOST_CANDIDATES) holders.push(identity);
    else {
      const least = holders.reduce((low, one, at) => (one.articles <= holders[low]!.articles ? at : low), 0);
      if (holders[least]!.articles <= identity.articles) holders[least] = identity;
    }
  }
}
